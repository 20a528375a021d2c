import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `The text of a message of the emulated Braze` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  private func rendered(_ template: String, _ further: Members = [:]) async throws -> String? {
    let group = try await visitor.made(
      "subscription_groups",
      ["id": "6ff593d7-cf69-448b-aca9-abf7d7b8c273", "name": "G", "channel": "sms"]
    )
    try await visitor.subscriber(
      of: group,
      ([
        "email": "ann@example.com", "zip code": "1010", "address": ["city": "Wien"], "t": "123",
        "home_city": "Wien",
        "dob": "1990-01-31",
      ] as Members).merging(further)
    )
    let trigger: Value = ["type": "custom_event", "event": "e"]
    _ = try await visitor.smsCampaign("C", on: trigger, to: group, body: template)
    try await visitor.event("e", ["ticket": ["id": 7]])
    return try await visitor.happened(.smsSent).first?["body"]?.text
  }

  @Test(arguments: [
    ("{{${first_name}}} {{${last_name}}}", "Ann Lee"),
    ("{{${user_id}}} {{${email_address}}} {{${phone_number}}}", "u1 ann@example.com +15550100"),
    ("{{${city}}} {{${date_of_birth}}}", "Wien 1990-01-31"),
    ("[{{${country}}}|{{custom_attribute.${nothing}}}|{{sms.${inbound_message_body}}}]", "[||]"),
    ("{{custom_attribute.${zip code}}} {{custom_attribute.${address.city}}}", "1010 Wien"),
    ("{{event_properties.${ticket}.id}}", "7"),
    ("{{campaign.${name}}}", "C"),
    ("{{subscribed_state.${6ff593d7-cf69-448b-aca9-abf7d7b8c273}}}", "subscribed"),
    ("{{subscribed_state.${email_global}}}", "subscribed"),
    ("{{${first_name} | default: 'friend' | upcase}}", "ANN"),
    ("{{custom_attribute.${x} | default: 'friend'}}", "friend"),
    ("{% assign v = {{custom_attribute.${t}}} | plus: 1 %}{{v}}", "124"),
    ("<!-- {{${first_name}}} -->Hi", "Hi"),
  ])
  func `knows the user and what happened`(_ template: String, _ text: String) async throws {
    #expect(try await rendered(template) == text)
  }

  @Test func `holds content blocks in place`() async throws {
    try await visitor.block(
      "to_int",
      ["content": "{% assign var = {{custom_attribute.${t}}} | to_i %}{{var}}"]
    )
    try await visitor.block("draft", ["content": "no", "state": "draft"])
    #expect(
      try await rendered(
        "/{{content_blocks.${to_int} | id: 'cb1'}}.json {{var}}{{content_blocks.${draft}}}!"
      ) == "/123.json 123!"
    )
  }

  @Test func `has no archived content blocks`() async throws {
    let id = try await visitor.block("old", ["content": "old"])
    _ = try await visitor.send(
      .patch,
      "/_emulator/braze/content_blocks/\(id)",
      ["archived": true]
    )
    #expect(try await rendered("[{{content_blocks.${old}}}]") == "[]")
  }

  @Test func `that is empty is not sent`() async throws {
    #expect(try await rendered(" {{custom_attribute.${nothing}}}\n") == nil)
    #expect(
      try await visitor.happened(.messageFailed).column("reason") == ["the body is empty"]
    )
  }

  @Test func `that asks a server is not sent`() async throws {
    #expect(try await rendered("a\n {% connected_content https://example.com %}") == nil)
    let reason = try #require(try await visitor.happened(.messageFailed).column("reason").first)
    #expect(reason.contains("the body, line 2, column 2"))
    #expect(reason.contains("connected_content asks a server"))
  }

  @Test func `tells which block is wrong`() async throws {
    try await visitor.block("broken", ["content": "{{ 'x' | divided_by: 0 }}"])
    #expect(try await rendered("{{content_blocks.${broken}}}") == nil)
    let reason = try #require(try await visitor.happened(.messageFailed).column("reason").first)
    #expect(reason.hasPrefix("the content block broken, line 1"))
  }

  @Test(arguments: [("not-sent", 0), ("sent", 1)])
  func `may have 1,600 characters`(_ reading: String, _ count: Int) async throws {
    try await visitor.read(.brazeLongSMS, as: reading)
    _ = try await rendered("{% for i in (1..1601) %}x{% endfor %}")
    #expect(try await visitor.happened(.smsSent).count == count)
    #expect(try await visitor.isTouched(.brazeLongSMS))
  }

  @Test func `of 1,600 characters is sent`() async throws {
    #expect(try await rendered("{% for i in (1..1600) %}x{% endfor %}") != nil)
    let sent = try #require(try await visitor.happened(.smsSent).first)
    #expect(sent["segments"] == 11)
    #expect(try await !visitor.isTouched(.brazeLongSMS))
  }
}
