import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Users of the emulated Zendesk` {
  private static let path = "/api/v2/users"

  @Test func `the administrator is one of them`() async throws {
    let visitor = try Visitor()
    let list = try await visitor.get(Self.path).body["users"]
    #expect(list?.column("name") == ["Emulated Administrator"])
    let me = try await visitor.get("\(Self.path)/me").body["user"]
    #expect(me == list?.items?.first)
    let id = try visitor.id(try #require(me))
    let renamed: Value = ["user": ["name": "Renamed"]]
    #expect(try await visitor.send(.put, "\(Self.path)/\(id)", renamed).status == 200)
    #expect(try await visitor.get("\(Self.path)/me").body["user"]?["name"] == "Renamed")
    #expect(try await visitor.send(.delete, "\(Self.path)/\(id)").status == 422)
  }

  @Test func `a user is made, shown, changed and deleted`() async throws {
    let visitor = try Visitor()
    let reply = try await visitor.send(
      .post,
      Self.path,
      ["user": ["name": "Ann", "email": "Ann@Example.com", "tags": ["VIP", "vip"], "plan": "x"]]
    )
    #expect(reply.status == 201)
    let user = try #require(reply.body["user"])
    let id = try visitor.id(user)
    #expect(reply.header("location") == "https://zendesk.localhost/api/v2/users/\(id).json")
    #expect(reply.header("x-zendesk-api-warn")?.contains("\"user.plan\"") == true)
    #expect(user["email"] == "ann@example.com")
    #expect(user["role"] == "end-user")
    #expect(user["tags"] == ["vip"])
    let change: Value = ["user": ["role": "agent", "notes": "n", "external_id": 7]]
    let changed = try await visitor.send(.put, "\(Self.path)/\(id)", change).body["user"]
    #expect(changed?["role"] == "agent")
    #expect(changed?["default_group_id"] == .integer(ZendeskState.foundingGroup))
    #expect(changed?["external_id"] == "7")
    #expect(try await visitor.get("\(Self.path)?role=agent").body["users"]?.column("id") == [id])
    #expect(try await visitor.get("\(Self.path)/count").body["count"]?["value"] == 2)

    let deleted = try await visitor.send(.delete, "\(Self.path)/\(id)")
    #expect(deleted.status == 200)
    #expect(deleted.body["user"]?["active"] == false)
    #expect(try await visitor.get("\(Self.path)/\(id)").body["user"]?["active"] == false)
    #expect(try await visitor.get(Self.path).body["count"] == 1)
    #expect(try await visitor.get("\(Self.path)/count").body["count"]?["value"] == 1)
    #expect(try await visitor.send(.delete, "\(Self.path)/\(id)").status == 404)
    #expect(try await visitor.send(.put, "\(Self.path)/\(id)", change).status == 404)
    // Address and external id are free again.
    _ = try await visitor.user("Ann", ["email": "ann@example.com", "external_id": "7"])
  }

  private static let refused: [(Value, String, String)] = [
    (["email": "b@example.com"], "name", "BlankValue"),
    (["name": "B", "email": "ANN@example.com"], "email", "DuplicateValue"),
    (["name": "B", "email": "b"], "email", "InvalidFormat"),
    (["name": "B", "role": "owner"], "role", "InvalidValue"),
    (["name": "B", "external_id": "A-1"], "external_id", "DuplicateValue"),
    (["name": "B", "user_fields": ["plan": "bronze"]], "plan", "InvalidValue"),
    (["name": "B", "user_fields": ["since": "yesterday"]], "since", "InvalidValue"),
    (["name": "B", "user_fields": ["size": "big"]], "size", "InvalidValue"),
  ]

  @Test(arguments: refused)
  func `a user who is not right is refused`(
    _ user: Value,
    _ attribute: String,
    _ error: String
  ) async throws {
    let visitor = try Visitor()
    try await Self.addFields(visitor)
    _ = try await visitor.user("Ann", ["email": "ann@example.com", "external_id": "a-1"])
    let reply = try await visitor.send(.post, Self.path, ["user": user])
    #expect(reply.status == 422)
    #expect(reply.body["details"]?[attribute]?.items?.first?["error"] == .string(error))
    #expect(try await visitor.get(Self.path).body["count"] == 2)
  }

  @Test func `the address in use is named as Zendesk names it`() async throws {
    let visitor = try Visitor()
    _ = try await visitor.user("Ann", ["email": "x@y.z"])
    let user: Value = ["user": ["name": "B", "email": "x@y.z"]]
    let reply = try await visitor.send(.post, Self.path, user)
    #expect(
      reply.body["details"]?["email"]?.items == [
        [
          "description": "Email: x@y.z is already being used by another user",
          "error": "DuplicateValue",
        ]
      ]
    )
  }

  private static func addFields(_ visitor: Visitor) async throws {
    let options: Value = [["name": "Gold", "value": "gold"], ["name": "Tin", "value": "tin"]]
    let fields: [Members] = [
      ["key": "plan", "type": "dropdown", "custom_field_options": options],
      ["key": "since", "type": "date"], ["key": "size", "type": "integer"],
      ["key": "weight", "type": "decimal"], ["key": "loyal", "type": "checkbox"],
      ["key": "braze_external_id", "type": "text"],
      ["key": "likes", "type": "multiselect", "custom_field_options": options],
    ]
    for field in fields {
      let titled = field.merging(["title": field["key"] ?? ""])
      try await visitor.create("user_fields", "user_field", .object(titled))
    }
  }

  private static let values: [(String, Value, Value)] = [
    ("plan", "gold", "gold"), ("since", "2026-01-31", "2026-01-31"),
    ("since", "2026-01-31T10:00:00Z", "2026-01-31"), ("size", "12", 12), ("size", 12, 12),
    ("weight", "1.5", .decimal("1.5")), ("weight", "2", 2), ("loyal", true, true),
    ("loyal", "false", false), ("loyal", "1", true), ("braze_external_id", "u-1", "u-1"),
    ("braze_external_id", 5, "5"), ("likes", ["tin", "gold"], ["tin", "gold"]), ("plan", "", .null),
    ("braze_external_id", .null, .null),
  ]

  @Test(arguments: values)
  func `a user field keeps its value`(_ key: String, _ given: Value, _ kept: Value) async throws {
    let visitor = try Visitor()
    try await Self.addFields(visitor)
    let user = try await visitor.user("A", ["user_fields": .object([key: given, "nope": "x"])])
    #expect(user["user_fields"] == .object([key: kept]))
  }

  @Test func `a change of one user field leaves the others`() async throws {
    let visitor = try Visitor()
    try await Self.addFields(visitor)
    let user = try await visitor.user("A", ["user_fields": ["plan": "gold", "size": 1]])
    let change: Value = ["user": ["user_fields": ["size": 2]]]
    let reply = try await visitor.send(.put, "\(Self.path)/\(try visitor.id(user))", change)
    #expect(reply.body["user"]?["user_fields"] == ["plan": "gold", "size": 2])
  }

  @Test func `create_or_update knows a user by the external id, then by the address`()
    async throws
  {
    let visitor = try Visitor()
    func save(_ user: Value) async throws -> Visitor.Reply {
      try await visitor.send(.post, "\(Self.path)/create_or_update", ["user": user])
    }
    let first = try await save(["name": "Ann", "external_id": "U-1", "email": "ann@example.com"])
    #expect(first.status == 201)
    let id = try #require(first.body["user"]?["id"])
    let second = try await save(["name": "Anna", "external_id": "u-1"])
    #expect(second.status == 200)
    #expect(second.body["user"]?["id"] == id)
    #expect(second.body["user"]?["external_id"] == "u-1")
    #expect(second.header("location") == first.header("location"))
    let third = try await save(["name": "Ann", "email": "ANN@example.com"])
    #expect(third.status == 200)
    #expect(third.body["user"]?["id"] == id)
    #expect(try await save(["name": "Bob", "external_id": "u-2"]).status == 201)
    #expect(try await save([:]).status == 400)
  }

  @Test func `another address is added, and the first stays`() async throws {
    let visitor = try Visitor()
    let user = try await visitor.user("Ann", ["email": "a@example.com"])
    let path = "\(Self.path)/\(try visitor.id(user))"
    let reply = try await visitor.send(.put, path, ["user": ["email": "b@example.com"]])
    #expect(reply.body["user"]?["email"] == "a@example.com")
    let ticket = try await visitor.ticket(["requester": "B@example.com"])
    #expect(ticket["requester_id"] == user["id"])
  }

  private static let searches: [(String, [String])] = [
    ("query=ann", ["Ann Lee"]), ("query=LEE", ["Ann Lee", "Bob Lee"]),
    ("query=email:ann@example.com", ["Ann Lee"]), ("query=%22bob+lee%22", ["Bob Lee"]),
    ("query=lee+role:agent", ["Bob Lee"]), ("query=size:12", ["Bob Lee"]),
    ("query=phone:%2B15550100", ["Ann Lee"]), ("query=nobody", []),
    ("external_id=U-1", ["Ann Lee"]),
    ("query=type:user+tags:vip", ["Ann Lee"]), ("query=type:organization", []),
  ]

  @Test(arguments: searches)
  func `a search finds users`(_ query: String, _ names: [String]) async throws {
    let visitor = try Visitor()
    try await Self.addFields(visitor)
    _ = try await visitor.user(
      "Ann Lee",
      ["email": "ann@example.com", "phone": "+15550100", "external_id": "u-1", "tags": "vip"]
    )
    _ = try await visitor.user("Bob Lee", ["role": "agent", "user_fields": ["size": 12]])
    let reply = try await visitor.get("\(Self.path)/search?\(query)")
    #expect(reply.body["users"]?.column("name") == names)
    #expect(reply.body["count"] == .integer(names.count))
  }

  @Test func `a search knows no cursors`() async throws {
    let visitor = try Visitor()
    let reply = try await visitor.get("\(Self.path)/search?query=a&page[size]=2")
    #expect(reply.status == 400)
    #expect(
      reply.body["error"]?["message"]?.text?.hasSuffix(
        "page must be an integer from api/v2/users/search"
      ) == true
    )
  }
}
