import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `A campaign asked for by Braze's API` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  /// An SMS with everything that the API gives.
  private func campaign(_ group: String, _ further: Members = [:]) async throws -> String {
    let least: Members = [
      "name": "S", "channel": "sms", "delivery": ["type": "api_triggered", "re_eligible": true],
      "sms": [
        "subscription_group_id": .string(group),
        "body": """
        {{api_trigger_properties.${msg_body}}} #{{custom_attribute.${zendesk_ticket}}}
        """,
      ],
    ]
    return try await visitor.made("campaigns", .object(least.merging(further)))
  }

  @Test func `writes attributes before it decides and renders`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    let condition: Value = [
      "custom_attribute": "zendesk_ticket_open", "comparison": "equals", "value": "true",
    ]
    let id = try await campaign(group, ["audience": [condition]])
    let attributes: Value = ["zendesk_ticket": "7", "zendesk_ticket_open": "true"]
    try await visitor.trigger(
      id,
      to: ["external_user_id": "u1", "attributes": attributes],
      further: ["trigger_properties": ["msg_body": "Hi"]]
    )
    #expect(try await visitor.happened(.smsSent).column("body") == ["Hi #7"])
    let change = try #require(try await visitor.happened(.attributesChanged).last)
    #expect(
      change["changes"] == [
        ["attribute": "zendesk_ticket", "from": .null, "to": "7"],
        ["attribute": "zendesk_ticket_open", "from": .null, "to": "true"],
      ]
    )
  }

  @Test func `reaches nobody who is not there`() async throws {
    let group = try await visitor.smsGroup()
    let id = try await campaign(group)
    try await visitor.trigger(id, to: ["external_user_id": "nobody"])
    let skipped = try #require(try await visitor.happened(.campaignSkipped).first)
    #expect(skipped["user"] == ["braze_id": .null, "external_id": "nobody"])
    #expect(skipped["checks"]?.items?.column("check") == ["user"])
    let attributes: Value = [
      "phone": "+15550101",
      "subscription_groups": [
        ["subscription_group_id": .string(group), "subscription_state": "subscribed"]
      ],
    ]
    try await visitor.trigger(
      id,
      to: [
        "external_user_id": "new", "send_to_existing_only": false, "attributes": attributes,
        "trigger_properties": ["msg_body": "Welcome"],
      ]
    )
    #expect(try await visitor.happened(.smsSent).column("to") == ["+15550101"])
  }

  @Test func `reaches a user once who is named twice`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group, ["email": "ann@example.com"])
    let id = try await campaign(group)
    try await visitor.trigger(
      id,
      to: ["external_user_id": "u1"],
      ["email": "ann@example.com", "prioritization": ["identified"]]
    )
    #expect(try await visitor.happened(.smsSent).count == 1)
  }

  @Test(
    arguments: [
      (["AND": [["a", "equals", 1], ["b", "exists", .null]]], true),
      (["AND": [["a", "equals", 1], ["b", "equals", "z"]]], false),
      (["OR": [["a", "equals", 2], ["b", "matches_regex", "^x"]]], true),
      (["OR": [["a", "equals", 2], ["AND": [["b", "does_not_equal", "x"]]]]], false),
      (["a", "greater_than_or_equal_to", 1], true), (["a", "less_than_or_equal_to", 0], false),
      (["a", "not_equal", 1], false), (["list", "includes_value", "y"], true),
      (["list", "does_not_include_value", "y"], false),
      (["b", "does_not_match_regex", "^z"], true),
      (["unset", "not_equal", 1], true), (["a", "greater_than_x_days_ago", 1], false),
      (["push_subscription_status": ["comparison": "is", "value": "opted_in"]], false),
    ] as [(Value, Bool)]
  )
  func `goes to the audience of its request`(_ audience: Value, _ reaches: Bool) async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group, ["a": 1, "b": "x", "list": ["y"]])
    let id = try await campaign(group)
    let wanted = Self.filter(audience)
    try await visitor.trigger(
      id,
      to: ["external_user_id": "u1"],
      further: ["audience": wanted]
    )
    #expect(try await visitor.happened(.smsSent).count == (reaches ? 1 : 0))
  }

  /// `[name, comparison, value]` in the words of the API.
  private static func filter(_ short: Value) -> Value {
    if let items = short.items {
      return [
        "custom_attribute": [
          "custom_attribute_name": items[0], "comparison": items[1], "value": items[2],
        ]
      ]
    }
    return .object(
      (short.members ?? [:]).mapValues { value in
        value.items.map { .list($0.map(filter)) } ?? value
      }
    )
  }

  @Test func `goes to everybody where it is broadcast`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    try await visitor.subscriber("u2", of: group, ["phone": "+15550102"])
    try await visitor.track(["external_id": "u3", "first_name": "X"])
    let id = try await campaign(group)
    let body: Value = ["campaign_id": .string(id), "broadcast": true]
    #expect(try await visitor.send(.post, "/campaigns/trigger/send", body).status == 201)
    #expect(try await visitor.happened(.smsSent).column("to") == ["+15550100", "+15550102"])
    #expect(try await visitor.happened(.campaignSkipped).count == 1)
  }
}
