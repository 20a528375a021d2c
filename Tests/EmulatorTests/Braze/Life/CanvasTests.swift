import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `A Canvas of the emulated Braze` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  private func canvas(_ group: String, _ entry: Members, _ further: Members = [:]) async throws
    -> String
  {
    let sms: (String) -> Value = { body in
      ["subscription_group_id": .string(group), "body": .string(body)]
    }
    let least: Members = [
      "name": "J", "schedule_type": entry["type"] ?? "api_triggered", "entry": .object(entry),
      "re_eligible": entry["re_eligible"] ?? false,
      "steps": [
        [
          "name": "One", "type": "message", "channel": "sms",
          "sms": sms("One {{context.${n}}} {{canvas.${name}}}"),
        ],
        ["name": "Pause", "type": "delay"],
        [
          "name": "Two", "type": "message", "channel": "sms",
          "sms": sms("{% abort_message('enough') %}"),
        ],
        ["name": "Three", "type": "message", "channel": "sms", "sms": sms("Three")],
      ],
    ]
    return try await visitor.made("canvases", .object(least.merging(further)))
  }

  private func enter(_ id: String) async throws {
    let body: Value = [
      "canvas_id": .string(id), "context": ["n": 1],
      "recipients": [["external_user_id": "u1"]],
    ]
    let reply = try await visitor.send(.post, "/canvas/trigger/send", body)
    try #require(reply.status == 201, "\(reply.text)")
  }

  @Test func `goes through its steps, whatever becomes of one`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    let id = try await canvas(group, ["type": "api_triggered"])
    try await enter(id)
    let entered = try #require(try await visitor.happened(.campaignEntered).first)
    #expect(entered["of"] == "canvas")
    #expect(entered["campaign"] == ["id": .string(id), "name": "J"])
    #expect(try await visitor.happened(.smsSent).column("body") == ["One 1 J", "Three"])
    #expect(try await visitor.happened(.messageAborted).column("reason") == ["enough"])
    let body: Value = ["external_ids": ["u1"], "fields_to_export": ["canvases_received"]]
    let reply = try await visitor.send(.post, "/users/export/ids", body)
    #expect(
      reply.body["users"]?.items?.first?["canvases_received"] == [
        [
          "name": "J", "api_canvas_id": .string(id),
          "last_entered": "2027-01-15T08:00:00.000Z",
          "last_received_message": "2027-01-15T08:00:00.000Z",
        ]
      ]
    )
  }

  @Test func `is entered once unless users may enter again`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    let id = try await canvas(group, ["type": "api_triggered"])
    try await enter(id)
    try await enter(id)
    let skipped = try #require(try await visitor.happened(.campaignSkipped).first)
    #expect(skipped["of"] == "canvas")
    #expect(skipped.check("re-eligibility")?["expected"] == "never entered before")
    let again = try await canvas(
      group,
      ["type": "api_triggered", "re_eligible": true, "re_eligible_after_seconds": 60]
    )
    try await enter(again)
    try await enter(again)
    try await visitor.pass(60)
    try await enter(again)
    #expect(try await visitor.happened(.campaignEntered).count == 3)
  }

  @Test func `lets everybody in and sends to subscribers`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.track(["external_id": "u1", "phone": "+15550100"])
    let id = try await canvas(group, ["type": "api_triggered"])
    try await enter(id)
    #expect(try await visitor.happened(.campaignEntered).count == 1)
    #expect(try await visitor.happened(.smsSent).isEmpty)
    #expect(try await visitor.happened(.messageFailed).count == 3)
  }

  @Test func `begins with what a user does, for its audience`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group, ["vip": true])
    let trigger: Value = [
      "type": "inbound_sms", "subscription_group_id": .string(group), "keyword_category": "Other",
    ]
    let entry: Members = ["type": "action_based", "trigger": trigger, "re_eligible": true]
    let audience: Value = [
      ["custom_attribute": "vip", "comparison": "equals", "value": true]
    ]
    _ = try await canvas(group, entry, ["audience": audience])
    try await visitor.text("Hello", to: group)
    #expect(try await visitor.happened(.smsSent).column("body") == ["One  J", "Three"])
    let removal = try await visitor.send(
      .delete,
      "/_emulator/braze/subscription_groups/\(group)"
    )
    #expect(removal.status == 400)
    try await visitor.track(["external_id": "u1", "vip": false])
    try await visitor.text("Hello", to: group)
    let skipped = try #require(try await visitor.happened(.campaignSkipped).first)
    #expect(skipped.check("audience: vip equals")?["actual"] == "false")
  }
}
