import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `Tickets of the emulated Zendesk` {
  private static let path = "/api/v2/tickets"

  @Test func `the smallest ticket is answered with its audit`() async throws {
    let visitor = try Visitor()
    let body: Value = ["ticket": ["subject": "test", "comment": ["body": "test"]]]
    let reply = try await visitor.send(.post, "\(Self.path).json", body)
    #expect(reply.status == 201)
    #expect(reply.header("location") == "https://zendesk.localhost/api/v2/tickets/1.json")
    let ticket = try #require(reply.body["ticket"])
    let via: Value = ["channel": "api", "source": ["from": [:], "to": [:], "rel": .null]]
    let expected: Members = [
      "id": 1, "status": "new", "subject": "test", "raw_subject": "test", "description": "test",
      "via": via, "requester_id": Visitor.administrator, "submitter_id": Visitor.administrator,
      "priority": .null, "type": .null, "tags": [], "custom_fields": [], "is_public": true,
    ]
    for (key, value) in expected { #expect(ticket[key] == value, "\(key)") }
    let audit = try #require(reply.body["audit"])
    #expect(audit["author_id"] == Visitor.administrator)
    #expect(audit["via"] == via)
    let events = audit["events"]?.items ?? []
    #expect(events.first?["type"] == "Comment")
    #expect(events.first?["plain_body"] == "test")
    #expect(
      events.first?["html_body"]
        == "<div class=\"zd-comment\" dir=\"auto\"><p dir=\"auto\">test</p></div>"
    )
    let created = events.filter { $0["type"] == "Create" }
    #expect(created.map { $0["field_name"] }.contains("status"))
    #expect(try await visitor.ticket()["id"] == 2)
  }

  @Test func `hidden members are not shown`() async throws {
    let visitor = try Visitor()
    let ticket = try await visitor.ticket()
    #expect(ticket["metrics"] == nil)
    #expect(ticket["comment_ids"] == nil)
    #expect(try await visitor.comments(ticket).first?["ticket_id"] == nil)
    #expect(try await visitor.audits(ticket).first?["ticket_id"] == ticket["id"])
  }

  private static let refused: [(Value, Int, String)] = [
    (["subject": "s"], 422, "base"), (["comment": ["body": "  "]], 422, "base"),
    (["comment": ["body": "b"], "status": "done"], 422, "status"),
    (["comment": ["body": "b"], "priority": "P1"], 422, "priority"),
    (["comment": ["body": "b"], "type": "bug"], 422, "type"),
    (["comment": ["body": "b"], "requester_id": 5], 422, "requester_id"),
    (["comment": ["body": "b"], "requester": ["phone": "+15550100"]], 422, "requester"),
    (["comment": ["body": "b"], "requester": "Ann"], 422, "email"),
    (["comment": ["body": "b"], "submitter_id": 5], 422, "submitter_id"),
    (["comment": ["body": "b"], "assignee_id": 5], 422, "assignee_id"),
    (["comment": ["body": "b"], "assignee_email": "a@b.c"], 422, "assignee_email"),
    (["comment": ["body": "b"], "group_id": 5], 422, "group_id"),
    (["comment": ["body": "b", "author_id": 5]], 422, "author_id"),
    (["comment": ["body": "b", "author_id": "Ann"]], 400, "author_id"),
    (["comment": ["body": 5]], 400, "body"), (["comment": ["body": "b"], "tags": 5], 201, ""),
    (["description": "b"], 201, ""), ([:], 422, "base"),
  ]

  @Test(arguments: refused)
  func `a ticket that is not right is refused, and nothing is left of it`(
    _ ticket: Value,
    _ status: Int,
    _ attribute: String
  ) async throws {
    let visitor = try Visitor()
    let reply = try await visitor.send(.post, Self.path, ["ticket": ticket])
    #expect(reply.status == status, "\(reply.text)")
    if status == 422 { #expect(reply.body["details"]?[attribute] != nil, "\(reply.text)") }
    if status == 400 { #expect(reply.text.contains(attribute)) }
    guard status != 201 else { return }
    #expect(try await visitor.get(Self.path).body["count"] == 0)
    #expect(try await visitor.get("/api/v2/users").body["count"] == 1)
    #expect(try await visitor.wire("ticket_created").isEmpty)
  }

  @Test func `what is not known is dropped with a warning`() async throws {
    let visitor = try Visitor()
    let body: Value = [
      "ticket": ["comment": ["body": "b", "colour": "red"], "id": 99, "karma": 1]
    ]
    let reply = try await visitor.send(.post, Self.path, body)
    #expect(reply.body["ticket"]?["id"] == 1)
    let warning = try #require(reply.header("x-zendesk-api-warn"))
    for key in ["ticket.comment.colour", "ticket.id", "ticket.karma"] {
      #expect(warning.contains("\"\(key)\""))
    }
    #expect(try await visitor.send(.post, Self.path, ["karma": 1]).status == 400)
  }

  @Test func `a list can be read in pages, sorted and by external id`() async throws {
    let visitor = try Visitor()
    for number in 1...12 {
      _ = try await visitor.ticket(["external_id": .integer(number % 2)])
    }
    let all = try await visitor.get(Self.path).body["tickets"]
    #expect(all?.column("id") == (1...12).map { String($0) })
    let page = try await visitor.get("\(Self.path)?page[size]=5&sort=-id").body
    #expect(page["tickets"]?.column("id") == ["12", "11", "10", "9", "8"])
    let next = try #require(page["links"]?["next"]?.text)
    #expect(try await visitor.get(next).body["tickets"]?.column("id") == ["7", "6", "5", "4", "3"])
    let sorted = try await visitor.get("\(Self.path)?sort_by=id&sort_order=desc&per_page=2").body
    #expect(sorted["tickets"]?.column("id") == ["12", "11"])
    #expect(try await visitor.get("\(Self.path)?external_id=1").body["count"] == 6)
    #expect(try await visitor.get("\(Self.path)/count").body["count"]?["value"] == 12)
    let some = try await visitor.get("\(Self.path)/show_many?ids=3,4,99&include=comment_count")
    #expect(some.body["tickets"]?.column("id") == ["3", "4"])
    #expect(some.body["tickets"]?.column("comment_count") == ["1", "1"])
  }

  @Test func `a deleted ticket is gone with all that belongs to it, and its number too`()
    async throws
  {
    let visitor = try Visitor()
    _ = try await visitor.ticket()
    #expect(try await visitor.send(.delete, "\(Self.path)/1").status == 204)
    for path in ["", "/comments", "/audits"] {
      #expect(try await visitor.get("\(Self.path)/1\(path)").status == 404)
    }
    #expect(try await visitor.send(.put, "\(Self.path)/1", ["ticket": [:]]).status == 404)
    #expect(try await visitor.ticket()["id"] == 2)
    let state = await visitor.emulator.zendesk.state
    #expect(state.ticketComments.objects.count == 1)
    #expect(state.ticketAudits.objects.count == 1)
  }

  @Test func `an idempotency key makes one ticket of two requests`() async throws {
    let visitor = try Visitor()
    func send(_ subject: String, _ key: String) async throws -> (Int, String?, Value?) {
      let body: Value = ["ticket": ["subject": .string(subject), "comment": ["body": "b"]]]
      var headers: HTTPFields = [
        .authorization: "Bearer x", .contentType: "application/json",
      ]
      headers[try #require(HTTPField.Name("Idempotency-Key"))] = key
      let response = try await visitor.emulator.answer(
        .init(
          .post,
          "\(visitor.origin)\(Self.path)",
          headers: headers,
          body: Array(body.json().utf8)
        )
      )
      let lookup = HTTPField.Name("x-idempotency-lookup").flatMap { response.headers[$0] }
      return (response.status, lookup, try Value(json: response.body)["ticket"]?["id"])
    }
    #expect(try await send("a", "k") == (201, "miss", 1))
    #expect(try await send("a", "k") == (201, "hit", 1))
    #expect(try await send("a", "other") == (201, "miss", 2))
    #expect(try await send("b", "k") == (400, nil, nil))
    visitor.clock.advance(7200)
    #expect(try await send("b", "k") == (201, "miss", 3))
    #expect(try await visitor.get(Self.path).body["count"] == 3)
  }

  private static let custom: [Members] = [
    ["title": "Text", "type": "text"], ["title": "Done", "type": "checkbox", "tag": "done"],
    [
      "title": "Plan", "type": "tagger",
      "custom_field_options": [
        ["name": "Gold", "value": "gold"], ["name": "Tin", "value": "tin"],
      ],
    ],
  ]

  @Test func `custom fields keep values they can have, and options are tags`() async throws {
    let visitor = try Visitor()
    var ids: [Value] = []
    for field in Self.custom {
      let made = try await visitor.create("ticket_fields", "ticket_field", .object(field))
      ids.append(try #require(made["id"]))
    }
    var ticket = try await visitor.ticket([
      "tags": "One TWO",
      "custom_fields": [
        ["id": .string(ids[0].scalarText ?? ""), "value": 5], ["id": ids[2], "value": "gold"],
        ["id": 99, "value": "x"],
      ],
    ])
    #expect(
      ticket["custom_fields"] == [
        ["id": ids[0], "value": "5"], ["id": ids[1], "value": false],
        ["id": ids[2], "value": "gold"],
      ]
    )
    #expect(ticket["fields"] == ticket["custom_fields"])
    #expect(ticket["tags"] == ["one", "two", "gold"])
    ticket = try await visitor.update(
      ticket,
      ["fields": [["id": ids[2], "value": "tin"], ["id": ids[1], "value": true]]]
    )
    #expect(ticket["tags"] == ["one", "two", "tin", "done"])
    let wrong: Value = ["ticket": ["custom_fields": [["id": ids[2], "value": "brass"]]]]
    #expect(try await visitor.send(.put, "\(Self.path)/1", wrong).status == 422)
    let events = try await visitor.audits(ticket).last?["events"]?.items ?? []
    let change = events.first { $0["field_name"] == .string(ids[2].scalarText ?? "") }
    #expect(change?["previous_value"] == "gold")
    #expect(change?["value"] == "tin")
  }

  @Test func `the chronicle says what was made, by whom and how`() async throws {
    let visitor = try Visitor()
    let ann = try await visitor.user("Ann")
    _ = try await visitor.ticket([
      "requester_id": ann["id"] ?? .null, "priority": "high", "tags": ["sms"], "via_id": 57,
    ])
    let entry = try #require(try await visitor.wire("ticket_created").first)
    let administrator: Value = [
      "id": Visitor.administrator, "name": "Emulated Administrator", "role": "admin",
    ]
    let person: Value = ["id": ann["id"] ?? .null, "name": "Ann", "role": "end-user"]
    #expect(entry["ticket"] == 1)
    #expect(entry["by"] == administrator)
    #expect(entry["via"] == "sms")
    #expect(entry["cause"] == .null)
    #expect(
      entry["values"] == [
        "subject": "Help", "status": "new", "priority": "high", "tags": ["sms"],
        "requester": ["id": ann["id"] ?? .null, "name": "Ann"],
      ]
    )
    #expect(
      entry["comment"] == ["body": "It does not work", "public": true, "author": person]
    )
  }

  private static let channels: [(Members, String)] = [
    ([:], "api"), (["via_id": 0], "web"), (["via_id": "4"], "email"), (["via_id": 999], "api"),
    (["via": ["channel": "web_form"]], "web"), (["via": ["channel": 57]], "sms"),
    (["via": ["channel": "pigeon"]], "api"), (["via": ["channel": 57], "via_id": 29], "chat"),
  ]

  @Test(arguments: channels)
  func `a request may pretend to come through another channel`(
    _ members: Members,
    _ channel: String
  ) async throws {
    let ticket = try await Visitor().ticket(members)
    #expect(ticket["via"]?["channel"] == .string(channel))
    #expect(ticket["via_id"] == nil)
  }
}
