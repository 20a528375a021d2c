import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Users of the emulated Braze` {
  private static let track = "/users/track"
  private static let export = "/users/export/ids"
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  private func exported(_ fields: Value...) async throws -> Value? {
    let body: Value = ["external_ids": ["u"], "fields_to_export": .list(fields)]
    let reply = try await visitor.send(.post, Self.export, body)
    return reply.body["users"]?.items?.first
  }

  @Test(
    arguments: [
      ([["n": 1], ["n": 2]], ["n": 2]), ([["n": 1], ["n": .null]], nil),
      ([["n": 1], ["n": ["inc": 2]]], ["n": 3]), ([["n": ["inc": -2]]], ["n": -2]),
      ([["n": ["a", "b", "a"]]], ["n": ["a", "b"]]),
      ([["n": ["a"]], ["n": ["add": ["b", "a"]]]], ["n": ["a", "b"]]),
      ([["n": ["a", "b"]], ["n": ["remove": ["a"]]]], ["n": ["b"]]),
      ([["n": ["a"]], ["n": ["add": ["b"], "remove": ["a"]]]], ["n": ["b"]]),
      ([["n": ["x": 1]], ["n": ["y": 2]]], ["n": ["y": 2]]),
      ([["n": ["x": 1]], ["n": ["y": 2], "_merge_objects": true]], ["n": ["x": 1, "y": 2]]),
      ([["n": "é", "first_name": "Jane", "app_id": "x"]], ["n": "é"]),
    ] as [([Members], Value?)]
  )
  func `attributes change as documented`(_ changes: [Members], _ expected: Value?) async throws {
    for change in changes {
      try await visitor.track(.object(Members([("external_id", "u")]).merging(change)))
    }
    #expect(try await visitor.customAttributes("u") == expected)
  }

  @Test func `null takes a standard attribute away`() async throws {
    try await visitor.track(["external_id": "u", "email": "a@b.c", "language": "en"])
    try await visitor.track(["external_id": "u", "email": .null])
    #expect(try await exported("email", "language") == ["language": "en"])
  }

  @Test func `an array keeps the last twenty-five`() async throws {
    let items = (0..<30).map { Value.integer($0) }
    try await visitor.track(["external_id": "u", "n": .list(items)])
    #expect(
      try await visitor.customAttributes("u") == ["n": .list(Array(items.suffix(25)))]
    )
  }

  @Test func `all sorts of data are counted and read back`() async throws {
    let reply = try await visitor.send(
      .post,
      Self.track,
      [
        "attributes": [["external_id": "u", "email": "a@b.c", "plan": "gold"]],
        "events": [
          ["external_id": "u", "name": "solved", "time": "2027-01-01T10:00:00Z"],
          ["external_id": "u", "name": "solved", "time": "2027-01-02T12:00:00+02:00"],
          ["external_id": "u", "name": "future", "time": "2999-01-01T00:00:00Z"],
        ],
        "purchases": [
          [
            "external_id": "u", "product_id": "p", "currency": "USD", "price": 12,
            "time": "2027-01-01",
          ]
        ],
      ]
    )
    #expect(reply.status == 201)
    #expect(
      reply.body == [
        "message": "success", "attributes_processed": 1, "events_processed": 3,
        "purchases_processed": 1,
      ]
    )
    let user = try await exported(
      "created_at",
      "external_id",
      "email",
      "custom_attributes",
      "custom_events",
      "purchases",
      "phone"
    )
    #expect(
      user == [
        "created_at": "2027-01-15 08:00:00.000 UTC", "external_id": "u", "email": "a@b.c",
        "custom_attributes": ["plan": "gold"],
        "custom_events": [
          [
            "name": "solved", "first": "2027-01-01T10:00:00.000Z",
            "last": "2027-01-02T10:00:00.000Z", "count": 2,
          ],
          [
            "name": "future", "first": "2027-01-15T08:00:00.000Z",
            "last": "2027-01-15T08:00:00.000Z", "count": 1,
          ],
        ],
        "purchases": [
          [
            "name": "p", "first": "2027-01-01T00:00:00.000Z", "last": "2027-01-01T00:00:00.000Z",
            "count": 1,
          ]
        ],
      ]
    )
  }

  @Test(
    arguments: [
      ("attributes", ["n": 1], "is required"),
      ("attributes", ["external_id": ""], "is required"),
      ("attributes", ["external_id": "u", "subscription_groups": 5], "must be an array"),
      (
        "attributes",
        ["external_id": "u", "subscription_groups": [["subscription_group_id": "x"]]],
        "'subscription_group_id' is invalid"
      ),
      ("events", ["external_id": "u", "time": "2027-01-01"], "'name' is required"),
      ("events", ["external_id": "u", "name": "n"], "'time' is required"),
      ("events", ["external_id": "u", "name": "n", "time": "soon"], "'time' is invalid"),
      (
        "events", ["external_id": "u", "name": "n", "time": "2027-01-01", "properties": []],
        "'properties' must be"
      ),
      ("purchases", ["external_id": "u"], "'product_id' is required"),
      ("purchases", ["external_id": "u", "product_id": "p"], "'currency' is required"),
      (
        "purchases", ["external_id": "u", "product_id": "p", "currency": "USD"],
        "'price' is required"
      ),
      (
        "purchases",
        ["external_id": "u", "product_id": "p", "currency": "USD", "price": 1, "quantity": 101],
        "'quantity' is invalid"
      ),
    ] as [(String, Value, String)]
  )
  func `a wrong object is named and the others are taken`(
    _ list: String,
    _ wrong: Value,
    _ text: String
  ) async throws {
    let good: Value = [
      "external_id": "u", "name": "n", "time": "2027-01-01", "product_id": "p", "currency": "USD",
      "price": 1,
    ]
    let reply = try await visitor.send(.post, Self.track, .object([list: [good, wrong]]))
    #expect(reply.status == 201)
    #expect(reply.body["message"] == "success")
    #expect(reply.body["\(list)_processed"] == 1)
    let error = try #require(reply.body["errors"]?.items?.first)
    #expect(error["input_array"] == .string(list))
    #expect(error["index"] == 1)
    #expect(error["type"]?.text?.contains(text) == true, "\(reply.text)")
    let alone = try await visitor.send(.post, Self.track, .object([list: [wrong]]))
    #expect(alone.status == 400)
    #expect(alone.body["errors"]?.items?.count == 1)
  }

  @Test(arguments: [[:], ["attributes": []], ["attributes": "x"], ["events": [:]]] as [Value])
  func `nothing to track is refused`(_ body: Value) async throws {
    #expect(try await visitor.send(.post, Self.track, body).status == 400)
  }

  @Test(arguments: ["attributes", "events", "purchases"])
  func `seventy-five of a sort are the most`(_ list: String) async throws {
    let good: Value = [
      "external_id": "u", "name": "n", "time": "2027-01-01", "product_id": "p", "currency": "USD",
      "price": 1,
    ]
    func status(_ count: Int) async throws -> Int {
      let body: Value = .object([list: .list(Array(repeating: good, count: count))])
      return try await visitor.send(.post, Self.track, body).status
    }
    #expect(try await status(75) == 201)
    #expect(try await status(76) == 400)
  }

  @Test(
    arguments: [
      (["external_id": "new"], 1), (["external_id": "new", "_update_existing_only": true], 0),
      (["email": "a@b.c"], 1), (["phone": "+12223334444"], 1),
      (["user_alias": ["alias_name": "n", "alias_label": "l"]], 0),
      (
        [
          "user_alias": ["alias_name": "n", "alias_label": "l"], "_update_existing_only": false,
        ], 1
      ),
      (["braze_id": "0123456789abcdef01234567"], 0),
    ] as [(Members, Int)]
  )
  func `unknown users are made unless told otherwise`(_ user: Members, _ count: Int) async throws {
    for _ in 0..<2 { try await visitor.track(.object(user.merging(["x": 1]))) }
    let profiles = try await visitor.get("/_emulator/braze").body["profiles"]
    #expect(profiles?.items?.count == count)
  }

  @Test(
    arguments: [
      (["external_ids": ["u", "nobody"]], ["u"], ["nobody"]),
      (["external_ids": ["u", "u"]], ["u"], nil), (["email_address": "a@b.c"], ["u", "v"], nil),
      (["phone": "+1"], ["v"], nil), (["phone": "+2"], [], nil),
      (["user_aliases": [["alias_name": "n", "alias_label": "l"]]], [], nil),
    ] as [(Members, [String], Value?)]
  )
  func `users are exported by what they are called`(
    _ request: Members,
    _ users: [String],
    _ unknown: Value?
  ) async throws {
    try await visitor.track(
      ["external_id": "u", "email": "a@b.c"],
      ["external_id": "v", "email": "a@b.c", "phone": "+1"]
    )
    let body = Value.object(request.merging(["fields_to_export": ["external_id"]]))
    let reply = try await visitor.send(.post, Self.export, body)
    #expect(reply.status == 200)
    #expect(reply.body["users"]?.column("external_id") == users)
    #expect(reply.body["invalid_user_ids"] == unknown)
  }

  @Test func `a profile without external id is found by its own and its alias`() async throws {
    let alias: Value = ["alias_name": "n", "alias_label": "l"]
    try await visitor.track(["user_alias": alias, "_update_existing_only": false, "x": 1])
    let body: Value = ["user_aliases": [alias], "fields_to_export": ["braze_id", "user_aliases"]]
    let found = try await visitor.send(.post, Self.export, body)
    let user = try #require(found.body["users"]?.items?.first)
    #expect(user["user_aliases"] == [alias])
    let id = try #require(user["braze_id"])
    let again: Value = ["braze_id": id, "fields_to_export": ["custom_attributes"]]
    let read = try await visitor.send(.post, Self.export, again)
    #expect(read.body["users"] == [["custom_attributes": ["x": 1]]])
  }

  @Test(
    arguments: [
      (["external_ids": ["u"]], "fields_to_export is required"),
      (["fields_to_export": []], "No Recipients"),
      (["fields_to_export": [], "external_ids": [5]], "external_ids must be"),
      (["fields_to_export": 5, "external_ids": ["u"]], "fields_to_export must be"),
      (["fields_to_export": [], "user_aliases": [["alias_name": "n"]]], "user_aliases must be"),
      (
        ["fields_to_export": [], "external_ids": .list(Array(repeating: "u", count: 51))],
        "The max number of ids per request was exceeded"
      ),
    ] as [(Value, String)]
  )
  func `an export that makes no sense is refused`(_ body: Value, _ text: String) async throws {
    let reply = try await visitor.send(.post, Self.export, body)
    #expect(reply.status == 400)
    #expect(reply.body["message"]?.text?.contains(text) == true, "\(reply.text)")
  }

  @Test func `older accounts need not name the fields`() async throws {
    let visitor = try Visitor.braze { $0.demandsExportFields = false }
    try await visitor.track(["external_id": "u", "x": 1])
    let reply = try await visitor.send(.post, Self.export, ["external_ids": ["u"]])
    #expect(
      reply.body["users"]?.items?.first?.members?.keys == [
        "created_at", "external_id", "braze_id", "custom_attributes",
      ]
    )
  }
}
