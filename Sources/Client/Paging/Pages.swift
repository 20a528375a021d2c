internal import Model

/// How an API cuts a list into pages: how the first is asked for, and what of each leads to the next.
protocol Pages: Sendable {
  /// Without a question mark; "" for none.
  var firstQuery: String { get }

  /// The query of the page after `page`; nil where that was the last one.
  ///
  /// - Throws: `OpenEnd` if `page` leaves open whether there is another, or shows that some were missed.
  func query(after page: Page) throws(OpenEnd) -> String?
}

/// Why a page does not prove where its list ends.
struct OpenEnd: Error {
  let reason: String
}

extension Endpoints.Paging {
  var pages: any Pages {
    switch self {
    case .cursor, .counted: CursorPages(sort: sort, mayBeWhole: false)
    case .cursorIfAny: CursorPages(sort: nil, mayBeWhole: true)
    case .offset(let limit): OffsetPages(limit: limit)
    case .numbered(let size, let parameters): NumberedPages(size: size, parameters: parameters)
    case .link: LinkedPages()
    }
  }
}
