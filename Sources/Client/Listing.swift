internal import Model
internal import Values

/// A list as it is read page by page, with the proof that it was read once and to its end.
///
/// Zendesk's pages: https://developer.zendesk.com/api-reference/introduction/pagination/
struct Listing {
  /// The most objects that Zendesk puts on a page.
  static let pageSize = 100
  /// The most pages of a list: a bound on what a broken server can make this tool do.
  static let pageLimit = 2000

  /// The most pages in a row without an object, though they claim that there is more.
  static let emptyPageLimit = 3

  /// The most values on all pages together, and the most bytes: far more than any account has.
  static let valueLimit = 10_000_000
  static let sizeLimit = 256 << 20

  /// What was read so far, in the server's order.
  private(set) var objects: [RemoteObject] = []
  /// The query of the page to read next; nil once the end is proven.
  private(set) var query: String?

  private let many: String
  private let paging: Endpoints.Paging
  private let firstQuery: String
  private var ids: Set<String> = []
  private var queries: Set<String> = []
  private var emptyPages = 0
  private var budget = Listing.valueLimit
  private var size = 0

  init(_ endpoints: Endpoints) {
    many = endpoints.many
    paging = endpoints.paging
    let sort = endpoints.paging.sort.map { "&sort=\($0.percentEncoded)" } ?? ""
    firstQuery = "page%5Bsize%5D=\(Listing.pageSize)" + sort
    query = firstQuery
    queries = [firstQuery]
  }

  /// Takes in the page that `query` asked for.
  ///
  /// - Throws: `AnswerFault` if it is no page, or leaves open whether the list is whole.
  mutating func take(_ body: [UInt8]) throws(AnswerFault) {
    size += body.count
    guard size <= Listing.sizeLimit else {
      throw incomplete("it is larger than \(Listing.sizeLimit >> 20) MiB")
    }
    let page = try Answer.json(body, budget: &budget)
    let items = try Answer.objects(many, in: page, body)
    guard objects.count + items.count <= Listing.pageLimit * Listing.pageSize else {
      throw incomplete("it has more than \(Listing.pageLimit * Listing.pageSize) objects")
    }
    for object in items {
      guard ids.insert(object.id).inserted else {
        throw incomplete("\(object.id) is on it twice: it changed while it was read. Run again")
      }
      objects.append(object)
    }
    guard let hasMore = page["meta"]?["has_more"]?.boolean ?? (isUnpaged(page) ? false : nil) else {
      throw incomplete("the answer does not say in \"meta.has_more\" whether there is more")
    }
    emptyPages = items.isEmpty ? emptyPages + 1 : 0
    query = hasMore ? try nextQuery(page) : nil
    if query == nil, let count = page["count"]?.integer, count != objects.count {
      throw incomplete("the server counts \(count), its pages hold \(objects.count)")
    }
  }

  /// Whether an answer without pages is all there is, and not the first of several.
  private func isUnpaged(_ page: Value) -> Bool {
    paging == .cursorIfAny && page["meta"] == nil && page["next_page"]?.isNull != false
  }

  private mutating func nextQuery(_ page: Value) throws(AnswerFault) -> String {
    let next: String
    if let cursor = page["meta"]?["after_cursor"]?.text, !cursor.isEmpty {
      next = "\(firstQuery)&page%5Bafter%5D=\(cursor.percentEncoded)"
    } else if let link = page["links"]?["next"]?.text, let mark = link.firstIndex(of: "?") {
      // Its host and port are not to be trusted: webhooks answer `:443`, others another host.
      next = String(link[link.index(after: mark)...])
    } else {
      throw incomplete("there is more, but the answer does not say where")
    }
    guard !next.isEmpty, next.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x23 }) else {
      throw incomplete("the link to the next page is no URL")
    }
    guard queries.insert(next).inserted else {
      throw incomplete("the server answers the same page over and over")
    }
    guard emptyPages < Listing.emptyPageLimit else {
      throw incomplete("one empty page after the other claims that there is more")
    }
    guard queries.count <= Listing.pageLimit else {
      throw incomplete("it has more than \(Listing.pageLimit) pages")
    }
    return next
  }

  private func incomplete(_ reason: String) -> AnswerFault {
    AnswerFault(
      cause: .incomplete,
      reason: "the list was read up to \(objects.count) objects: \(reason)"
    )
  }
}
