/// What part of a list is asked for.
enum ListRequest: Sendable {
  case cursor(CursorRequest)
  case offset(page: Int, size: Int)

  /// The most objects a page holds, and how many it holds unasked.
  static let largestPage = 100

  /// Any `page[…]` asks for cursor pagination; without one it is offset pagination.
  ///
  /// <https://developer.zendesk.com/api-reference/introduction/pagination/>
  ///
  /// - Parameter action: Who reads the parameters: `api/v2/rules/triggers/index`.
  init(_ query: Query, cursor: CursorCoding, ordering: Ordering, action: String) throws(Refusal) {
    if cursor == .webhooks || query.parameters.contains(where: { $0.name.hasPrefix("page[") }) {
      self = .cursor(try CursorRequest(query, coding: cursor, ordering: ordering))
      return
    }
    let page = try Self.number(query, "page", action: action) ?? 1
    let size = try Self.number(query, "per_page", action: action) ?? Self.largestPage
    guard page <= 100 else {
      throw .coded(
        400,
        "InvalidPaginationDepth",
        title: "Pagination requests using Offset Pagination are limited to 100 pages"
      )
    }
    self = .offset(page: max(1, page), size: min(max(1, size), Self.largestPage))
  }

  private static func number(
    _ query: Query,
    _ name: String,
    action: String
  ) throws(Refusal) -> Int? {
    guard let text = query[name] else { return nil }
    guard let number = Int(text) else {
      throw .invalidAttribute(name, name, mustBe: "an integer", in: action)
    }
    return number
  }
}
