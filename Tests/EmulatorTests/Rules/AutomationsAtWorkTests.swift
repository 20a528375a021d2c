import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `Automations at work` {
  private let visitor: Visitor
  private let hour = 3600

  init() async throws {
    visitor = try Visitor()
    try await visitor.removeStandardTriggers()
  }

  private func automation(
    _ title: String,
    when conditions: [(String, String, Value)],
    then actions: [(String, Value)]
  ) async throws {
    let rule = Visitor.rule(conditions, actions)
    let titled: Members = ["title": .string(title)]
    try await visitor.create("automations", "automation", .object(titled.merging(rule)))
  }

  private func fired() async throws -> [String] {
    try await visitor.entries("automation_fired").compactMap { $0["automation"]?["title"]?.text }
  }

  @Test func `a solved ticket is closed four days later, at the full hour`() async throws {
    try await visitor.open([
      "status": "solved", "assignee_id": .integer(ZendeskState.administrator),
    ])
    try await visitor.pass(97 * hour - 1)
    #expect(try await visitor.ticket(1)["status"] == "solved")
    try await visitor.pass(1)
    #expect(try await visitor.ticket(1)["status"] == "closed")
    let fired = try #require(try await visitor.entries("automation_fired").first)
    #expect(fired["changes"] == [["field": "status", "from": "solved", "to": "closed"]])
    #expect(fired["at"] == "2027-01-19T09:00:00Z")
    let hours = fired["conditions"]?.items?.last
    #expect(hours?["actual"] == "97")
    #expect(hours?["holds"] == true)
  }

  @Test func `run once an hour, in their order`() async throws {
    try await automation(
      "Nudge",
      when: [("status", "is", "pending"), ("PENDING", "is", "2")],
      then: [("priority", "high")]
    )
    try await automation(
      "Then",
      when: [("status", "is", "pending"), ("PENDING", "is", "2")],
      then: [("current_tags", "then")]
    )
    visitor.clock.advance(600)
    try await visitor.open(["status": "pending"])
    try await visitor.pass(hour)
    #expect(try await fired().isEmpty)
    // At the third full hour two whole hours have gone by.
    try await visitor.pass(2 * hour)
    #expect(try await fired() == ["Nudge", "Then"])
    try await visitor.pass(24 * hour)
    #expect(try await fired() == ["Nudge", "Then"])
    #expect(try await visitor.ticket(1)["priority"] == "high")
  }

  @Test func `a skip is told when its conditions come out otherwise`() async throws {
    try await automation(
      "Late",
      when: [("status", "is", "pending"), ("PENDING", "greater_than", "2")],
      then: [("status", "open")]
    )
    try await visitor.open(["status": "open"])
    try await visitor.pass(5 * hour)
    try await visitor.update(["status": "pending"])
    try await visitor.pass(2 * hour)
    let skipped = try await visitor.entries("automation_skipped")
      .filter { $0["automation"]?["title"] == "Late" }
    #expect(
      skipped.map { $0["conditions"]?.items?.map { $0["holds"] ?? .null } } == [
        [false, false], [true, false],
      ]
    )
    #expect(try await fired().isEmpty)
    try await visitor.pass(hour)
    #expect(try await fired() == ["Late"])
  }

  @Test func `triggers run on what an automation changed`() async throws {
    try await automation(
      "Late",
      when: [("status", "is", "pending"), ("PENDING", "greater_than", "0")],
      then: [("status", "open")]
    )
    try await visitor.rule(
      "Reopened",
      when: [
        ("status", "value", "open"), ("current_via_id", "is", "8"), ("role", "is_not", "agent"),
        ("role", "is_not", "end_user"),
      ],
      then: [("current_tags", "late")]
    )
    try await visitor.open(["status": "pending"])
    try await visitor.pass(hour)
    let automation = try #require(try await visitor.entries("automation_fired").first)
    let trigger = try #require(try await visitor.entries("trigger_fired").first)
    #expect(trigger["cause"] == automation["number"])
    #expect(trigger["trigger"]?["title"] == "Reopened")
    #expect(try await visitor.ticket(1)["tags"] == ["late"])
  }

  @Test func `act on one ticket a hundred times at most`() async throws {
    try await automation(
      "Endless",
      when: [("status", "is", "open"), ("OPEN", "greater_than", "0"), ("priority", "is", "low")],
      then: [("notification_user", ["requester_id", "S", "B"]), ("priority", "low")]
    )
    try await visitor.open(["status": "open", "priority": "low"])
    try await visitor.pass(150 * hour)
    #expect(try await fired().count == 100)
  }

  @Test func `a year goes by at once`() async throws {
    try await visitor.open(["status": "open"])
    try await visitor.pass(366 * 24 * hour)
    #expect(try await visitor.entries("halted").isEmpty)
    try await visitor.update(["status": "solved"])
    try await visitor.pass(98 * hour)
    #expect(try await visitor.ticket(1)["status"] == "closed")
  }

  @Test func `an account that goes on elsewhere has its hours, too`() async throws {
    try await visitor.open(["status": "solved"])
    var options = EmulatorOptions()
    let clock = visitor.clock
    options.now = { clock.seconds }
    let other = await EmulatorInstance(options, continuing: visitor.emulator)
    let transport = EmulatorTransport(other)
    let body = Array(#"{"seconds": 360000}"#.utf8)
    let url = "https://zendesk.localhost/_emulator/clock"
    #expect(try await transport.send(Request(.post, url, body: body)).status == 200)
    let shown = try await transport.send(
      Request(
        .get,
        "https://zendesk.localhost/api/v2/tickets/1",
        headers: [.authorization: "Bearer x"]
      )
    )
    #expect(try Value(json: shown.body)["ticket"]?["status"] == "closed")
  }
}
