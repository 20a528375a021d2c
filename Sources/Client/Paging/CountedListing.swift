internal import Model
internal import Values

/// A list that is read by page numbers, all pages but the first at the same time.
///
/// The proof that nothing is missing: the newest objects come first, and the first page is read
/// before any other. What is created afterwards stands on the first page's places and pushes the
/// rest back. So if all pages together hold as many different objects as the first one counted,
/// and the last one says that it is the last, they are just those that were there when it was
/// read; only more new objects than a page holds, in the time that the pages take, could hide in
/// their number. Anything else is a list that changed meanwhile, which proves nothing.
///
/// Zendesk: https://developer.zendesk.com/api-reference/introduction/pagination/
struct CountedListing {
  /// The last page that Zendesk answers by number.
  private static let lastPage = 100

  private let kind: Kind
  private let order: String
  private var pages: [Int: [RemoteObject]] = [:]
  /// How many objects there are, as the first page says; nil if a page said otherwise or nothing.
  private var count: Int?
  private var budget = Listing.valueLimit
  private var size = 0

  /// Nil where the API does not number its pages.
  init?(_ kind: Kind) {
    guard case .counted(let newestFirst, _) = kind.endpoints.paging else { return nil }
    self.kind = kind
    order = newestFirst
  }

  func query(of page: Int) -> String {
    "page=\(page)&per_page=\(CursorPages.size)&\(order)"
  }

  /// What is to be read after the first page; nothing where that would prove nothing.
  var remainingPages: [Int] {
    guard let count, count > CursorPages.size else { return [] }
    let last = (count - 1) / CursorPages.size + 1
    return last <= Self.lastPage ? Array(2...last) : []
  }

  /// Whether nothing speaks against what was read so far.
  var mayProve: Bool { count != nil }

  /// Takes in a page, the first one first.
  ///
  /// - Throws: `AnswerFault` if it is no page.
  mutating func take(_ body: [UInt8], page number: Int) throws(AnswerFault) {
    size += body.count
    guard size <= Listing.sizeLimit else {
      throw AnswerFault(
        cause: .incomplete,
        reason: "the list is larger than \(Listing.sizeLimit >> 20) MiB"
      )
    }
    let page = try Answer.json(body, budget: &budget)
    let objects = try Answer.objects(of: kind, in: page, body)
    pages[number] = objects
    let counted = page["count"]?.integer
    let fits = objects.count <= CursorPages.size && (number == 1 || counted == count)
    count = fits ? counted : nil
    let last = max(1, ((count ?? 0) + CursorPages.size - 1) / CursorPages.size)
    if page["next_page"]?.isNull != (number == last) { count = nil }
  }

  /// All objects, the newest first; nil if what was read does not prove that these are all.
  var objects: [RemoteObject]? {
    let objects = pages.sorted { $0.key < $1.key }.flatMap(\.value)
    guard objects.count == count, Set(objects.map(\.id)).count == count else { return nil }
    return objects
  }
}
