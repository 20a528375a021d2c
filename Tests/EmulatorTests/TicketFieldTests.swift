import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Emulated ticket fields and forms` {
  private let visitor: Visitor
  private let path = "/api/v2/ticket_fields"

  init() throws {
    visitor = try Visitor()
  }

  private func field(_ further: Members = [:]) async throws -> Value {
    let least: Members = ["title": "Size", "type": "text"]
    return try await visitor.create(
      "ticket_fields",
      "ticket_field",
      .object(least.merging(further))
    )
  }

  private func put(_ id: Value?, _ changes: Members) async throws -> Visitor.Reply {
    let id = try #require(id?.integer)
    return try await visitor.send(.put, "\(path)/\(id)", ["ticket_field": .object(changes)])
  }

  @Test func `a created field is answered in the order of the real answers`() async throws {
    let created = try await field()
    #expect(
      created.members?.keys == [
        "url", "id", "type", "title", "raw_title", "description", "raw_description", "position",
        "active", "required", "collapsed_for_agents", "regexp_for_validation", "title_in_portal",
        "raw_title_in_portal", "visible_in_portal", "editable_in_portal", "required_in_portal",
        "tag", "created_at", "updated_at", "removable", "key", "agent_description",
      ]
    )
    #expect(created["description"] == "Size")
    #expect(created["title_in_portal"] == "Size")
    #expect(created["position"] == 9999)
    #expect(created["removable"] == true)
    #expect(created["key"] == .null)
  }

  @Test func `the other texts follow the title until they have their own`() async throws {
    let created = try await field(["description": "How big"])
    let renamed = try await put(created["id"], ["title": "Weight"])
    #expect(renamed.body["ticket_field"]?["title_in_portal"] == "Weight")
    #expect(renamed.body["ticket_field"]?["raw_title_in_portal"] == "Weight")
    #expect(renamed.body["ticket_field"]?["description"] == "How big")
  }

  @Test func `a type is for life`() async throws {
    let reply = try await put(try await field()["id"], ["type": "date"])
    #expect(reply.status == 200)
    #expect(reply.body["ticket_field"]?["type"] == "text")
    #expect(reply.header("x-zendesk-api-warn")?.contains(#""ticket_field.type""#) == true)
  }

  @Test func `a dropdown is called tagger, and its options keep their ids`() async throws {
    let options: Value = [["name": "S", "value": "s"], ["name": "L", "value": "l"]]
    let created = try await field(["type": "tagger", "custom_field_options": options])
    let before = try #require(created["custom_field_options"]?.items)
    #expect(before.first?.members?.keys == ["id", "name", "raw_name", "value", "default"])
    let kept: Value = ["id": before[1]["id"] ?? .null, "name": "Large", "value": "l"]
    let reply = try await put(created["id"], ["custom_field_options": .list([kept])])
    let after = reply.body["ticket_field"]?["custom_field_options"]
    #expect(after?.column("id") == [try #require(before[1]["id"]?.scalarText)])
    #expect(after?.column("name") == ["Large"])
  }

  @Test(
    arguments: [
      (["title": ""], "title"), (["type": "dropdown"], "type"),
      (["type": "tagger"], "custom_field_options"),
      (["type": "lookup"], "relationship_target_type"),
    ] as [(Members, String)]
  )
  func `a poor field is invalid`(_ further: Members, _ attribute: String) async throws {
    let least: Members = ["title": "Size", "type": "text"]
    let body: Value = ["ticket_field": .object(least.merging(further))]
    let reply = try await visitor.send(.post, path, body)
    #expect(reply.status == 422)
    #expect(reply.body["details"]?.members?.keys == [attribute])
  }

  @Test func `the system's fields are there and stay`() async throws {
    let list = try await visitor.get(path)
    #expect(
      list.body["ticket_fields"]?.column("type") == [
        "subject", "description", "status", "tickettype", "priority", "group", "assignee",
        "custom_status",
      ]
    )
    let status = try #require(list.body["ticket_fields"]?.items?[2])
    #expect(
      status["system_field_options"]?.column("value") == ["open", "pending", "hold", "solved"]
    )
    let id = try #require(status["id"]?.integer)
    #expect(try await visitor.send(.delete, "\(path)/\(id)").status == 422)
    let own = try #require(try await field()["id"]?.integer)
    #expect(try await visitor.send(.delete, "\(path)/\(own)").status == 204)
  }

  @Test func `without a cursor every field is in one list`() async throws {
    for number in 0..<100 { _ = try await field(["title": .string("F\(number)")]) }
    let list = try await visitor.get(path)
    #expect(list.body["ticket_fields"]?.items?.count == 108)
    #expect(list.body["next_page"] == .null)
    let page = try await visitor.get("\(path)?page[size]=100")
    #expect(page.body["ticket_fields"]?.items?.count == 100)
    #expect(page.body["meta"]?["has_more"] == true)
  }

  @Test func `a form gets the system's fields and keeps the order of the others`() async throws {
    let first = try #require(try await field()["id"])
    let second = try #require(try await field(["title": "B"])["id"])
    let form = try await visitor.create(
      "ticket_forms",
      "ticket_form",
      ["name": "Returns", "ticket_field_ids": .list([second, first])]
    )
    let ids = try #require(form["ticket_field_ids"]?.items)
    #expect(ids.count == 10)
    #expect(ids.suffix(2) == [second, first])
    #expect(form["display_name"] == "Returns")
    #expect(form["position"] == 2)
    let id = try #require(form["id"]?.integer)
    let path = "/api/v2/ticket_forms"
    let changes: Value = ["ticket_form": ["default": true, "agent_conditions": []]]
    #expect(try await visitor.send(.put, "\(path)/\(id)", changes).status == 200)
    let list = try await visitor.get(path)
    #expect(list.body["ticket_forms"]?.column("default") == ["false", "true"])
  }

  @Test func `organizations have fields of their own`() async throws {
    let body: Value = ["key": "tier", "title": "Tier"]
    let created = try await visitor.create("organization_fields", "organization_field", body)
    #expect(created["type"] == "text")
    #expect(created["url"]?.text?.contains("/api/v2/organization_fields/") == true)
    #expect(try await visitor.get("/api/v2/organization_fields/tier").status == 200)
    #expect(try await visitor.get("/api/v2/user_fields").body["count"] == 0)
  }

  @Test(arguments: [
    ("group_id", "999"), ("brand_id", "999"), ("ticket_form_id", "999"),
    ("custom_fields_999", "x"), ("requester.custom_fields.nobody", "x"),
    ("organization.custom_fields.nobody", "x"),
  ])
  func `ids of nothing pass unless told otherwise`(_ field: String, _ value: String) async throws {
    let condition: Value = [
      "field": .string(field), "operator": "is", "value": .string(value),
    ]
    let trigger = Visitor.trigger("A", ["conditions": ["all": [condition]]])
    let body: Value = ["trigger": trigger]
    #expect(try await visitor.send(.post, "/api/v2/triggers", body).status == 201)
    var options = EmulatorOptions()
    options.unconfirmed.refusesUnknownIDs = true
    let strict = try Visitor(options)
    #expect(try await strict.send(.post, "/api/v2/triggers", body).status == 422)
  }

  @Test func `ids of what is there pass in any case`() async throws {
    var options = EmulatorOptions()
    options.unconfirmed.refusesUnknownIDs = true
    let strict = try Visitor(options)
    let groups = try await strict.get("/api/v2/groups")
    let group = try #require(groups.body["groups"]?.column("id").first)
    let actions: Value = [
      ["field": "group_id", "value": .string(group)], ["field": "group_id", "value": ""],
      ["field": "notification_group", "value": [.string(group), "S", "B"]],
    ]
    let trigger = Visitor.trigger("A", ["actions": actions])
    #expect(try await strict.send(.post, "/api/v2/triggers", ["trigger": trigger]).status == 201)
  }
}
