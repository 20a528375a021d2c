import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Emulated user fields` {
  private let visitor: Visitor
  private let path = "/api/v2/user_fields"

  init() throws {
    visitor = try Visitor()
  }

  private func field(_ key: String, _ further: Members = [:]) async throws -> Value {
    let members: Members = ["key": .string(key), "title": "Field"]
    return try await visitor.create(
      "user_fields",
      "user_field",
      .object(members.merging(further))
    )
  }

  private func put(_ key: String, _ changes: Members) async throws -> Visitor.Reply {
    try await visitor.send(.put, "\(path)/\(key)", ["user_field": .object(changes)])
  }

  private static func option(_ name: String, _ value: String, id: Value? = nil) -> Value {
    var option: Members = ["name": .string(name), "value": .string(value)]
    option["id"] = id
    return .object(option)
  }

  @Test func `a created field is answered in the order of the real answers`() async throws {
    let created = try await field("braze_id", ["description": "test", "position": 3])
    #expect(
      created.members?.keys == [
        "url", "id", "type", "key", "title", "description", "raw_title", "raw_description",
        "position", "active", "system", "regexp_for_validation", "created_at", "updated_at",
      ]
    )
    #expect(created["type"] == "text")
    #expect(created["position"] == 9999)
    #expect(created["raw_description"] == "test")
    #expect(created["regexp_for_validation"] == .null)
    #expect(created["system"] == false)
    #expect(try await field("b")["description"] == "")
  }

  @Test(
    arguments: [
      ("checkbox", [:], "tag", .null), ("checkbox", ["tag": "vip"], "tag", "vip"),
      ("regexp", ["regexp_for_validation": "a+"], "regexp_for_validation", "a+"),
      ("text", ["regexp_for_validation": "a+"], "regexp_for_validation", .null),
      (
        "date", [:], "regexp_for_validation",
        .string(#"\A([0-9]{4})-(1[0-2]|0[1-9])-(3[01]|[12][0-9]|0[1-9])\z"#)
      ),
      (
        "lookup", ["relationship_target_type": "zen:user"], "relationship_target_type",
        "zen:user"
      ),
    ] as [(String, Members, String, Value)]
  )
  func `a type has its own attributes`(
    _ type: String,
    _ further: Members,
    _ name: String,
    _ expected: Value
  ) async throws {
    let type: Members = ["type": .string(type)]
    #expect(try await field("a", type.merging(further))[name] == expected)
  }

  @Test func `a field goes by its id and by its key`() async throws {
    let created = try await field("a")
    let id = try #require(created["id"]?.integer)
    #expect(try await visitor.get("\(path)/\(id)").body["user_field"] == created)
    #expect(try await visitor.get("\(path)/a.json").body["user_field"] == created)
    #expect(try await visitor.send(.delete, "\(path)/a").status == 204)
    #expect(try await visitor.get("\(path)/a").text.contains("RecordNotFound"))
  }

  @Test(
    arguments: [
      (["title": "T"], "key", "BlankValue"), (["key": "a b", "title": "T"], "key", "InvalidValue"),
      (["key": "12", "title": "T"], "key", "InvalidValue"),
      (["key": "é", "title": "T"], "key", "InvalidValue"),
      (["key": "taken", "title": "T"], "key", "DuplicateValue"),
      (["key": "a"], "title", "BlankValue"), (["key": "a", "title": ""], "title", "BlankValue"),
      (["key": "a", "title": "T", "type": "tagger"], "type", "InvalidValue"),
      (["key": "a", "title": "T", "type": "dropdown"], "custom_field_options", "BlankValue"),
      (["key": "a", "title": "T", "type": "lookup"], "relationship_target_type", "BlankValue"),
    ] as [(Value, String, Value)]
  )
  func `a poor field is invalid`(_ body: Value, _ attribute: String, _ error: Value) async throws {
    _ = try await field("taken")
    let reply = try await visitor.send(.post, path, ["user_field": body])
    #expect(reply.status == 422)
    #expect(reply.body["error"] == "RecordInvalid")
    #expect(reply.body["details"]?[attribute]?.items?.first?["error"] == error)
    #expect(reply.body["details"]?.members?.count == 1)
  }

  @Test func `key and type are for life`() async throws {
    _ = try await field("a")
    let reply = try await put("a", ["key": "b", "type": "date", "title": "New"])
    #expect(reply.status == 200)
    #expect(
      reply.header("x-zendesk-api-warn")?.contains(
        #":unpermitted_keys=>["user_field.key", "user_field.type"]"#
      ) == true
    )
    #expect(reply.body["user_field"]?["key"] == "a")
    #expect(reply.body["user_field"]?["type"] == "text")
    #expect(reply.body["user_field"]?["raw_title"] == "New")
  }

  @Test func `a change numbers all fields anew`() async throws {
    for key in ["a", "b", "c"] { _ = try await field(key) }
    #expect(try await put("b", ["description": "x"]).body["user_field"]?["position"] == 1)
    #expect(try await put("c", ["position": -1]).body["user_field"]?["position"] == 0)
    let list = try await visitor.get(path)
    #expect(list.body["user_fields"]?.column("key") == ["c", "a", "b"])
    #expect(list.body["user_fields"]?.column("position") == ["0", "1", "2"])
  }

  @Test func `options with an id stay, others are new, unnamed ones go`() async throws {
    let options: Value = [Self.option("A", "a"), Self.option("B", "b")]
    let created = try await field(
      "choice",
      ["type": "dropdown", "custom_field_options": options]
    )
    let before = try #require(created["custom_field_options"])
    #expect(before.items?.first?.members?.keys == ["id", "name", "raw_name", "value"])
    let kept = try #require(before.items?.first?["id"])
    let changed = try await put(
      "choice",
      [
        "custom_field_options": [
          Self.option("B", "b"), Self.option("A2", "a", id: kept),
          Self.option("C", "c", id: nil),
        ]
      ]
    )
    let after = try #require(changed.body["user_field"]?["custom_field_options"])
    #expect(after.column("name") == ["B", "A2", "C"])
    #expect(after.items?[1]["id"] == kept)
    #expect(!before.column("id").contains(after.column("id")[0]))
    let untouched = try await put("choice", ["title": "Other"])
    #expect(untouched.body["user_field"]?["custom_field_options"] == after)
  }

  @Test func `an option that is named by its id alone stays as it is`() async throws {
    let options: Value = [Self.option("A", "a"), Self.option("B", "b")]
    let created = try await field("choice", ["type": "dropdown", "custom_field_options": options])
    let before = try #require(created["custom_field_options"]?.items)
    let ids = before.map { option -> Value in ["id": option["id"] ?? .null] }
    let reply = try await put("choice", ["custom_field_options": .list(ids)])
    #expect(reply.body["user_field"]?["custom_field_options"] == .list(before))
  }

  @Test(arguments: [
    [option("A", "a"), option("B", "a")], [option("", "a")], [option("A", "")], [],
  ])
  func `poor options are invalid`(_ options: [Value]) async throws {
    let body: Value = [
      "key": "a", "title": "T", "type": "dropdown", "custom_field_options": .list(options),
    ]
    let reply = try await visitor.send(.post, path, ["user_field": body])
    #expect(reply.status == 422)
    #expect(reply.body["details"]?["custom_field_options"] != nil)
  }
}
