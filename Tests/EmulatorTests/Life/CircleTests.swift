import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Systems that wake each other` {
  /// Every update of the ticket is an event in Braze, and every such event updates the ticket.
  private func echo(triggers: Int, delay: Int = 0) async throws -> Visitor {
    let visitor = try Visitor()
    try await visitor.removeStandardTriggers()
    let event = """
      {"events": [{"external_id": "u1", "name": "updated", "time": "2026-01-01T00:00:00Z"}]}
      """
    for _ in 1...triggers { _ = try await visitor.calling(.string(event)) }
    let campaign: Value = [
      "name": "Echo", "channel": "webhook",
      "delivery": [
        "type": "action_based", "trigger": ["type": "custom_event", "event": "updated"],
        "re_eligible": true, "delay_seconds": .integer(delay),
      ],
      "webhook": [
        "url": "https://zendesk.localhost/api/v2/tickets/1.json", "method": "PUT",
        "headers": ["Authorization": "Bearer x", "Content-Type": "application/json"],
        "body": #"{"ticket": {"comment": {"body": "Echo"}}}"#,
      ],
    ]
    _ = try await visitor.dashboard("campaigns", campaign)
    return visitor
  }

  /// How often this happened; the door would write and read thousands of entries for it.
  private func count(_ occurrence: Occurrence, _ visitor: Visitor) async -> Int {
    await visitor.emulator.life.chronicle.entries(after: 0).count { $0.occurrence == occurrence }
  }

  @Test(arguments: [("at-once", 1), ("at-once", 2), ("later", 1)])
  func `are stopped`(_ reading: String, _ triggers: Int) async throws {
    let visitor = try await echo(triggers: triggers)
    try await visitor.read(.brazeTracking, as: reading)
    try await visitor.open()
    try await visitor.pass(86_400)
    let chronicle = await visitor.emulator.life.chronicle
    let halted = try #require(
      chronicle.entries(after: 0).first { $0.occurrence == .halted }?.details["reason"]?.text
    )
    #expect(halted.hasSuffix("wake each other without end"))
    #expect(chronicle.last < 20_000)
    try await visitor.pass(600)
    #expect(await visitor.emulator.life.chronicle.last == chronicle.last)
  }

  @Test func `with an hour between are not: they come to an end when time does`() async throws {
    let visitor = try await echo(triggers: 1, delay: 3_600)
    try await visitor.open()
    try await visitor.pass(120 * 3_600)
    #expect(try await visitor.entries("halted").isEmpty)
    #expect(try await visitor.entries("webhook_sent").count == 120)
  }

  @Test func `leave alone what is due later`() async throws {
    let visitor = try await echo(triggers: 1)
    var customer = visitor
    customer.origin = "https://braze.localhost"
    let group = try await customer.smsGroup()
    try await customer.subscriber("u2", of: group)
    _ = try await customer.smsCampaign(
      "Later",
      on: ["type": "custom_event", "event": "asked"],
      to: group,
      body: "Later",
      [
        "delivery": [
          "type": "action_based", "trigger": ["type": "custom_event", "event": "asked"],
          "re_eligible": true, "delay_seconds": 600,
        ]
      ]
    )
    try await customer.event("asked", of: "u2")
    try await visitor.open()
    try await visitor.pass(600)
    #expect(try await visitor.entries("halted").count == 1)
    #expect(try await visitor.entries("sms_sent").column("body") == ["Later"])
  }

  @Test func `are not what a broadcast is, however many users it has`() async throws {
    let visitor = try Visitor.braze()
    let group = try await visitor.smsGroup()
    let subscription: Value = [
      "subscription_group_id": .string(group), "subscription_state": "subscribed",
    ]
    for start in stride(from: 0, to: 5_000, by: 50) {
      let users = (start..<start + 50).map { number -> Value in
        [
          "external_id": .string("u\(number)"), "phone": .string("+1555\(100_000 + number)"),
          "subscription_groups": [subscription],
        ]
      }
      let reply = try await visitor.send(.post, "/users/track", ["attributes": .list(users)])
      try #require(reply.status == 201)
    }
    let campaign = try await visitor.made(
      "campaigns",
      [
        "name": "All", "channel": "sms", "delivery": ["type": "api_triggered"],
        "sms": ["subscription_group_id": .string(group), "body": "To all"],
      ]
    )
    let before = await visitor.emulator.life.chronicle.last
    let send: Value = ["campaign_id": .string(campaign), "broadcast": true]
    #expect(try await visitor.send(.post, "/campaigns/trigger/send", send).status == 201)
    #expect(await count(.halted, visitor) == 0)
    // Each entered it, and each got it.
    #expect(await visitor.emulator.life.chronicle.last == before + 10_000)
    #expect(await count(.smsSent, visitor) == 5_000)
  }
}
