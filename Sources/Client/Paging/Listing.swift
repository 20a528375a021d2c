internal import Messages
internal import Model
internal import Values

/// A list as it is read page by page, with the proof that it was read once and to its end.
struct Listing {
  /// The most objects of a list, and the most pages: bounds on what a broken server can make this tool
  /// do.
  static let objectLimit = 200_000
  static let pageLimit = 2000

  /// The most pages in a row without an object, though they claim that there is more.
  static let emptyPageLimit = 3

  /// The most values on all pages together, and the most bytes: far more than any account has.
  static let valueLimit = 10_000_000
  static let sizeLimit = 256 << 20

  /// What was read so far, in the server's order.
  private(set) var objects: [RemoteObject] = []
  /// The query of the page to read next, "" for none; nil once the end is proven.
  private(set) var query: String?

  private let kind: Kind
  private let pages: any Pages
  private var ids: Set<String> = []
  private var queries: Set<String> = []
  private var emptyPages = 0
  private var budget = Listing.valueLimit
  private var size = 0

  init(_ kind: Kind) {
    self.kind = kind
    pages = kind.endpoints.paging.pages
    query = pages.firstQuery
    queries = [pages.firstQuery]
  }

  /// Takes in the page that `query` asked for.
  ///
  /// - Throws: `AnswerFault` if it is no page, or leaves open whether the list is whole.
  mutating func take(_ response: Response) throws(AnswerFault) {
    size += response.body.count
    guard size <= Listing.sizeLimit else {
      throw incomplete("it is larger than \(Listing.sizeLimit >> 20) MiB")
    }
    let body = try Answer.json(response.body, budget: &budget)
    let items = try Answer.objects(of: kind, in: body, response.body)
    guard objects.count + items.count <= Listing.objectLimit else {
      throw incomplete("it has more than \(Listing.objectLimit) objects")
    }
    for object in items {
      guard ids.insert(object.id).inserted else {
        throw incomplete("\(object.id) is on it twice: it changed while it was read. Run again")
      }
      objects.append(object)
    }
    emptyPages = items.isEmpty ? emptyPages + 1 : 0
    let page = Page(
      body: body,
      headers: response.headers,
      number: queries.count - 1,
      count: items.count,
      total: objects.count
    )
    do throws(OpenEnd) {
      query = try pages.query(after: page)
    } catch {
      throw incomplete(error.reason)
    }
    if let query { try checkProgress(to: query) }
  }

  private mutating func checkProgress(to next: String) throws(AnswerFault) {
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
  }

  private func incomplete(_ reason: String) -> AnswerFault {
    AnswerFault(
      cause: .incomplete,
      reason: "the list was read up to \(objects.count) objects: \(reason)"
    )
  }
}
