import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `What emulated collections answer beside lists and members` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor()
  }

  private func ids(_ collection: String) async throws -> [String] {
    try await visitor.get("/api/v2/\(collection)").body[collection]?.column("id") ?? []
  }

  private func dropdown(_ collection: String, _ singular: String, _ type: Value) async throws
    -> Value
  {
    let options: Value = [["name": "A", "value": "a"], ["name": "B", "value": "b"]]
    return try await visitor.create(
      collection,
      singular,
      ["key": "plan", "title": "Plan", "type": type, "custom_field_options": options]
    )
  }

  @Test(arguments: [("triggers", 3), ("automations", 1)])
  func `active rules are a list of their own`(_ collection: String, _ count: Int) async throws {
    let list = try await visitor.get("/api/v2/\(collection)/active.json")
    #expect(list.body[collection]?.items?.count == count)
    #expect(list.body[collection]?.column("active").allSatisfy { $0 == "true" } == true)
    let page = try await visitor.get("/api/v2/\(collection)/active?page[size]=1")
    #expect(page.body["meta"]?["has_more"] == .boolean(count > 1))
  }

  @Test(
    arguments: [
      ("query=NOTIFY%20Assignee", 2), ("query=nobody", 0), ("query=assignee&active=false", 0),
      ("filter=%7B%22json%22%3A%7B%22active%22%3Afalse%7D%7D", 1),
    ]
  )
  func `rules are searched by title and filter`(_ query: String, _ count: Int) async throws {
    let reply = try await visitor.get("/api/v2/triggers/search?\(query)")
    #expect(reply.body["triggers"]?.items?.count == count)
    #expect(reply.body["count"] == .integer(count))
  }

  @Test func `a search has no cursors`() async throws {
    let reply = try await visitor.get("/api/v2/automations/search?query=x&page[size]=1")
    #expect(reply.status == 400)
    #expect(
      reply.text.contains("page must be an integer from api/v2/rules/automations/search")
    )
    #expect(try await visitor.get("/api/v2/triggers/search?filter=no").status == 400)
  }

  @Test func `many rules are changed at once or not at all`() async throws {
    let ids = try await ids("triggers")
    let first = try #require(ids.first)
    let last = try #require(ids.last)
    let path = "/api/v2/triggers/update_many"
    let wrong: Value = ["triggers": [["id": .string(first), "active": false], ["id": 1]]]
    #expect(try await visitor.send(.put, path, wrong).status == 404)
    #expect(try await visitor.get("/api/v2/triggers/\(first)").body["trigger"]?["active"] == true)
    let right: Value = [
      "triggers": [
        ["id": .string(first), "active": false, "title": "ignored"],
        ["id": .string(last), "position": 9],
      ]
    ]
    let reply = try await visitor.send(.put, path, right)
    #expect(reply.status == 200)
    #expect(reply.body["triggers"]?.column("active") == ["false", "false"])
    #expect(reply.body["triggers"]?.column("title").contains("ignored") == false)
    #expect(reply.header("x-zendesk-api-warn")?.contains(#""triggers.title""#) == true)
    #expect(reply.body["triggers"]?.items?.last?["position"] == 9)
  }

  @Test(arguments: ["triggers", "automations"])
  func `many rules are deleted at once`(_ collection: String) async throws {
    let all = try await ids(collection).joined(separator: ",")
    let path = "/api/v2/\(collection)/destroy_many"
    #expect(try await visitor.send(.delete, path).status == 400)
    #expect(try await visitor.send(.delete, "\(path)?ids=\(all)").status == 204)
    #expect(try await ids(collection).isEmpty)
  }

  @Test func `reordering names every trigger, and needs a single category`() async throws {
    let path = "/api/v2/triggers/reorder"
    let ids = try await ids("triggers")
    let reversed = Value.list(ids.reversed().compactMap { Int($0) }.map { .integer($0) })
    let some: Value = ["trigger_ids": .list(reversed.items?.dropLast() ?? [])]
    #expect(try await visitor.send(.put, path, some).status == 404)
    #expect(try await visitor.send(.put, path, ["trigger_ids": reversed]).status == 200)
    #expect(try await self.ids("triggers") == ids.reversed())
    try await visitor.create("trigger_categories", "trigger_category", ["name": "Second"])
    let refused = try await visitor.send(.put, path, ["trigger_ids": reversed])
    #expect(refused.body["errors"]?.items?.first?["code"] == "LimitOneCategory")
  }

  @Test func `the definitions hold the account's own fields, groups and brands`() async throws {
    _ = try await dropdown("user_fields", "user_field", "dropdown")
    let field = try await dropdown("ticket_fields", "ticket_field", "tagger")
    let reply = try await visitor.get("/api/v2/triggers/definitions")
    let conditions = try #require(reply.body["definitions"]?["conditions_all"]?.items)
    #expect(reply.body["definitions"]?["conditions_any"]?.items == conditions)
    let named = { (name: Value) in conditions.first { $0["subject"] == name } }
    let status = try #require(named("status"))
    #expect(
      status.members?.keys == [
        "title", "subject", "type", "group", "nullable", "repeatable", "operators", "values",
      ]
    )
    #expect(status["operators"]?.column("value").prefix(2) == ["is", "is_not"])
    #expect(named("group_id")?["values"]?.column("title") == ["-", "Support"])
    let user = try #require(named("requester.custom_fields.plan"))
    #expect(user["values"]?.column("title") == ["-", "A", "B"])
    #expect(user["values"]?.column("value").last.flatMap { Int($0) } != nil)
    let id = try #require(field["id"]?.integer)
    let ticket = try #require(named(.string("custom_fields_\(id)")))
    #expect(ticket["values"]?.column("value") == ["__NULL__", "a", "b"])
    #expect(ticket["operators"]?.column("terminal") == ["false", "false", "true", "true"])
    let actions = try #require(reply.body["definitions"]?["actions"]?.column("subject"))
    #expect(actions.contains("notification_webhook"))
    #expect(actions.contains("custom_fields_\(id)"))
  }

  @Test func `what is included is added to every object of a list`() async throws {
    let triggers = try await visitor.get("/api/v2/triggers?include=usage_1h,usage_30d")
    let first = try #require(triggers.body["triggers"]?.items?.first)
    #expect(first["usage_1h"] == 0)
    #expect(first["usage_30d"] == 0)
    #expect(first["usage_24h"] == nil)
    let categories = try await visitor.get("/api/v2/trigger_categories?include=rule_counts")
    let category = try #require(categories.body["trigger_categories"]?.items?.first)
    #expect(category["active_count"] == 3)
    #expect(category["inactive_count"] == 1)
  }

  @Test(
    arguments: [
      ("user_fields", "user_field", "dropdown"), ("ticket_fields", "ticket_field", "tagger"),
      ("organization_fields", "organization_field", "dropdown"),
    ] as [(String, String, Value)]
  )
  func `options are reached one by one`(_ collection: String, _ singular: String, _ type: Value)
    async throws
  {
    let field = try await dropdown(collection, singular, type)
    let path = "/api/v2/\(collection)/\(try #require(field["id"]?.integer))/options"
    let list = try await visitor.get("\(path).json?page[size]=1")
    #expect(list.body["custom_field_options"]?.column("value") == ["a"])
    let next = try #require(list.body["links"]?["next"]?.text)
    #expect(try await visitor.get(next).body["custom_field_options"]?.column("value") == ["b"])
    let added = try await visitor.send(
      .post,
      path,
      ["custom_field_option": ["name": "C", "value": "c"]]
    )
    #expect(added.status == 201)
    #expect(added.header("location")?.hasSuffix(path) == true)
    let option = try #require(added.body["custom_field_option"])
    #expect(option["position"] == 2)
    let id = try #require(option["id"])
    let changed: Value = ["custom_field_option": ["id": id, "name": "C2", "value": "c"]]
    let again = try await visitor.send(.post, path, changed)
    #expect(again.status == 200)
    #expect(again.body["custom_field_option"]?["id"] == id)
    let one = "\(path)/\(try #require(id.scalarText))"
    #expect(try await visitor.get(one).body["custom_field_option"]?["name"] == "C2")
    #expect(try await visitor.send(.delete, one).status == 204)
    #expect(try await visitor.get(one).status == 404)
    let taken: Value = ["custom_field_option": ["name": "D", "value": "a"]]
    #expect(try await visitor.send(.post, path, taken).status == 422)
  }

  @Test(
    arguments: [("user_fields", "user_field"), ("organization_fields", "organization_field")]
  )
  func `fields are put in order and shown by key`(_ collection: String, _ singular: String)
    async throws
  {
    for key in ["a", "b", "c"] {
      try await visitor.create(collection, singular, ["key": .string(key), "title": "T"])
    }
    let ids = try await ids(collection)
    let wanted: Value = .list([ids[2], ids[0]].compactMap { Int($0) }.map { .integer($0) })
    let path = "/api/v2/\(collection)"
    let reply = try await visitor.send(
      .put,
      "\(path)/reorder",
      .object(["\(singular)_ids": wanted])
    )
    #expect(reply.status == 200)
    #expect(reply.text.isEmpty)
    #expect(try await visitor.get(path).body[collection]?.column("key") == ["c", "a", "b"])
    let many = try await visitor.get("\(path)/show_many?keys=b,c,none")
    #expect(many.body[collection]?.column("key") == ["c", "b"])
  }

  @Test func `groups and ticket fields are counted, forms cloned and put in order`() async throws {
    #expect(try await visitor.get("/api/v2/groups/count").body["count"]?["value"] == 1)
    #expect(try await visitor.get("/api/v2/ticket_fields/count").body["count"]?["value"] == 8)
    #expect(try await visitor.get("/api/v2/groups/assignable").body["count"] == 1)
    let path = "/api/v2/ticket_forms"
    let form = try #require(try await ids("ticket_forms").first)
    let body: Value = ["prepend_clone_title": true]
    let copy = try await visitor.send(.post, "\(path)/\(form)/clone", body)
    #expect(copy.body["ticket_form"]?["name"] == "Clone of Default Ticket Form")
    #expect(copy.body["ticket_form"]?["default"] == false)
    let second = try #require(copy.body["ticket_form"]?["id"])
    let order: Value = ["ticket_form_ids": [second, .string(form)]]
    let reordered = try await visitor.send(.put, "\(path)/reorder", order)
    #expect(reordered.body["ticket_forms"]?.items?.first?["id"] == second)
    let many = try await visitor.get("\(path)/show_many?ids=\(form)")
    #expect(many.body["ticket_forms"]?.column("id") == [form])
  }

  @Test func `a webhook's copy has its authentication and a name of its own`() async throws {
    let secret: Value = [
      "type": "basic_auth", "data": ["username": "u", "password": "p"], "add_position": "header",
    ]
    let webhook = try await visitor.create(
      "webhooks",
      "webhook",
      Visitor.webhook("W", ["authentication": secret])
    )
    let id = try #require(webhook["id"]?.text)
    let path = "/api/v2/webhooks?clone_webhook_id="
    let copy = try await visitor.send(.post, path + id)
    #expect(copy.status == 201)
    #expect(copy.body["webhook"]?["name"] == "W (copy)")
    #expect(copy.body["webhook"]?["id"] != webhook["id"])
    #expect(copy.body["webhook"]?["authentication"]?["data"] == ["username": "u"])
    #expect(try await visitor.send(.post, path + "nothing").status == 404)
  }

  @Test func `a signing secret is shown, reset and kept apart`() async throws {
    let webhook = try await visitor.create("webhooks", "webhook", Visitor.webhook("W"))
    let path = "/api/v2/webhooks/\(try #require(webhook["id"]?.text))"
    let shown = try await visitor.get("\(path)/signing_secret")
    #expect(shown.body["signing_secret"]?["algorithm"] == "SHA256")
    let secret = try #require(shown.body["signing_secret"]?["secret"]?.text)
    #expect(Base64.decode(secret) != nil)
    let reset = try await visitor.send(.post, "\(path)/signing_secret")
    #expect(reset.status == 201)
    #expect(reset.body["signing_secret"]?["secret"] != .string(secret))
    #expect(try await visitor.get("\(path)/signing_secret").body == reset.body)
    #expect(try await visitor.get(path).body["webhook"]?.members?.keys == webhook.members?.keys)
  }

  @Test(arguments: [
    "webhooks.json", "webhooks/test.json", "triggers/reorder/more", "triggers/nothing/options",
    "groups/1/2/3",
  ])
  func `what Zendesk does not have is not there`(_ path: String) async throws {
    #expect(try await visitor.get("/api/v2/\(path)").status == 404)
  }
}
