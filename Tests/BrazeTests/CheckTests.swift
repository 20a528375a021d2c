import Braze
import KindTesting
import Model
import Testing
import Values

/// What is said of a resource before any request.
struct CheckTests {
  private static func block(
    _ title: String,
    found codes: [String] = [],
    saying words: String = "",
    _ text: String
  ) -> MarkedResource {
    MarkedResource(title, found: codes, saying: words, in: "content_blocks", text)
  }

  private static func category(
    _ title: String,
    found codes: [String] = [],
    saying words: String = "",
    name: String = "Support",
    keywords: String = "keywords: [SUPPORT]",
    reply: String = "reply: Soon."
  ) -> MarkedResource {
    MarkedResource(
      title,
      found: codes,
      saying: words,
      in: "keyword_categories",
      "name: \(name)\nsubscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273\n\(keywords)\n\(reply)"
    )
  }

  static let blocks = [
    block("a block", "name: to_int-2\ncontent: \"{{content_blocks.${other}}}\""),
    block("a name with a blank", found: ["invalid-block-name"], "name: ⟦to int\ncontent: x"),
    block("a name in another script", found: ["invalid-block-name"], "name: ⟦größe\ncontent: x"),
    block("99 characters", "name: \(String(repeating: "a", count: 99))\ncontent: x"),
    block(
      "100 characters",
      found: ["invalid-block-name"],
      "name: ⟦\(String(repeating: "a", count: 100))\ncontent: x"
    ),
    block(
      "a description of 249",
      "name: a\ncontent: x\ndescription: \(String(repeating: "a", count: 249))"
    ),
    block(
      "a description of 250",
      found: ["text-too-long"],
      "name: a\ncontent: x\ndescription: ⟦\(String(repeating: "a", count: 250))"
    ),
    block(
      "a block in itself",
      found: ["self-reference"],
      "name: a\ncontent: ⟦\"{{content_blocks.${ a } | id: 'cb1'}}\""
    ),
  ]

  static let messages: [MarkedResource] = [
    .campaign("a campaign"),
    .campaign(
      "no message",
      found: ["channel-mismatch"],
      saying: "needs the key \"sms\"",
      message: "channel: ⟦sms"
    ),
    .campaign(
      "two messages",
      found: ["channel-mismatch"],
      message:
        "channel: webhook\nwebhook: {url: \"https://a.b\", method: PUT}\nsms: ⟦{subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273, body: y}"
    ),
    .campaign(
      "GET with a body",
      found: ["body-of-get"],
      message: "channel: webhook\nwebhook: {url: \"https://a.b\", method: GET, body: ⟦x}"
    ),
    .campaign(
      "a credential",
      found: ["secret-in-clear-text", "secret-in-clear-text"],
      message: """
        channel: webhook
        webhook:
          url: https://a.b
          method: POST
          headers:
            Authorization: ⟦Bearer abc
            Cookie: ⟦"{{ 'a:b' | base64_encode }}"
            X-Api-Key: "{{custom_attribute.${key}}}"
            Accept: text/plain
        """
    ),
    .canvas(
      "a step of another channel",
      found: ["channel-mismatch"],
      steps: "[{name: S, channel: ⟦sms}]"
    ),
  ]

  static let deliveries: [MarkedResource] = [
    .campaign("action", delivery: "{type: action_based, custom_event: e}"),
    .campaign(
      "no action",
      found: ["delivery-mismatch"],
      delivery: "{type: ⟦action_based}"
    ),
    .campaign(
      "two actions",
      found: ["delivery-mismatch"],
      delivery:
        "{type: action_based, custom_event: e, attribute_change: ⟦{custom_attribute: a}}"
    ),
    .campaign(
      "an action that nobody waits for",
      found: ["delivery-mismatch"],
      delivery: "{type: api_triggered, custom_event: ⟦e}"
    ),
    .campaign(
      "no schedule",
      found: ["delivery-mismatch"],
      delivery: "{type: ⟦scheduled}"
    ),
    .campaign("a schedule", delivery: "{type: scheduled, schedule: daily}"),
    .campaign(
      "a schedule that nobody keeps",
      found: ["delivery-mismatch"],
      delivery: "{type: action_based, custom_event: e, schedule: ⟦daily}"
    ),
    .campaign(
      "a category",
      delivery:
        "{type: action_based, inbound_sms: {subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273, keyword_category: other}}"
    ),
    .campaign(
      "an unknown category",
      found: ["unknown-keyword-category"],
      delivery:
        "{type: action_based, inbound_sms: {subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273, keyword_category: ⟦Support}}"
    ),
    .campaign(
      "a pause of nothing",
      found: ["re-eligibility"],
      delivery: "{type: api_triggered, re_eligible_after_seconds: ⟦5}"
    ),
    .campaign(
      "720 days",
      delivery:
        "{type: api_triggered, re_eligible: true, re_eligible_after_seconds: 62208000}"
    ),
    .campaign(
      "more than 720 days",
      found: ["re-eligibility"],
      delivery:
        "{type: api_triggered, re_eligible: true, re_eligible_after_seconds: ⟦62208001}"
    ),
  ]

  static let delays: [MarkedResource] = [
    .campaign(
      "a delay",
      delivery: "{type: action_based, custom_event: e, delay_seconds: 0}"
    ),
    .campaign(
      "a delay into the past",
      found: ["delivery-delay"],
      delivery: "{type: action_based, custom_event: e, delay_seconds: ⟦-1}"
    ),
    .campaign(
      "a delay of a request",
      found: ["delivery-mismatch"],
      delivery: "{type: api_triggered, delay_seconds: ⟦60}"
    ),
    .campaign(
      "a delay of a schedule",
      found: ["delivery-mismatch"],
      delivery: "{type: scheduled, schedule: daily, delay_seconds: ⟦60}"
    ),
  ]

  static let audiences: [MarkedResource] = [
    .campaign(
      "conditions",
      "audience: [{segment: S}, {custom_attribute: a, comparison: equals, value: b}, "
        + "{custom_attribute: a, comparison: exists}]"
    ),
    .campaign("no condition", found: ["audience-condition"], "audience: [⟦{}]"),
    .campaign(
      "a segment and an attribute",
      found: ["audience-condition"],
      "audience: [{segment: ⟦S, custom_attribute: a, comparison: exists}]"
    ),
    .campaign(
      "a segment that is compared",
      found: ["audience-condition"],
      "audience: [{segment: ⟦S, comparison: exists}]"
    ),
    .campaign(
      "no comparison",
      found: ["audience-condition"],
      "audience: [{custom_attribute: ⟦a, value: b}]"
    ),
    .campaign(
      "existence of a value",
      found: ["audience-condition"],
      "audience: [{custom_attribute: a, comparison: exists, value: ⟦b}]"
    ),
    .campaign(
      "compared with nothing",
      found: ["audience-condition"],
      "audience: [{custom_attribute: a, comparison: ⟦equals}]"
    ),
  ]

  static let keywords = [
    category("a category"),
    category("no keyword", found: ["invalid-keyword"], keywords: "keywords: ⟦[]"),
    category(
      "21 keywords",
      found: ["invalid-keyword"],
      keywords: "keywords: ⟦[\((1...21).map { "K\($0)" }.joined(separator: ", "))]"
    ),
    category("two words", found: ["invalid-keyword"], keywords: "keywords: [⟦a b]"),
    category(
      "35 characters",
      found: ["invalid-keyword"],
      keywords: "keywords: [⟦\(String(repeating: "a", count: 35))]"
    ),
    category("34 characters", keywords: "keywords: [\(String(repeating: "a", count: 34))]"),
    category(
      "twice",
      found: ["invalid-keyword"],
      saying: "twice",
      keywords: "keywords: [help_me, ⟦HELP_ME]"
    ),
    category("a default", found: ["invalid-keyword"], keywords: "keywords: [⟦Stop]"),
    category("a built-in category", found: ["built-in-category"], name: "⟦Opt-In"),
    category("no reply", found: ["missing-reply"], reply: "reply: ⟦\"\""),
    category("300 characters", reply: "reply: \(String(repeating: "a", count: 300))"),
    category(
      "301 characters",
      found: ["text-too-long"],
      reply: "reply: ⟦\(String(repeating: "a", count: 301))"
    ),
    MarkedResource(
      "a group without a UUID",
      found: ["invalid-group-id"],
      in: "subscription_groups",
      "id: ⟦support"
    ),
  ]

  @Test(arguments: blocks + messages + deliveries + delays + audiences + keywords)
  func `a resource is held to what its kind says`(_ resource: MarkedResource) {
    resource.check()
  }

  @Test func `a content block is smaller than 50 kB`() {
    let small = String(repeating: "a", count: 51_199)
    let kind = Kind.contentBlock
    #expect(kind.findings(in: ["name": "a", "content": .string(small)]).isEmpty)
    #expect(
      kind.findings(in: ["name": "a", "content": .string(small + "a")]).map(\.code)
        == ["text-too-long"]
    )
  }
}
