internal import HTTPTypes

/// Pages whose header `Link` leads to the next one; the last has no such link.
///
/// Braze: https://www.braze.com/docs/api/endpoints/export/custom_attributes/get_custom_attributes
struct LinkedPages: Pages {
  let firstQuery = ""

  func query(after page: Page) throws(OpenEnd) -> String? {
    guard let name = HTTPField.Name("link") else { return nil }
    for header in page.headers[values: name] {
      guard let links = LinkHeader(header) else {
        throw OpenEnd(reason: "the header Link of a page cannot be read")
      }
      guard let target = links.target(of: "next") else { continue }
      guard let mark = target.firstIndex(of: "?") else {
        throw OpenEnd(reason: "there is more, but the header Link does not say where")
      }
      // Credentials go to the origin of the environment and nowhere else.
      return String(target[target.index(after: mark)...])
    }
    return nil
  }
}
