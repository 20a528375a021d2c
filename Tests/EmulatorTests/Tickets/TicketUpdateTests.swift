import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Updates of an emulated ticket` {
  private struct Room {
    let visitor: Visitor
    let ann: Value
    let bob: Value

    /// - Parameter readings: How open facts are read.
    init(_ readings: [OpenFact: String] = [:]) async throws {
      visitor = try Visitor(EmulatorOptions(readings: readings))
      ann = try await visitor.user("Ann", ["email": "ann@example.com"])
      bob = try await visitor.user("Bob", ["role": "agent"])
    }

    func ticket(_ members: Members = [:]) async throws -> Value {
      let requester: Members = ["requester_id": ann["id"] ?? .null]
      return try await visitor.ticket(requester.merging(members))
    }

    func comment(by author: Value) -> Value {
      ["body": "More", "author_id": author["id"] ?? .null]
    }
  }

  @Test func `tags are set, added and taken away`() async throws {
    let visitor = try Visitor()
    try await visitor.open(["tags": ["a", "b"]])
    let ticket = try await visitor.update(["additional_tags": ["B", "c"], "remove_tags": ["a"]])
    #expect(ticket["tags"] == ["b", "c"])
  }

  @Test func `an update answers ticket and audit, and the chronicle notes it`() async throws {
    let room = try await Room()
    let ticket = try await room.ticket(["priority": "low"])
    room.visitor.clock.advance(60)
    let reply = try await room.visitor.send(
      .put,
      "/api/v2/tickets/1.json",
      [
        "ticket": [
          "priority": "high", "description": "ignored", "metadata": ["time": "3m"],
          "comment": ["body": "Note", "public": false],
        ]
      ]
    )
    #expect(reply.status == 200)
    #expect(reply.header("x-zendesk-api-warn") == nil)
    #expect(reply.body["ticket"]?["description"] == "It does not work")
    #expect(reply.body["ticket"]?["updated_at"] != ticket["updated_at"])
    let audit = try #require(reply.body["audit"])
    #expect(audit["metadata"]?["custom"] == ["time": "3m"])
    let changes = (audit["events"]?.items ?? []).filter { $0["type"] == "Change" }
    #expect(changes.count == 1)
    #expect(changes.first?["field_name"] == "priority")
    #expect(changes.first?["previous_value"] == "low")
    #expect(changes.first?["value"] == "high")
    let entry = try #require(try await room.visitor.wire("ticket_updated").first)
    #expect(entry["changes"] == [["field": "priority", "from": "low", "to": "high"]])
    #expect(entry["comment"]?["public"] == false)
    #expect(entry["comment"]?["author"]?["role"] == "admin")
    #expect(entry["via"] == "api")
  }

  @Test func `what changes nothing is no event`() async throws {
    let room = try await Room()
    let ticket = try await room.ticket(["tags": ["a"]])
    room.visitor.clock.advance(60)
    let same: Members = ["status": "new", "tags": ["A"], "comment": ["body": " "]]
    let after = try await room.visitor.update(ticket, same)
    #expect(after == ticket)
    #expect(try await room.visitor.wire("ticket_updated").isEmpty)
    #expect(try await room.visitor.audits(ticket).count == 1)
  }

  @Test func `a closed ticket cannot be changed`() async throws {
    let room = try await Room()
    let ticket = try await room.ticket()
    try await room.visitor.update(ticket, ["status": "closed"])
    let reply = try await room.visitor.send(
      .put,
      "/api/v2/tickets/1",
      ["ticket": ["comment": ["body": "b"]]]
    )
    #expect(reply.status == 422)
    #expect(
      reply.body == [
        "error": "RecordInvalid", "description": "Record validation errors",
        "details": ["status": [["description": "Status: closed prevents ticket update"]]],
      ]
    )
  }

  @Test func `a safe update with an old stamp is refused`() async throws {
    let room = try await Room()
    let ticket = try await room.ticket()
    let stamp = ticket["updated_at"] ?? .null
    room.visitor.clock.advance(60)
    for safe in [true, false] {
      let change: Members = [
        "safe_update": .boolean(safe), "updated_stamp": stamp, "tags": [.string("\(safe)")],
      ]
      let body: Value = ["ticket": .object(change)]
      let reply = try await room.visitor.send(.put, "/api/v2/tickets/1", body)
      // The first one changes the stamp.
      #expect(reply.status == (safe ? 200 : 409))
      if !safe { #expect(reply.body["error"] == "UpdateConflict") }
    }
    #expect(try await room.visitor.update(ticket, ["updated_stamp": stamp])["tags"] == ["true"])
  }

  @Test func `a ticket that an agent has is open, in the agent's group`() async throws {
    let room = try await Room()
    let made = try await room.ticket(["assignee_id": room.bob["id"] ?? .null])
    let given = try await room.visitor.update(
      try await room.ticket(),
      ["assignee_id": .string(try room.visitor.id(room.bob))]
    )
    for ticket in [made, given] {
      #expect(ticket["status"] == "open")
      #expect(ticket["assignee_id"] == room.bob["id"])
      #expect(ticket["group_id"] == .integer(ZendeskState.foundingGroup))
    }
    let free = try await room.visitor.update(given, ["assignee_id": .null, "group_id": ""])
    #expect(free["assignee_id"] == .null)
    #expect(free["group_id"] == .null)
    #expect(free["status"] == "open")
    let refused: Value = ["ticket": ["assignee_id": room.ann["id"] ?? .null]]
    #expect(try await room.visitor.send(.put, "/api/v2/tickets/1", refused).status == 422)
  }

  @Test func `who solves a ticket that nobody has gets it`() async throws {
    let room = try await Room()
    let api = try await room.visitor.update(try await room.ticket(), ["status": "solved"])
    #expect(api["assignee_id"] == Visitor.administrator)
    let web = try await room.visitor.work(
      as: room.bob,
      on: try await room.ticket(),
      ["status": "solved"]
    )
    #expect(web["assignee_id"] == room.bob["id"])
    let kept = try await room.ticket(["assignee_id": room.bob["id"] ?? .null])
    #expect(
      try await room.visitor.update(kept, ["status": "solved"])["assignee_id"] == room.bob["id"]
    )
  }

  @Test func `an agent's comment leaves the status`() async throws {
    let room = try await Room()
    for status in ["new", "pending", "solved"] {
      let ticket = try await room.ticket(["status": .string(status)])
      let after = try await room.visitor.work(as: room.bob, on: ticket, ["comment": ["body": "b"]])
      #expect(after["status"] == .string(status == "new" ? "new" : status))
    }
  }

  private static let reopenings: [(String, String, Members, String)] = [
    ("solved", "author", [:], "open"), ("pending", "author", [:], "open"),
    ("hold", "author", [:], "open"), ("new", "author", [:], "new"),
    ("open", "author", [:], "open"), ("solved", "sender", [:], "solved"),
    ("solved", "author", ["status": "pending"], "pending"),
  ]

  @Test(arguments: reopenings)
  func `a customer's comment reopens what waits, as the open fact is read`(
    _ status: String,
    _ reading: String,
    _ further: Members,
    _ expected: String
  ) async throws {
    let room = try await Room([.zendeskReopening: reading])
    let ticket = try await room.ticket(["status": .string(status)])
    let change: Members = ["comment": room.comment(by: room.ann)]
    let after = try await room.visitor.update(ticket, change.merging(further))
    #expect(after["status"] == .string(expected))
    #expect(try await room.visitor.comments(ticket).last?["author_id"] == room.ann["id"])
    let facts = try await room.visitor.get("/_emulator/facts").body["facts"]?.items ?? []
    let isTouched = facts.first { $0["name"] == "zendesk-reopening" }?["touched"]
    let decides = ["solved", "pending", "hold"].contains(status) && further.isEmpty
    #expect(isTouched == .boolean(decides))
  }

  @Test func `the requester can be changed`() async throws {
    let room = try await Room()
    let ticket = try await room.ticket()
    let after = try await room.visitor.update(ticket, ["requester": ["name": "Cy"]])
    #expect(after["requester_id"] != ticket["requester_id"])
    #expect(after["submitter_id"] == ticket["submitter_id"])
  }

  @Test func `what is counted and timed of a ticket is kept`() async throws {
    let room = try await Room()
    let ticket = try await room.ticket()
    room.visitor.clock.advance(3600)
    let start = room.visitor.clock.seconds
    try await room.visitor.work(
      as: room.bob,
      on: ticket,
      ["status": "solved", "comment": ["body": "b"]]
    )
    room.visitor.clock.advance(60)
    try await room.visitor.update(ticket, ["comment": room.comment(by: room.ann)])
    let state = await room.visitor.emulator.zendesk.state
    let metrics = try #require(state.tickets["1"]?["metrics"])
    let expected: Members = [
      "reopens": 1, "replies": 1, "assignee_stations": 1, "group_stations": 1,
      "assigned_at": .integer(start), "assignee_updated_at": .integer(start),
      "requester_updated_at": .null, "updated_at": .integer(start + 60),
      "since": [
        "new": .integer(start - 3600), "solved": .integer(start), "open": .integer(start + 60),
      ],
    ]
    #expect(metrics == .object(expected))
  }
}
