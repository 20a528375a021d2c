import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Emulated groups and brands` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor()
  }

  private func group(_ name: String) async throws -> Value {
    try await visitor.create("groups", "group", ["name": .string(name)])
  }

  private func brand(_ name: String, _ subdomain: String) async throws -> Value {
    let brand: Value = ["name": .string(name), "subdomain": .string(subdomain)]
    return try await visitor.create("brands", "brand", brand)
  }

  @Test func `a created group is answered in the order of the real answers`() async throws {
    let group = try await group("testGroupNone")
    #expect(
      group.members?.keys == [
        "url", "id", "is_public", "name", "description", "default", "deleted", "created_at",
        "updated_at",
      ]
    )
    #expect(group["is_public"] == true)
    #expect(group["description"] == "")
    #expect(group["default"] == false)
  }

  @Test func `a deleted group stays, marked, and its name is free again`() async throws {
    let id = try #require(try await group("Tier 2")["id"]?.integer)
    let path = "/api/v2/groups/\(id)"
    #expect(try await visitor.send(.delete, path).status == 204)
    #expect(try await visitor.get(path).body["group"]?["deleted"] == true)
    #expect(try await visitor.send(.delete, path).status == 404)
    #expect(try await visitor.send(.put, path, ["group": ["name": "X"]]).status == 404)
    let again = try await group("Tier 2")
    #expect(again["id"] != .integer(id))
    let all = try await visitor.get("/api/v2/groups")
    #expect(all.body["groups"]?.column("name") == ["Support", "Tier 2", "Tier 2"])
    let live = try await visitor.get("/api/v2/groups?exclude_deleted=true")
    #expect(live.body["groups"]?.column("name") == ["Support", "Tier 2"])
  }

  @Test(
    arguments: [
      ("groups", "group", ["name": "Support"], "name", "DuplicateValue"),
      ("groups", "group", ["name": "  "], "name", "BlankValue"),
      ("groups", "group", ["description": "x"], "name", "BlankValue"),
      ("brands", "brand", ["name": "B"], "subdomain", "BlankValue"),
      ("brands", "brand", ["name": "B", "subdomain": "zendesk"], "subdomain", "DuplicateValue"),
      ("brands", "brand", ["subdomain": "b"], "name", "BlankValue"),
      ("ticket_forms", "ticket_form", ["active": true], "name", "BlankValue"),
    ] as [(String, String, Value, String, Value)]
  )
  func `a poor object is invalid`(
    _ collection: String,
    _ singular: String,
    _ body: Value,
    _ attribute: String,
    _ error: Value
  ) async throws {
    let path = "/api/v2/\(collection)"
    let reply = try await visitor.send(.post, path, .object([singular: body]))
    #expect(reply.status == 422)
    #expect(reply.body["details"]?[attribute]?.items?.first?["error"] == error)
    #expect(reply.body["details"]?.members?.count == 1)
  }

  @Test func `a private group cannot be made public`() async throws {
    let id = try #require(try await group("Secret")["id"]?.integer)
    let path = "/api/v2/groups/\(id)"
    let hide: Value = ["group": ["is_public": false]]
    #expect(try await visitor.send(.put, path, hide).body["group"]?["is_public"] == false)
    #expect(try await visitor.send(.put, path, ["group": ["is_public": true]]).status == 422)
  }

  @Test(arguments: [("groups", "group"), ("brands", "brand"), ("ticket_forms", "ticket_form")])
  func `an account keeps its defaults`(_ collection: String, _ singular: String) async throws {
    let list = try await visitor.get("/api/v2/\(collection)")
    let first = try #require(list.body[collection]?.items?.first)
    #expect(first["default"] == true)
    let path = "/api/v2/\(collection)/\(try #require(first["id"]?.integer))"
    #expect(try await visitor.send(.delete, path).status == 422)
    var options = EmulatorOptions()
    options.unconfirmed.deletesDefaults = true
    #expect(try await Visitor(options).send(.delete, path).status == 204)
  }

  @Test func `a brand's address follows its subdomain until it is given another`() async throws {
    let id = try #require(try await brand("Acme", "acme")["id"]?.integer)
    let path = "/api/v2/brands/\(id)"
    let mapped: Value = ["brand": ["brand_url": "https://acme.example", "has_help_center": true]]
    let changed = try await visitor.send(.put, path, mapped)
    #expect(changed.body["brand"]?["help_center_state"] == "enabled")
    let renamed = try await visitor.send(.put, path, ["brand": ["name": "Acme Ltd"]])
    #expect(renamed.body["brand"]?["brand_url"] == "https://acme.example")
    let moved = try await visitor.send(.put, path, ["brand": ["subdomain": "acme2"]])
    #expect(moved.body["brand"]?["brand_url"] == "https://acme2.zendesk.com")
  }

  @Test func `brands come by name and can be paged by cursor`() async throws {
    let created = try await brand("Acme", "acme")
    #expect(created["brand_url"] == "https://acme.zendesk.com")
    #expect(created["default"] == false)
    let list = try await visitor.get("/api/v2/brands")
    #expect(list.body["brands"]?.column("name") == ["Acme", "Zendesk"])
    let page = try await visitor.get("/api/v2/brands?page[size]=1")
    #expect(page.body["brands"]?.column("name") == ["Acme"])
    #expect(page.body["meta"]?["has_more"] == true)
    let next = try #require(page.body["links"]?["next"]?.text)
    #expect(try await visitor.get(next).body["brands"]?.column("name") == ["Zendesk"])
  }
}
