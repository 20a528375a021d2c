import KindTesting
import Testing

/// What Braze or its dashboard refuses is found before any request.
struct RefusalCheckTests {
  private static let group = "6ff593d7-cf69-448b-aca9-abf7d7b8c273"
  private static let call = "channel: webhook, webhook: {url: \"https://a.b\", method: POST}"

  static let blank: [MarkedResource] = [
    MarkedResource(
      "content",
      found: ["blank-text"],
      in: "content_blocks",
      "name: a\ncontent: ⟦\" \""
    ),
    MarkedResource(
      "a description",
      found: ["blank-text"],
      saying: "leave the key out",
      in: "content_blocks",
      "name: a\ncontent: x\ndescription: ⟦\"\""
    ),
    MarkedResource(
      "a description that is to go",
      found: ["blank-text"],
      in: "content_blocks",
      "name: a\ncontent: x\ndescription: ⟦null"
    ),
    MarkedResource(
      "a reply",
      found: ["missing-reply"],
      in: "keyword_categories",
      "name: a\nsubscription_group: \(group)\nkeywords: [AGENT]\nreply: ⟦\" \""
    ),
    .campaign(
      "an event",
      found: ["blank-text"],
      delivery: "{type: action_based, custom_event: ⟦\"\"}"
    ),
    .campaign(
      "a schedule",
      found: ["blank-text"],
      delivery: "{type: scheduled, schedule: ⟦\" \"}"
    ),
    .campaign(
      "an SMS",
      found: ["blank-text"],
      message: "channel: sms\nsms: {subscription_group: \(group), body: ⟦\"\"}"
    ),
    .campaign(
      "a URL",
      found: ["blank-text"],
      message: "channel: webhook\nwebhook: {url: ⟦\"\", method: POST}"
    ),
  ]

  static let groups: [MarkedResource] = [
    .campaign(
      "a group that sends",
      found: ["invalid-group-id"],
      saying: "!ref braze.subscription_groups.NAME",
      message: "channel: sms\nsms: {subscription_group: ⟦support, body: x}"
    ),
    .campaign(
      "a group that was written to",
      found: ["invalid-group-id"],
      delivery:
        "{type: action_based, inbound_sms: {subscription_group: ⟦12, keyword_category: other}}"
    ),
    MarkedResource(
      "a group of keywords",
      found: ["invalid-group-id"],
      in: "keyword_categories",
      "name: a\nsubscription_group: ⟦x\nkeywords: [AGENT]\nreply: Hello"
    ),
  ]

  static let names: [MarkedResource] = [
    MarkedResource(
      "tags of a block",
      found: ["repeated-tag"],
      in: "content_blocks",
      "name: a\ncontent: x\ntags: [a, b, ⟦a]"
    ),
    .campaign("tags of a campaign", found: ["repeated-tag"], "tags: [a, ⟦a]"),
    .campaign("tags that differ", "tags: [a, A]"),
    .canvas("no steps", found: ["missing-step"], steps: "⟦[]"),
    .canvas(
      "steps of one name",
      found: ["repeated-step"],
      steps: "[{name: S, \(call)}, {name: T, \(call)}, {name: ⟦S, \(call)}]"
    ),
    MarkedResource(
      "a field of profiles",
      found: ["standard-attribute?"],
      saying: "a field of every profile",
      in: "custom_attributes",
      "name: ⟦time_zone"
    ),
    MarkedResource(
      "a field of profiles by the resource's name",
      found: ["standard-attribute?"],
      in: "custom_attributes",
      name: "⟦first_name",
      "data_type: string"
    ),
    MarkedResource("no field of profiles", in: "custom_attributes", "name: Email"),
  ]

  static let headers: [MarkedResource] = [
    .campaign(
      "names",
      found: [
        "invalid-header-name",
        "invalid-header-name",
      ],
      message: """
        channel: webhook
        webhook:
          url: https://a.b
          method: POST
          headers:
            X-Trace_1.a: a
            X Trace: ⟦a
            Größe: ⟦a
        """
    ),
    .campaign(
      "no credential",
      message: """
        channel: webhook
        webhook: {url: "https://a.b", method: POST, headers: {Authorization: "Basic "}}
        """
    ),
    .campaign(
      "a credential",
      found: ["secret-in-clear-text"],
      saying: "!env NAME,",
      message: """
        channel: webhook
        webhook: {url: "https://a.b", method: POST, headers: {Authorization: ⟦Basic YTpi}}
        """
    ),
  ]

  @Test(arguments: blank + groups + names + headers)
  func `what is refused is found offline`(_ resource: MarkedResource) {
    resource.check()
  }
}
