import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Triggers at work` {
  private let visitor: Visitor

  init() async throws {
    visitor = try Visitor()
    try await visitor.removeStandardTriggers()
  }

  private static let always: [(String, String, Value)] = [("status", "is_not", "closed")]
  private static let mail: [(String, Value)] = [
    ("notification_user", ["assignee_id", "S", "B"])
  ]

  @Test func `run by category, then by position, the active ones`() async throws {
    try await visitor.rule("C", when: Self.always, then: Self.mail, ["position": 2])
    try await visitor.rule("B", when: Self.always, then: Self.mail, ["position": 1])
    let categories = try await visitor.create(
      "trigger_categories",
      "trigger_category",
      ["name": "First", "position": 0]
    )
    let first = try #require(categories["id"])
    try await visitor.rule(
      "A",
      when: Self.always,
      then: Self.mail,
      ["position": 9, "category_id": first]
    )
    try await visitor.rule("D", when: Self.always, then: Self.mail, ["active": false])
    try await visitor.open()
    #expect(try await visitor.fired() == ["A", "B", "C"])
    #expect(try await visitor.entries("trigger_skipped").isEmpty)
  }

  @Test func `begin anew after a change, and fire once`() async throws {
    try await visitor.rule(
      "Raise",
      when: [("current_tags", "includes", "vip")],
      then: [("priority", "urgent")]
    )
    try await visitor.rule(
      "Tag",
      when: [("priority", "is_not", "low")],
      then: [("current_tags", "vip VIP2")]
    )
    try await visitor.open()
    #expect(try await visitor.fired() == ["Tag", "Raise"])
    let fired = try await visitor.entries("trigger_fired")
    #expect(fired[0]["changes"] == [["field": "tags", "from": [], "to": ["vip", "vip2"]]])
    #expect(fired[1]["cause"] == fired[0]["number"])
    #expect(fired[1]["changes"] == [["field": "priority", "from": .null, "to": "urgent"]])
    let created = try #require(try await visitor.entries("ticket_created").first)
    #expect(fired[0]["cause"] == created["number"])
    let skipped = try await visitor.entries("trigger_skipped")
    #expect(skipped.compactMap { $0["trigger"]?["title"]?.text } == ["Raise"])
    #expect(skipped[0]["cause"] == created["number"])
    let ticket = try await visitor.ticket(1)
    #expect(ticket["priority"] == "urgent")
    #expect(ticket["tags"] == ["vip", "vip2"])
  }

  @Test func `two that undo each other end`() async throws {
    try await visitor.rule("On", when: Self.always, then: [("set_tags", "on")])
    try await visitor.rule("Off", when: Self.always, then: [("remove_tags", "on")])
    try await visitor.open()
    #expect(try await visitor.fired() == ["On", "Off"])
    try await visitor.update(["priority": "low"])
    #expect(try await visitor.fired() == ["On", "Off", "On", "Off"])
    #expect(try await visitor.ticket(1)["tags"] == [])
  }

  @Test func `a change is one from ahead of the update, whatever rules did between`()
    async throws
  {
    let status: [(String, String, Value)] = [("status", "value_previous", "open")]
    try await visitor.open(["status": "open"])
    try await visitor.rule(
      "Wait",
      when: [("status", "value", "pending")],
      then: [("status", "hold")]
    )
    try await visitor.rule("Seen", when: status, then: [("current_tags", "seen")])
    try await visitor.update(["status": "pending"])
    #expect(try await visitor.fired() == ["Wait", "Seen"])
    let seen = try #require(try await visitor.entries("trigger_fired").last)
    #expect(
      seen["conditions"] == [
        [
          "group": "all", "field": "status", "operator": "value_previous", "value": "open",
          "actual": "hold", "previous": "open", "holds": true,
        ]
      ]
    )
  }

  @Test func `the update that closes is the last`() async throws {
    try await visitor.rule("Any", when: [("update_type", "is", "Change")], then: Self.mail)
    let agent = try await visitor.person("Ann", ["role": "agent", "email": "ann@example.com"])
    try await visitor.open(["status": "solved", "assignee_id": agent])
    try await visitor.update(["status": "closed"])
    #expect(try await visitor.fired() == ["Any"])
    let reply = try await visitor.send(
      .put,
      "/api/v2/tickets/1",
      ["ticket": ["priority": "low"]]
    )
    #expect(reply.status == 422)
    #expect(try await visitor.fired() == ["Any"])
  }

  @Test func `one of any has to hold besides all`() async throws {
    let conditions: Value = [
      "all": [["field": "status", "operator": "is", "value": "open"]],
      "any": [
        ["field": "priority", "operator": "is", "value": "high"],
        ["field": "priority", "operator": "is", "value": "urgent"],
      ],
    ]
    _ = try await visitor.trigger(
      "T",
      ["conditions": conditions, "actions": [["field": "current_tags", "value": "x"]]]
    )
    for (status, priority) in [("open", "low"), ("pending", "high"), ("open", "urgent")] {
      try await visitor.open(["status": .string(status), "priority": .string(priority)])
    }
    let fired = try await visitor.entries("trigger_fired")
    #expect(fired.compactMap { $0["ticket"] } == [3])
    let skipped = try await visitor.entries("trigger_skipped")
    #expect(
      skipped.map { $0["conditions"]?.items?.map { $0["holds"] ?? .null } } == [
        [true, false, false], [false, true, false],
      ]
    )
  }

  @Test func `act on everything that a ticket has`() async throws {
    let agent = try await visitor.person("Ann", ["role": "agent"])
    let group = try await visitor.create("groups", "group", ["name": "Second"])
    let field = try await visitor.create(
      "ticket_fields",
      "ticket_field",
      ["title": "Number", "type": "integer"]
    )
    try await visitor.create(
      "user_fields",
      "user_field",
      ["key": "note", "title": "Note", "type": "text"]
    )
    let options: Value = [["name": "Gold", "value": "gold"], ["name": "Tin", "value": "tin"]]
    let plan = try await visitor.create(
      "user_fields",
      "user_field",
      ["key": "plan", "title": "Plan", "type": "dropdown", "custom_field_options": options]
    )
    let tin = try #require(plan["custom_field_options"]?.items?.last?["id"]?.scalarText)
    let number = try #require(field["id"]?.scalarText)
    try await visitor.rule(
      "All",
      when: Self.always,
      then: [
        ("status", "pending"), ("priority", "high"), ("type", "incident"),
        ("assignee_id", .string(try #require(agent.scalarText))),
        ("group_id", .string(try #require(group["id"]?.scalarText))),
        ("set_tags", "A b"), ("current_tags", "c"), ("remove_tags", "a"),
        ("custom_fields_\(number)", "12"), ("requester.custom_fields.note", "written"),
        ("requester.custom_fields.plan", .string(tin)), ("locale_id", "1"),
      ]
    )
    let customer = try await visitor.person("Bob")
    try await visitor.open(["requester_id": customer])
    let ticket = try await visitor.ticket(1)
    #expect(ticket["status"] == "pending")
    #expect(ticket["priority"] == "high")
    #expect(ticket["type"] == "incident")
    #expect(ticket["assignee_id"] == agent)
    #expect(ticket["group_id"] == group["id"])
    #expect(ticket["tags"] == ["b", "c"])
    #expect(
      ticket["custom_fields"]?.items?.contains(["id": field["id"] ?? .null, "value": 12]) == true
    )
    let id = try #require(customer.scalarText)
    let fields = try await visitor.get("/api/v2/users/\(id)").body["user"]?["user_fields"]
    #expect(fields?["note"] == "written")
    #expect(fields?["plan"] == "tin")
    let fired = try #require(try await visitor.entries("trigger_fired").first)
    #expect(fired["not_emulated"] == ["locale_id"])
  }

  @Test func `options are added once each, with their tags`() async throws {
    let options: Value = .list(
      ["a", "b"].map { ["name": .string($0), "value": .string($0)] }
    )
    let field = try await visitor.create(
      "ticket_fields",
      "ticket_field",
      ["type": "multiselect", "title": "Likes", "custom_field_options": options]
    )
    let name = "custom_fields_\(try #require(field["id"]?.scalarText))"
    try await visitor.rule(
      "Likes",
      when: [("status", "is", "new")],
      then: [(name, "a"), (name, "b"), (name, "a"), ("current_tags", "c")]
    )
    let ticket = try await visitor.open()
    let id = field["id"] ?? .null
    #expect(ticket["custom_fields"]?.items?.contains(["id": id, "value": ["a", "b"]]) == true)
    #expect(ticket["tags"] == ["c", "a", "b"])
  }

  @Test(arguments: [("current_user", true), ("requester_id", false), ("", false)])
  func `tickets are assigned to agents alone`(_ value: String, _ isAssigned: Bool) async throws {
    let customer = try await visitor.person("Bob")
    try await visitor.open(["requester_id": customer])
    try await visitor.rule(
      "Mine",
      when: [("update_type", "is", "Change")],
      then: [("assignee_id", .string(value))]
    )
    try await visitor.update(["priority": "low"])
    let expected: Value = isAssigned ? .integer(ZendeskState.administrator) : .null
    #expect(try await visitor.ticket(1)["assignee_id"] == expected)
  }

  @Test func `mail goes to those who have an address`() async throws {
    let agent = try await visitor.person("Ann", ["role": "agent", "email": "ann@example.com"])
    let silent = try await visitor.person("Bob")
    try await visitor.rule(
      "Mail",
      when: Self.always,
      then: [
        ("notification_user", ["assignee_id", "On {{ticket.title}}", "{{ticket.status}}"]),
        ("notification_user", ["requester_id", "S", "B"]),
        ("notification_group", ["group_id", "S", "B"]), ("priority", "low"),
      ]
    )
    let group = try await visitor.create("groups", "group", ["name": "G"])
    try await visitor.open([
      "requester_id": silent, "assignee_id": agent, "group_id": group["id"] ?? .null,
      "status": "open", "subject": "Tea",
    ])
    let fired = try #require(try await visitor.entries("trigger_fired").first)
    let mails = try await visitor.entries("mail_sent")
    #expect(mails.map { $0["to"]?["name"] ?? .null } == ["Ann", "G"])
    #expect(mails[0]["subject"] == "On Tea")
    #expect(mails[0]["body"] == "Open")
    #expect(mails.allSatisfy { $0["cause"] == fired["number"] })
  }

  @Test func `how a new ticket's values count is asked where it decides`() async throws {
    let status: [(String, String, Value)] = [("status", "value", "open")]
    try await visitor.rule("Opened", when: status, then: [("current_tags", "opened")])
    try await visitor.open(["status": "pending"])
    #expect(try await visitor.touched().isEmpty)
    try await visitor.open(["status": "open"])
    #expect(try await visitor.touched() == ["zendesk-creation-as-change"])
    #expect(try await visitor.fired() == ["Opened"])
    try await visitor.read(.zendeskCreationAsChange, as: "does-not-count")
    try await visitor.open(["status": "open"])
    #expect(try await visitor.fired() == ["Opened"])
  }

  @Test func `an agent's reply through the browser is no API's`() async throws {
    let agent = try await visitor.person("Ann", ["role": "agent"])
    let customer = try await visitor.person("Bob")
    try await visitor.rule(
      "Reply",
      when: [
        ("comment_is_public", "is", "requester_can_see_comment"),
        ("current_via_id", "is_not", "5"), ("role", "is", "agent"),
      ],
      then: [("current_tags", "replied")]
    )
    try await visitor.open(["requester_id": customer])
    try await visitor.update(["comment": ["body": "by API", "author_id": customer]])
    try await visitor.work(as: agent, ["comment": ["body": "quietly", "public": false]])
    #expect(try await visitor.fired().isEmpty)
    try await visitor.work(as: agent, ["comment": ["body": "hello"]])
    #expect(try await visitor.fired() == ["Reply"])
  }
}
