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
    // Whether it counts the page or the list, and whether with what it does not show, is not documented:
    // where it counts more than it showed, a page must be empty to be the last.
    let counted = page.body["count"]?.integer ?? 0
    let mayBeLast = page.count < limit && counted <= page.total
    return mayBeLast || page.count == 0 ? nil : "limit=\(limit)&offset=\(page.total)"
  }
}
