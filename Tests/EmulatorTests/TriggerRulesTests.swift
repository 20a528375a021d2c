import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `Rules for emulated triggers` {
  private static func condition(_ field: Value, _ test: Value?, _ value: Value?) -> Value {
    var condition: Members = ["field": field]
    condition["operator"] = test
    condition["value"] = value
    return .object(condition)
  }

  private func reply(_ further: Members) async throws -> Visitor.Reply {
    try await Visitor().send(
      .post,
      "/api/v2/triggers",
      ["trigger": Visitor.trigger("A", further)]
    )
  }

  private func reply(condition: Value) async throws -> Visitor.Reply {
    try await reply(["conditions": ["all": [condition]]])
  }

  @Test(
    arguments: [
      (condition("comment_is_public", "is", "true"), "is", true),
      (condition("comment_is_public", "is", "false"), "is", false),
      (condition("comment_is_public", .null, "not_relevant"), "is", "not_relevant"),
      (condition("update_type", .null, "Create"), "is", "Create"),
      (condition("status", "changed", ""), "changed", .null),
      (condition("assignee_id", "not_changed", "x"), "not_changed", .null),
      (condition("priority", "changed", .null), "changed", .null),
      (condition("current_via_id", "is_not", "5"), "is_not", "5"),
      (condition("current_via_id", "includes", ["4", "5"]), "includes", ["4", "5"]),
      (condition("status", "value", "solved"), "value", "solved"),
      (condition("priority", "is", ""), "is", ""),
      (condition("custom_fields_123", "present", "x"), "present", .null),
      (condition("requester.custom_fields.a", "includes_words", "b"), "includes_words", "b"),
      (condition("custom_status_id", "includes", ["1"]), "includes", ["1"]),
    ] as [(Value, String, Value)]
  )
  func `a condition reads back as Zendesk keeps it`(
    _ written: Value,
    _ test: String,
    _ value: Value
  ) async throws {
    let reply = try await reply(condition: written)
    #expect(
      reply.body["trigger"]?["conditions"]?["all"] == [
        ["field": written["field"] ?? .null, "operator": .string(test), "value": value]
      ],
      "\(reply.text)"
    )
  }

  @Test(arguments: [
    condition("status", "is", true), condition("status", "is", 5),
    condition("current_via_id", "includes", [5]), condition("status", "is", ["a": "b"]),
  ])
  func `a value that is not text is the wrong type`(_ condition: Value) async throws {
    let reply = try await reply(condition: condition)
    #expect(reply.status == 400)
    #expect(
      reply.body["error"] == [
        "title": "Invalid attribute",
        "message": .string(
          "You passed an invalid value for the value attribute. Invalid parameter: "
            + "trigger.conditions.all.0.value must be a string from api/v2/rules/triggers/create"
        ),
      ]
    )
  }

  @Test(arguments: [
    (
      condition("current_via_id", "is_not", "web"),
      "Invalid value 'web' in 'Update via / Is not / web'"
    ),
    (condition("status", "is", "opne"), "Invalid value 'opne' in 'Status / Is / opne'"),
    (condition("status", "is", ""), "Invalid value '' in 'Status / Is / '"),
    (
      condition("comment_is_public", "is", "maybe"),
      "Invalid value 'maybe' in 'Comment / Is / maybe'"
    ),
    (condition("status", "changed_to", "open"), "Invalid operator 'changed_to' in 'Status'"),
    (condition("status", nil, "open"), "Invalid operator '' in 'Status'"),
    (condition("statsu", "is", "open"), "Invalid field 'statsu'"),
    (condition("custom_fields_", "is", "open"), "Invalid field 'custom_fields_'"),
  ])
  func `a condition that tests nothing is invalid`(_ condition: Value, _ text: String) async throws
  {
    let reply = try await reply(condition: condition)
    #expect(reply.status == 422)
    #expect(reply.body["error"] == "RecordInvalid")
    #expect(reply.body["details"] == ["base": [["description": .string(text)]]])
  }

  @Test(
    arguments: [
      (["conditions": ["all": [], "any": []]], "conditions"), (["conditions": [:]], "conditions"),
      (["actions": []], "actions"),
    ] as [(Members, String)]
  )
  func `a trigger without conditions or actions is invalid`(_ part: Members, _ name: String)
    async throws
  {
    let reply = try await reply(part)
    #expect(reply.status == 422)
    let singular = String(name.dropLast())
    #expect(
      reply.body["details"]?["base"] == [
        ["description": .string("Invalid \(name). You must select at least one \(singular)")]
      ]
    )
  }

  @Test func `all that is wrong with a record is said at once`() async throws {
    let reply = try await Visitor().send(
      .post,
      "/api/v2/triggers",
      ["trigger": ["title": "  ", "actions": []]]
    )
    #expect(reply.status == 422)
    #expect(
      reply.body["details"]?["title"] == [
        ["description": "Title: cannot be blank", "error": "BlankValue"]
      ]
    )
    #expect(reply.body["details"]?["base"]?.items?.count == 2)
  }

  @Test(
    arguments: [
      (["conditions": "{}"], "trigger.conditions must be a hash"),
      (["actions": ["field": "status"]], "trigger.actions must be an array"),
      (["actions": ["status"]], "trigger.actions.0 must be a hash"),
      (["title": 5], "trigger.title must be a string"),
      (["active": "yes"], "trigger.active must be a boolean"),
      (["position": "first"], "trigger.position must be an integer"),
      (["category_id": "first"], "trigger.category_id must be an integer"),
    ] as [(Members, String)]
  )
  func `a wrong type is refused with its place`(_ part: Members, _ text: String) async throws {
    let reply = try await reply(part)
    #expect(reply.status == 400)
    #expect(reply.body["error"]?["title"] == "Invalid attribute")
    #expect(reply.text.contains("Invalid parameter: \(text) from api/v2/rules/triggers/create"))
  }

  @Test(arguments: [Value.object([:]), ["trigger": [:]], ["trigger": .null], ["tigger": ["a": 1]]])
  func `a body without its wrapper is refused`(_ body: Value) async throws {
    let reply = try await Visitor().send(.post, "/api/v2/triggers", body)
    #expect(reply.status == 400)
    #expect(reply.text.contains("param is missing or the value is empty or invalid: trigger"))
  }

  @Test(
    arguments: [
      (["field": "set_tags", "value": "VIP New"], ["field": "set_tags", "value": "vip new"]),
      (["field": "current_tags", "value": "A"], ["field": "current_tags", "value": "a"]),
      (["field": "remove_tags", "value": "A"], ["field": "remove_tags", "value": "a"]),
      (
        ["field": "notification_target", "value": ["123", "body"]],
        ["field": "notification_target", "value": [123, "body"]]
      ),
      (
        ["field": "notification_user", "value": ["requester_id", "S", "B"]],
        ["field": "notification_user", "value": ["requester_id", "S", "B"]]
      ),
    ] as [(Value, Value)]
  )
  func `an action reads back as Zendesk keeps it`(_ written: Value, _ read: Value) async throws {
    let reply = try await reply(["actions": [written]])
    #expect(reply.body["trigger"]?["actions"] == .list([read]), "\(reply.text)")
  }

  @Test(
    arguments: [
      (["field": "status", "value": 5], 400), (["field": "status", "value": true], 400),
      (["field": "notification_user", "value": "requester_id"], 400),
      (["field": "notification_webhook", "value": [5, "x"]], 400),
      (["field": "status", "value": "new"], 422), (["field": "sttus", "value": "open"], 422),
      (["field": "notification_webhook", "value": ["01HANAHBMTDTB8Q98K38YZ5ZQS", "{}"]], 422),
      (["field": "notification_webhook", "value": []], 422),
    ] as [(Value, Int)]
  )
  func `a poor action is refused`(_ action: Value, _ status: Int) async throws {
    #expect(try await reply(["actions": [action]]).status == status)
  }

  @Test func `a webhook that exists can be called, with a text or with pairs`() async throws {
    let visitor = try Visitor()
    let webhook = try await visitor.create("webhooks", "webhook", Visitor.webhook("A"))
    let id = try #require(webhook["id"])
    let pairs: Value = [["a", "b"], ["c", "d"]]
    for second in ["{}" as Value, pairs] {
      let action: Value = ["field": "notification_webhook", "value": .list([id, second])]
      let trigger = try await visitor.trigger("A", ["actions": .list([action])])
      #expect(trigger["actions"] == .list([action]))
    }
  }

  @Test func `an unknown category is invalid`() async throws {
    let reply = try await reply(["category_id": "1"])
    #expect(reply.status == 422)
    #expect(reply.body["details"]?["category_id"] != nil)
  }

  @Test func `a body that is not declared as JSON is not read`() async throws {
    let visitor = try Visitor()
    let body = Array(Value.object(["trigger": Visitor.trigger("A")]).json().utf8)
    let request = Request(
      .post,
      "https://zendesk.localhost/api/v2/triggers",
      headers: [.authorization: "Bearer x"],
      body: body
    )
    #expect(try await visitor.emulator.answer(request).status == 400)
  }
}
