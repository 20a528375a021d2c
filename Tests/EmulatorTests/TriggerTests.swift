import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Emulated triggers` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor()
  }

  @Test func `a fresh account holds the standard triggers in one category`() async throws {
    let reply = try await visitor.get("/api/v2/triggers")
    #expect(reply.body["triggers"]?.column("title").count == 4)
    #expect(reply.body["count"] == 4)
    let categories = try await visitor.get("/api/v2/trigger_categories")
    #expect(categories.body["trigger_categories"]?.column("name") == ["Notifications"])
    #expect(categories.body["trigger_categories"]?.items?.first?["position"] == 1)
    let id = try #require(categories.body["trigger_categories"]?.items?.first?["id"]?.text)
    #expect(Set(reply.body["triggers"]?.column("category_id") ?? []) == [id])
  }

  @Test func `a created trigger is answered whole and in the order of the real answers`()
    async throws
  {
    let reply = try await visitor.send(
      .post,
      "/api/v2/triggers.json",
      [
        "trigger": [
          "actions": [["field": "status", "value": "open"]], "title": "Fresh",
          "all": [["field": "update_type", "operator": "is", "value": "Create"]],
        ]
      ]
    )
    #expect(reply.status == 201)
    let trigger = try #require(reply.body["trigger"]?.members)
    #expect(
      trigger.keys == [
        "url", "id", "title", "active", "updated_at", "created_at", "default", "actions",
        "conditions", "description", "position", "raw_title", "category_id",
      ]
    )
    let id = try #require(trigger["id"]?.integer)
    #expect(trigger["url"] == .string("https://zendesk.localhost/api/v2/triggers/\(id).json"))
    #expect(reply.header("location") == trigger["url"]?.text)
    #expect(
      trigger["conditions"] == [
        "all": [["field": "update_type", "operator": "is", "value": "Create"]], "any": [],
      ]
    )
    #expect(trigger["position"] == 5)
    #expect(trigger["active"] == true)
    #expect(trigger["description"] == .null)
    #expect(trigger["raw_title"] == "Fresh")
    #expect(trigger["category_id"]?.text != nil)
    #expect(trigger["created_at"] == "2027-01-15T08:00:00Z")
    #expect(reply.header("content-type") == "application/json; charset=utf-8")
    #expect(!reply.text.hasSuffix("\n"))
  }

  @Test func `a position begins anew in each category`() async throws {
    let category = try await visitor.create(
      "trigger_categories",
      "trigger_category",
      ["name": "Second"]
    )
    let id = try #require(category["id"])
    #expect(try await visitor.trigger("A", ["category_id": id])["position"] == 1)
    #expect(try await visitor.trigger("B", ["category_id": id])["position"] == 2)
    #expect(try await visitor.trigger("C")["position"] == 5)
    #expect(try await visitor.trigger("D", ["position": 2])["position"] == 2)
    _ = try await visitor.trigger("E", ["position": 40])
    #expect(try await visitor.trigger("F")["position"] == 41)
    for title in ["E", "F"] {
      let list = try await visitor.get("/api/v2/triggers")
      let found = list.body["triggers"]?.items?.first { $0["title"] == .string(title) }
      let number = try #require(found?["id"]?.integer)
      _ = try await visitor.send(.delete, "/api/v2/triggers/\(number)")
    }
    #expect(try await visitor.trigger("G")["position"] == 6)
  }

  @Test func `a category can be made on the way`() async throws {
    let trigger = try await visitor.trigger("A", ["category": ["name": "New", "position": 7]])
    let id = try #require(trigger["category_id"]?.text)
    let reply = try await visitor.get("/api/v2/trigger_categories/\(id)")
    #expect(reply.body["trigger_category"]?["name"] == "New")
    #expect(reply.body["trigger_category"]?["position"] == 7)
  }

  @Test func `PUT without conditions and actions leaves both alone`() async throws {
    let before = try await visitor.trigger("Old")
    visitor.clock.advance(5)
    let after = try await put(before, ["title": "New", "description": "Why"])
    #expect(after["title"] == "New")
    #expect(after["raw_title"] == "New")
    #expect(after["description"] == "Why")
    #expect(after["conditions"] == before["conditions"])
    #expect(after["actions"] == before["actions"])
    #expect(after["created_at"] == before["created_at"])
    #expect(after["updated_at"] == "2027-01-15T08:00:05Z")
  }

  @Test func `PUT with one of conditions and actions empties the other`() async throws {
    let before = try await visitor.trigger("A")
    let actions: Value = [["field": "priority", "value": "high"]]
    let cleared = try await put(before, ["actions": actions])
    #expect(cleared["actions"] == actions)
    #expect(cleared["conditions"] == ["all": [], "any": []])
    let any: Value = [["field": "status", "operator": "is", "value": "open"]]
    let again = try await put(before, ["conditions": ["any": any]])
    #expect(again["actions"] == [])
    #expect(again["conditions"] == ["all": [], "any": any])
  }

  @Test func `a null description clears and other nulls change nothing`() async throws {
    let before = try await visitor.trigger("A", ["description": "x", "position": 9])
    let after = try await put(before, ["description": .null, "position": .null, "active": .null])
    #expect(after["description"] == .null)
    #expect(after["position"] == 9)
    #expect(after["active"] == true)
  }

  @Test func `a deleted trigger is gone`() async throws {
    let id = try #require(try await visitor.trigger("A")["id"]?.integer)
    #expect(try await visitor.send(.delete, "/api/v2/triggers/\(id)").status == 204)
    let reply = try await visitor.get("/api/v2/triggers/\(id)")
    #expect(reply.status == 404)
    #expect(reply.text == #"{"error":"RecordNotFound","description":"Not found"}"#)
  }

  @Test func `an unknown id outweighs a poor body`() async throws {
    let reply = try await visitor.send(
      .put,
      "/api/v2/triggers/9223372036854775807",
      ["trigger": ["id": 1, "title": 5]]
    )
    #expect(reply.status == 404)
    #expect(reply.header("x-zendesk-api-warn")?.contains("trigger.id") == true)
  }

  @Test func `what is not permitted is dropped and named`() async throws {
    let before = try await visitor.trigger("A")
    let id = try #require(before["id"]?.integer)
    let reply = try await visitor.send(
      .put,
      "/api/v2/triggers/\(id)?cursor_pagination=true",
      ["trigger": ["id": 1, "title": "B", "default": true]]
    )
    #expect(
      reply.header("x-zendesk-api-warn")
        == "{:allowed_parameters=>{:controller=>\"triggers\", :action=>\"update\", "
        + ":unpermitted_keys=>[\"cursor_pagination\", \"trigger.id\", \"trigger.default\"], "
        + ":invalid_values=>[]}}"
    )
    #expect(reply.body["trigger"]?["id"] == .integer(id))
    #expect(reply.body["trigger"]?["default"] == false)
    let clean = try await visitor.send(
      .put,
      "/api/v2/triggers/\(id)",
      ["trigger": ["title": "C"]]
    )
    #expect(clean.header("x-zendesk-api-warn") == nil)
  }

  @Test func `unknown members of a condition are named once`() async throws {
    let condition: Value = ["field": "status", "operator": "is", "value": "new", "note": "x"]
    let reply = try await visitor.send(
      .post,
      "/api/v2/triggers",
      ["trigger": Visitor.trigger("A", ["conditions": ["all": [condition, condition]]])]
    )
    #expect(reply.status == 201)
    #expect(
      reply.header("x-zendesk-api-warn")?.contains("[\"trigger.conditions.all.note\"]") == true
    )
  }

  @Test func `blanks around a title are cut off, or kept under the other reading`() async throws {
    #expect(try await visitor.trigger(" A ")["title"] == "A")
    var options = EmulatorOptions()
    options.unconfirmed.trimsNames = false
    #expect(try await Visitor(options).trigger(" A ")["title"] == " A ")
  }

  private func put(_ trigger: Value, _ changes: Members) async throws -> Value {
    let id = try #require(trigger["id"]?.integer)
    let reply = try await visitor.send(
      .put,
      "/api/v2/triggers/\(id)",
      ["trigger": .object(changes)]
    )
    try #require(reply.status == 200, "\(reply.text)")
    let shown = try await visitor.get("/api/v2/triggers/\(id).json")
    #expect(shown.body == reply.body)
    return try #require(reply.body["trigger"])
  }
}
