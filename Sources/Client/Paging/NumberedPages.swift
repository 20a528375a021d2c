/// Pages by number from 0 on, each of the same size; one that is not full is the last.
///
/// Braze: https://www.braze.com/docs/api/endpoints/export/campaigns/get_campaigns
struct NumberedPages: Pages {
  let size: Int
  /// What each request says besides: `include_archived=true`; "" for nothing.
  let parameters: String

  var firstQuery: String { query(of: 0) }

  func query(after page: Page) throws(OpenEnd) -> String? {
    guard page.count <= size else {
      throw OpenEnd(reason: "a page holds \(page.count) objects, and \(size) is the most")
    }
    return page.count < size ? nil : query(of: page.number + 1)
  }

  private func query(of number: Int) -> String {
    "page=\(number)" + (parameters.isEmpty ? "" : "&\(parameters)")
  }
}
