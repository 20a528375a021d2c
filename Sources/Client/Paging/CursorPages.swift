internal import Values

/// Pages that name the next one by a cursor: `page[size]`, `page[after]`, `meta.has_more`.
///
/// Zendesk: https://developer.zendesk.com/api-reference/introduction/pagination/
struct CursorPages: Pages {
  /// The most objects that Zendesk puts on a page.
  static let size = 100

  let firstQuery: String
  /// Whether an answer that knows nothing of pages is the whole list.
  let mayBeWhole: Bool

  init(sort: String?, mayBeWhole: Bool) {
    let order = sort.map { "&sort=\($0.percentEncoded)" } ?? ""
    firstQuery = "page%5Bsize%5D=\(Self.size)" + order
    self.mayBeWhole = mayBeWhole
  }

  func query(after page: Page) throws(OpenEnd) -> String? {
    let body = page.body
    guard let hasMore = body["meta"]?["has_more"]?.boolean ?? (isWhole(body) ? false : nil) else {
      throw OpenEnd(reason: "the answer does not say in \"meta.has_more\" whether there is more")
    }
    if hasMore { return try next(body) }
    if let count = body["count"]?.integer, count != page.total {
      throw OpenEnd(reason: "the server counts \(count), its pages hold \(page.total)")
    }
    return nil
  }

  /// Whether an answer without pages is all there is, and not the first of several.
  private func isWhole(_ body: Value) -> Bool {
    mayBeWhole && body["meta"] == nil && body["next_page"]?.isNull != false
  }

  private func next(_ body: Value) throws(OpenEnd) -> String {
    if let cursor = body["meta"]?["after_cursor"]?.text, !cursor.isEmpty {
      return "\(firstQuery)&page%5Bafter%5D=\(cursor.percentEncoded)"
    }
    guard let link = body["links"]?["next"]?.text, let mark = link.firstIndex(of: "?") else {
      throw OpenEnd(reason: "there is more, but the answer does not say where")
    }
    // Its host and port are not to be trusted: webhooks answer `:443`, others another host.
    return String(link[link.index(after: mark)...])
  }
}
