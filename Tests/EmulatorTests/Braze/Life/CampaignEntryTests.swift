import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `A campaign of the emulated Braze` {
  private let visitor: Visitor
  private let solved: Value = ["type": "custom_event", "event": "solved"]

  init() throws {
    visitor = try Visitor.braze()
  }

  private func reply(_ group: String, _ further: Members = [:]) async throws -> String {
    try await visitor.smsCampaign("C", on: solved, to: group, body: "Bye", further)
  }

  private func delivery(_ further: Members) -> Members {
    let least: Members = ["type": "action_based", "trigger": solved]
    return ["delivery": .object(least.merging(further))]
  }

  @Test func `is entered where all holds`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    let id = try await reply(group)
    try await visitor.event("solved", ["ticket": 7])
    let tracked = try #require(try await visitor.happened(.eventTracked).first)
    #expect(tracked["event"] == "solved")
    #expect(tracked["properties"] == ["ticket": 7])
    let entered = try #require(try await visitor.happened(.campaignEntered).first)
    #expect(entered["campaign"] == ["id": .string(id), "name": "C"])
    #expect(entered["of"] == "campaign")
    #expect(entered["cause"] == tracked["number"])
    #expect(entered["user"]?["external_id"] == "u1")
    #expect(
      entered["checks"]?.column("check") == [
        "live", "trigger", "subscription", "phone", "re-eligibility",
      ]
    )
    let sent = try #require(try await visitor.happened(.smsSent).first)
    #expect(sent["cause"] == entered["number"])
    #expect(sent["campaign"] == ["id": .string(id), "name": "C"])
    #expect(sent["template"] == "Bye")
  }

  @Test(
    arguments: [
      ["draft": true], ["enabled": false], ["archived": true],
    ] as [Members]
  )
  func `that is not live is skipped`(_ state: Members) async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    _ = try await reply(group, state)
    try await visitor.event("solved")
    let skipped = try #require(try await visitor.happened(.campaignSkipped).first)
    #expect(skipped.check("live")?["holds"] == false)
    #expect(try await visitor.happened(.smsSent).isEmpty)
  }

  @Test func `by SMS is for subscribers with a phone`() async throws {
    let group = try await visitor.smsGroup()
    _ = try await reply(group)
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.event("solved")
    var skipped = try #require(try await visitor.happened(.campaignSkipped).last)
    #expect(skipped.check("subscription")?["holds"] == false)
    #expect(skipped.check("subscription")?["expected"] == "subscribed to Support")
    #expect(skipped.check("subscription")?["actual"] == "neither subscribed nor unsubscribed")
    #expect(skipped.check("phone")?["holds"] == false)
    try await visitor.subscriber(of: group)
    try await visitor.text("STOP", to: group)
    try await visitor.event("solved")
    skipped = try #require(try await visitor.happened(.campaignSkipped).last)
    #expect(skipped.check("subscription")?["actual"] == "unsubscribed")
    #expect(skipped.check("phone")?["holds"] == true)
    try await visitor.text("START", to: group)
    try await visitor.event("solved")
    #expect(try await visitor.happened(.campaignEntered).count == 1)
  }

  @Test(
    arguments: [
      ("equals", "true", "true", true), ("equals", "true", true, false),
      ("equals", 7, 7, true), ("equals", 7, "7", false), ("equals", "a", nil, false),
      ("does_not_equal", "a", "b", true), ("does_not_equal", "a", "a", false),
      ("exists", nil, "x", true), ("exists", nil, nil, false),
      ("does_not_exist", nil, nil, true), ("does_not_exist", nil, "x", false),
      ("greater_than", 5, 6, true), ("greater_than", 5, 5, false), ("greater_than", 5, "6", false),
      ("less_than", 5, 4, true), ("less_than", 5, 5, false), ("less_than", 5, nil, false),
      ("matches_regex", "^a.c$", "abc", true), ("matches_regex", "^a.c$", "abd", false),
      ("matches_regex", "1", 1, false),
      ("after", "2026-01-01", "2027-01-01", false),
    ] as [(String, Value?, Value?, Bool)]
  )
  func `has an audience, whose types are strict`(
    _ comparison: String,
    _ value: Value?,
    _ actual: Value?,
    _ holds: Bool
  ) async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    if let actual { try await visitor.track(["external_id": "u1", "a": actual]) }
    var condition: Members = ["custom_attribute": "a", "comparison": .string(comparison)]
    condition["value"] = value
    _ = try await reply(group, ["audience": [.object(condition)]])
    try await visitor.event("solved")
    let entry = try #require(
      try await visitor.happened(.campaignEntered, .campaignSkipped).first
    )
    let check = try #require(entry.check("audience: a \(comparison)"))
    #expect(check["holds"] == .boolean(holds))
    #expect(entry["type"] == (holds ? "campaign_entered" : "campaign_skipped"))
    #expect(check["expected"] == .string(value.map { $0.json() } ?? ""))
    if comparison != "after" {
      #expect(check["actual"] == .string(actual.map { $0.json() } ?? "not set"))
    }
  }

  @Test func `knows no segments`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    _ = try await reply(group, ["audience": [["segment": "VIP"]]])
    try await visitor.event("solved")
    let skipped = try #require(try await visitor.happened(.campaignSkipped).first)
    #expect(skipped.check("audience: segment VIP")?["holds"] == false)
    #expect(
      skipped.check("audience: segment VIP")?["actual"] == "segments are not emulated"
    )
  }

  @Test(arguments: [("differs", true), ("does-not-differ", false)])
  func `leaves open what an attribute does not equal that is not set`(
    _ reading: String,
    _ enters: Bool
  ) async throws {
    let group = try await visitor.smsGroup()
    try await visitor.read(.brazeMissingAttribute, as: reading)
    let condition: Value = [
      "custom_attribute": "a", "comparison": "does_not_equal", "value": "x",
    ]
    _ = try await reply(group, ["audience": [condition]])
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.event("solved")
    // What is not subscribed is skipped in any case.
    #expect(try await !visitor.isTouched(.brazeMissingAttribute))
    try await visitor.subscriber(of: group)
    try await visitor.event("solved")
    #expect(try await visitor.isTouched(.brazeMissingAttribute))
    #expect(try await visitor.happened(.smsSent).count == (enters ? 1 : 0))
  }

  @Test func `is received once unless users become re-eligible`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    _ = try await reply(group, delivery([:]))
    try await visitor.event("solved")
    try await visitor.pass(90 * 86_400)
    try await visitor.event("solved")
    #expect(try await visitor.happened(.smsSent).count == 1)
    let skipped = try #require(try await visitor.happened(.campaignSkipped).first)
    #expect(skipped.check("re-eligibility")?["expected"] == "never received before")
    #expect(skipped.check("re-eligibility")?["actual"] == "received 7776000 seconds ago")
  }

  @Test func `is received again when the time has passed`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    _ = try await reply(
      group,
      delivery(["re_eligible": true, "re_eligible_after_seconds": 3600])
    )
    try await visitor.event("solved")
    try await visitor.pass(3599)
    try await visitor.event("solved")
    #expect(try await visitor.happened(.smsSent).count == 1)
    try await visitor.pass(1)
    try await visitor.event("solved")
    #expect(try await visitor.happened(.smsSent).count == 2)
  }

  @Test func `that was aborted was not received`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    let body = """
      {% if custom_attribute.${ready} %}Bye{% else %}{% abort_message('not ready') %}{% endif %}
      """
    _ = try await visitor.smsCampaign(
      "C",
      on: solved,
      to: group,
      body: body,
      delivery(["re_eligible": false])
    )
    try await visitor.event("solved")
    #expect(try await visitor.happened(.messageAborted).column("reason") == ["not ready"])
    try await visitor.track(["external_id": "u1", "ready": true])
    try await visitor.event("solved")
    #expect(try await visitor.happened(.smsSent).column("body") == ["Bye"])
  }

  @Test func `entered twice at once is sent once where users have it once`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    _ = try await reply(group, delivery([:]))
    let event: Value = ["external_id": "u1", "name": "solved", "time": "2026-01-01T00:00:00Z"]
    _ = try await visitor.send(.post, "/users/track", ["events": [event, event]])
    #expect(try await visitor.happened(.smsSent).count == 1)
    let skipped = try await visitor.happened(.campaignSkipped)
    #expect(skipped.map { $0.check("re-eligibility")?["actual"] } == ["a message is on its way"])
  }

  @Test(arguments: ["matches_regex", "does_not_match_regex"])
  func `with a regular expression that is none is for nobody`(_ comparison: String) async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    try await visitor.track(["external_id": "u1", "a": "("])
    let condition: Value = [
      "custom_attribute": "a", "comparison": .string(comparison), "value": "(",
    ]
    _ = try await reply(group, ["audience": [condition]])
    try await visitor.event("solved")
    let skipped = try #require(try await visitor.happened(.campaignSkipped).first)
    #expect(
      skipped.check("audience: a \(comparison)")?["actual"]
        == "a regular expression that is not emulated: a ( is not closed"
    )
  }

  @Test func `can wait before it sends`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    _ = try await reply(group, delivery(["re_eligible": true, "delay_seconds": 600]))
    try await visitor.event("solved")
    #expect(try await visitor.happened(.campaignEntered).count == 1)
    try await visitor.pass(599)
    #expect(try await visitor.happened(.smsSent).isEmpty)
    try await visitor.pass(1)
    let sent = try #require(try await visitor.happened(.smsSent).first)
    #expect(sent["at"] == "2027-01-15T08:10:00Z")
    try await visitor.event("solved")
    try await visitor.text("STOP", to: group)
    try await visitor.pass(600)
    #expect(
      try await visitor.happened(.messageFailed).column("reason") == ["subscription: unsubscribed"]
    )
  }

  @Test func `that goes while it waits is not sent`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    let id = try await reply(group, delivery(["re_eligible": true, "delay_seconds": 600]))
    try await visitor.event("solved")
    try await visitor.event("solved")
    let campaign = "/_emulator/braze/campaigns/\(id)"
    _ = try await visitor.send(.patch, campaign, ["archived": true])
    try await visitor.pass(600)
    _ = try await visitor.send(.patch, campaign, ["archived": false])
    try await visitor.event("solved")
    _ = try await visitor.send(.delete, campaign)
    try await visitor.pass(600)
    #expect(
      try await visitor.happened(.messageFailed).column("reason") == [
        "the campaign is archived", "the campaign is archived", "the campaign has it no more",
      ]
    )
  }

  @Test func `begins when an attribute takes its value`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    let any: Value = ["type": "attribute_change", "attribute": "open"]
    let closed: Value = ["type": "attribute_change", "attribute": "open", "value": "false"]
    _ = try await visitor.smsCampaign("any", on: any, to: group, body: "any")
    _ = try await visitor.smsCampaign("closed", on: closed, to: group, body: "closed")
    try await visitor.track(["external_id": "u1", "open": "true"])
    #expect(try await visitor.happened(.smsSent).column("body") == ["any"])
    let skipped = try #require(try await visitor.happened(.campaignSkipped).first)
    #expect(skipped.check("trigger")?["expected"] == "open changes to \"false\"")
    try await visitor.track(["external_id": "u1", "open": "false"])
    #expect(try await visitor.happened(.smsSent).column("body") == ["any", "any", "closed"])
    // Neither the same again nor another attribute is a change, nor is its end.
    try await visitor.track(["external_id": "u1", "open": "false", "other": 1])
    try await visitor.track(["external_id": "u1", "open": .null])
    #expect(try await visitor.happened(.smsSent).count == 3)
    let changes = try await visitor.happened(.attributesChanged).compactMap {
      $0["changes"]?.items
    }
    #expect(changes.last == [["attribute": "open", "from": "false", "to": .null]])
  }

  @Test func `waits for one category of one group`() async throws {
    let group = try await visitor.smsGroup()
    let other = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    let trigger: Value = [
      "type": "inbound_sms", "subscription_group_id": .string(group), "keyword_category": "other",
    ]
    _ = try await visitor.smsCampaign(
      "C",
      on: trigger,
      to: group,
      body: "You wrote {{sms.${inbound_message_body}}} ({{sms.${inbound_media_urls} | first}})"
    )
    try await visitor.text("HELP", to: group)
    try await visitor.text("Hello", to: other)
    let skipped = try await visitor.happened(.campaignSkipped)
    #expect(skipped.count == 2)
    #expect(
      skipped.first?.check("trigger") == [
        "check": "trigger", "expected": "an SMS to Support in the category other",
        "actual": "an SMS to Support in the category Help", "holds": false,
      ]
    )
    try await visitor.text("Hi", to: group, media: ["https://example.com/a.png"])
    #expect(
      try await visitor.happened(.smsSent).column("body").last
        == "You wrote Hi (https://example.com/a.png)"
    )
  }
}
