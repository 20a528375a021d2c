import Braze
import KindTesting

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
      of: BrazeKinds.all,
      in: section,
      name: name,
      text
    )
  }

  /// A campaign in order, but for what is said.
  static func campaign(
    _ title: String,
    found codes: [String] = [],
    saying words: String = "",
    delivery: String = "{type: api_triggered}",
    message: String = "channel: webhook\nwebhook: {url: \"https://a.b\", method: POST}",
    _ more: String = ""
  ) -> MarkedResource {
    MarkedResource(
      title,
      found: codes,
      saying: words,
      in: "campaigns",
      "name: A\ndelivery: \(delivery)\n\(message)\n\(more)"
    )
  }

  /// A Canvas that the API starts.
  static func canvas(
    _ title: String,
    found codes: [String] = [],
    steps: String
  ) -> MarkedResource {
    MarkedResource(
      title,
      found: codes,
      in: "canvases",
      "name: A\nentry: {type: api_triggered}\nsteps: \(steps)"
    )
  }
}
