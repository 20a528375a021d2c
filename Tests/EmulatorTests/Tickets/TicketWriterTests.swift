import Testing
import Values

@testable import Emulator

@Suite struct `What a rule writes to a ticket` {
  private static let rule: Members = ["id": 7, "title": "Rule"]

  private static func state() async throws -> ZendeskState {
    let visitor = try Visitor()
    _ = try await visitor.user("Bob", ["role": "agent"])
    let field: Value = ["key": "plan", "title": "P", "type": "text"]
    try await visitor.create("user_fields", "user_field", field)
    _ = try await visitor.ticket(["requester": ["name": "Ann"], "tags": ["a"]])
    return await visitor.emulator.zendesk.state
  }

  @Test func `it answers what is another value now, and nothing else`() async throws {
    var state = try await Self.state()
    let changes = TicketWriter.apply(
      [
        ("priority", "high"), ("tags", ["a", "b"]), ("status", "new"),
        ("requester.custom_fields.plan", "gold"),
      ],
      to: "1",
      rule: Self.rule,
      &state,
      now: 2_000_000_000
    )
    #expect(
      changes == [
        TicketChange(field: "priority", from: .null, to: "high"),
        TicketChange(field: "tags", from: ["a"], to: ["a", "b"]),
        TicketChange(field: "requester.custom_fields.plan", from: .null, to: "gold"),
      ]
    )
    #expect(state.tickets["1"]?["updated_at"] == "2033-05-18T03:33:20Z")
    let requester = state.user(state.tickets["1"]?["requester_id"])
    #expect(requester?["user_fields"]?["plan"] == "gold")
    let events = try #require(state.lastAudit(of: "1")["events"]?.items)
    let last = try #require(events.last)
    #expect(state.ticketAudits.objects.count == 1)
    #expect(last["field_name"] == "tags")
    #expect(last["via"]?["channel"] == "rule")
    #expect(last["via"]?["source"]?["rel"] == "trigger")
    #expect(last["via"]?["source"]?["from"]?["title"] == "Rule")
  }

  @Test func `nothing new leaves no trace`() async throws {
    var state = try await Self.state()
    let before = state.tickets["1"]
    let changes = TicketWriter.apply(
      [("status", "new"), ("tags", ["a"])],
      to: "1",
      rule: Self.rule,
      &state,
      now: 2_000_000_000
    )
    #expect(changes.isEmpty)
    #expect(state.tickets["1"] == before)
    let lost = TicketWriter.apply(
      [("status", "open")],
      to: "9",
      rule: Self.rule,
      &state,
      now: 2_000_000_000
    )
    #expect(lost.isEmpty)
  }

  @Test func `an assignment opens the ticket, and an automation has an audit of its own`()
    async throws
  {
    var state = try await Self.state()
    let bob = try #require(state.users.objects.values.first { $0["name"] == "Bob" }?["id"])
    let changes = TicketWriter.apply(
      [("assignee_id", bob)],
      to: "1",
      rule: Self.rule.merging(["rel": "automation"]),
      &state,
      now: 2_000_000_000
    )
    #expect(changes.map(\.field) == ["status", "assignee_id", "group_id"])
    let audits = (state.tickets["1"]?["audit_ids"]?.items ?? [])
      .compactMap { state.ticketAudits[$0.scalarText ?? ""] }
    #expect(audits.count == 2)
    #expect(audits.last?["author_id"] == -1)
    #expect(audits.last?["via"]?["source"]?["rel"] == "automation")
    #expect(state.tickets["1"]?["metrics"]?["since"]?["open"] == 2_000_000_000)
  }
}
