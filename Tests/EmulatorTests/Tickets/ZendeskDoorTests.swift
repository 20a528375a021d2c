import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `The door to the emulated Zendesk` {
  private static let path = "/_emulator/zendesk"

  @Test func `an agent submits a ticket and answers it in the browser`() async throws {
    let visitor = try Visitor()
    let bob = try await visitor.user("Bob", ["role": "agent"])
    let ann = try await visitor.user("Ann")
    let made = try await visitor.send(
      .post,
      "\(Self.path)/tickets",
      [
        "as": bob["id"] ?? .null,
        "ticket": [
          "subject": "Call", "requester_id": ann["id"] ?? .null, "comment": ["body": "She called"],
        ],
      ]
    )
    #expect(made.status == 201)
    let ticket = try #require(made.body["ticket"])
    #expect(ticket["via"]?["channel"] == "web")
    #expect(ticket["submitter_id"] == bob["id"])
    #expect(made.body["audit"]?["author_id"] == bob["id"])
    try await visitor.work(as: bob, on: ticket, ["comment": ["body": "Hi"], "status": "pending"])

    let entries = try await visitor.wire("ticket_created") + visitor.wire("ticket_updated")
    #expect(entries.map { $0["via"] } == ["web_form", "web_form"])
    #expect(entries.map { $0["by"]?["name"] } == ["Bob", "Bob"])
    let page = try await visitor.get(Self.path).body
    #expect(page["users"]?.column("name") == ["Emulated Administrator", "Bob", "Ann"])
    let shown = try #require(page["tickets"]?.items?.first)
    #expect(shown["status"] == "pending")
    #expect(shown["comments"]?.column("body") == ["She called", "Hi"])
    #expect(shown["metrics"] == nil)
  }

  @Test func `tickets are shown by number, deleted users not at all`() async throws {
    let visitor = try Visitor()
    for _ in 1...11 { _ = try await visitor.ticket() }
    let ann = try await visitor.user("Ann")
    _ = try await visitor.send(.delete, "/api/v2/users/\(try visitor.id(ann))")
    let page = try await visitor.get(Self.path).body
    #expect(page["tickets"]?.column("id") == (1...11).map { String($0) })
    #expect(page["users"]?.column("name") == ["Emulated Administrator"])
    #expect(page["groups"]?.column("name") == ["Support"])
  }

  @Test func `triggers are shown in the order in which they run, inactive ones too`() async throws {
    let visitor = try Visitor()
    let category: Value = ["trigger_category": ["name": "Before", "position": 0]]
    let made = try await visitor.send(.post, "/api/v2/trigger_categories", category)
    let trigger: Value = [
      "title": "First", "active": false,
      "category_id": made.body["trigger_category"]?["id"] ?? .null,
      "conditions": ["all": [["field": "status", "operator": "is", "value": "open"]]],
      "actions": [["field": "priority", "value": "high"]],
    ]
    let created = try await visitor.send(.post, "/api/v2/triggers", ["trigger": trigger])
    let id = try #require(created.body["trigger"]?["id"])
    let shown = try #require(try await visitor.get(Self.path).body["triggers"]?.items)
    #expect(shown.first == ["id": id, "title": "First", "active": false, "category": "Before"])
    #expect(shown.dropFirst().map { $0["category"] } == Array(repeating: "Notifications", count: 4))
    #expect(shown.last?["title"] == "Auto-assign to first email responding agent")
  }

  @Test func `one who is no agent, and what is not known, is refused`() async throws {
    let visitor = try Visitor()
    let ann = try await visitor.user("Ann")
    let gone = try await visitor.user("Gone", ["role": "agent"])
    _ = try await visitor.send(.delete, "/api/v2/users/\(try visitor.id(gone))")
    let ticket: Value = ["comment": ["body": "b"]]
    let bodies: [(Value, String)] = [
      (["ticket": ticket], "\"as\""), (["as": 5, "ticket": ticket], "\"as\""),
      (["as": ann["id"] ?? .null, "ticket": ticket], "Ann is an end user"),
      (["as": gone["id"] ?? .null, "ticket": ticket], "\"as\""),
      (["as": Visitor.administrator], "\"ticket\""),
      (["as": Visitor.administrator, "ticket": ["karma": 1]], "ticket.karma"),
    ]
    for (body, text) in bodies {
      let reply = try await visitor.send(.post, "\(Self.path)/tickets", body)
      #expect(reply.status == 400)
      #expect(reply.body["error"]?.text?.contains(text) == true, "\(reply.text)")
    }
    let body: Value = ["as": Visitor.administrator, "ticket": ticket]
    #expect(try await visitor.send(.put, "\(Self.path)/tickets/7", body).status == 404)
    #expect(try await visitor.send(.post, "\(Self.path)/users", body).status == 404)
    #expect(try await visitor.send(.delete, "\(Self.path)/tickets/1").status == 404)
    #expect(try await visitor.get(Self.path).body["tickets"] == [])
  }
}
