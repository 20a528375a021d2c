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
    return page.count < limit ? nil : "limit=\(limit)&offset=\(page.total)"
  }
}
