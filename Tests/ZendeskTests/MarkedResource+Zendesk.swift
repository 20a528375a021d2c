import KindTesting
import Zendesk

extension MarkedResource {
  init(
    _ title: String,
    found codes: [String] = [],
    saying words: String = "",
    in section: String,
    name: String = "thing",
    _ text: String
  ) {
    self.init(
      title,
      found: codes,
      saying: words,
      of: ZendeskKinds.all,
      in: section,
      name: name,
      text
    )
  }
}
