internal import Values

/// Pages by `limit` and `offset`; one that is not full is the last.
///
/// Braze: https://www.braze.com/docs/api/endpoints/templates/content_blocks_templates/get_list_email_content_blocks
struct OffsetPages: Pages {
  let limit: Int

  /// Braze refuses an offset of 0.
  var firstQuery: String { "limit=\(limit)" }

  func query(after page: Page) throws(OpenEnd) -> String? {
    guard page.count <= limit else {
      throw OpenEnd(reason: "a page holds \(page.count) objects, and \(limit) were asked for")
    }
    // Whether it counts the page or the list is not documented; more than both is a list cut short.
    if page.count < limit, let count = page.body["count"]?.integer, count > page.total {
      throw OpenEnd(reason: "the server counts \(count), its pages hold \(page.total)")
    }
    return page.count < limit ? nil : "limit=\(limit)&offset=\(page.total)"
  }
}
