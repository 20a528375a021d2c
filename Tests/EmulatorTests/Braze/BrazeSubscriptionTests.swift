import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Subscriptions in the emulated Braze` {
  private static let set = "/subscription/status/set"
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  private func status(_ group: String, _ query: String) async throws -> Value? {
    let path = "/subscription/status/get?subscription_group_id=\(group)&\(query)"
    return try await visitor.get(path).body["status"]
  }

  @Test func `all who share a phone number change together`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.track(
      ["external_id": "u", "phone": "+1"],
      ["external_id": "v", "phone": "+1"],
      ["external_id": "w", "phone": "+2"]
    )
    let body: Value = [
      "subscription_group_id": .string(group), "subscription_state": "subscribed",
      "phone": ["+1"],
    ]
    let reply = try await visitor.send(.post, Self.set, body)
    #expect(reply.status == 201)
    #expect(reply.body == ["message": "success"])
    #expect(
      try await status(group, "external_id[]=u&external_id[]=v&external_id[]=w") == [
        "u": "Subscribed", "v": "Subscribed", "w": "Unknown",
      ]
    )
    #expect(try await status(group, "phone=%2B1") == ["+1": "Subscribed"])
    let off: Value = [
      "subscription_group_id": .string(group), "subscription_state": "unsubscribed",
      "external_id": "u",
    ]
    #expect(try await visitor.send(.post, Self.set, off).status == 201)
    #expect(try await status(group, "external_id=u") == ["u": "Unsubscribed"])
    #expect(
      try await visitor.get("/subscription/user/status?external_id=u&limit=10&offset=0").body == [
        "users": [
          [
            "email": .null, "phone": "+1", "external_id": "u",
            "subscription_groups": [
              [
                "id": .string(group), "name": "Support", "channel": "sms",
                "status": "Unsubscribed",
              ]
            ],
          ]
        ], "total_count": 1, "message": "success",
      ]
    )
  }

  @Test func `several groups change at once or not at all`() async throws {
    let sms = try await visitor.smsGroup()
    let mail = try await visitor.made("subscription_groups", ["name": "M", "channel": "email"])
    try await visitor.track(["external_id": "u", "email": "a@b.c"])
    let first: Value = [
      "subscription_group_id": .string(sms), "subscription_state": "subscribed",
      "external_ids": ["u"],
    ]
    let wrong: Value = ["subscription_groups": [first, ["subscription_group_id": "x"]]]
    #expect(try await visitor.send(.post, "/v2\(Self.set)", wrong).status == 400)
    #expect(try await status(sms, "external_id=u") == ["u": "Unknown"])
    let second: Value = [
      "subscription_group_id": .string(mail), "subscription_state": "unsubscribed",
      "emails": ["a@b.c"],
    ]
    let right: Value = ["subscription_groups": [first, second]]
    #expect(try await visitor.send(.post, "/v2\(Self.set)", right).status == 201)
    #expect(try await status(sms, "external_id=u") == ["u": "Subscribed"])
    #expect(try await status(mail, "email=a%40b.c") == ["a@b.c": "Unsubscribed"])
    #expect(try await visitor.send(.post, "/v2\(Self.set)", [:]).status == 400)
  }

  @Test func `attributes set states too`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.track([
      "external_id": "u",
      "subscription_groups": [
        ["subscription_group_id": .string(group), "subscription_state": "subscribed"]
      ],
    ])
    #expect(try await status(group, "external_id=u") == ["u": "Subscribed"])
  }

  @Test(
    arguments: [
      (["subscription_group_id": "x"], "subscription_group_id is invalid"),
      (["subscription_state": "on"], "subscription_state is invalid"),
      (["external_id": []], "No Recipients"),
      (["external_id": 5], "external_id must be"),
      (["external_id": .list(Array(repeating: "u", count: 51))], "The max number of ids"),
      (["email": "a@b.c"], "of another channel"),
      (
        ["email": "a@b.c", "phone": "+1"],
        "Either an email address or a phone number should be provided, but not both."
      ),
    ] as [(Members, String)]
  )
  func `a change that makes no sense is refused`(_ wrong: Members, _ text: String) async throws {
    let good: Members = [
      "subscription_group_id": .string(try await visitor.smsGroup()),
      "subscription_state": "subscribed", "external_id": ["u"],
    ]
    let reply = try await visitor.send(.post, Self.set, .object(good.merging(wrong)))
    #expect(reply.status == 400)
    #expect(reply.body["message"]?.text?.contains(text) == true, "\(reply.text)")
  }

  @Test func `reading needs a group and a user`() async throws {
    let group = try await visitor.smsGroup()
    let path = "/subscription/status/get?subscription_group_id="
    #expect(try await visitor.get("\(path)x&external_id=u").status == 400)
    #expect(try await visitor.get("\(path)\(group)").status == 400)
    #expect(try await visitor.get("/subscription/user/status").status == 400)
    #expect(try await visitor.get("/subscription/user/status?external_id=u&limit=0").status == 400)
    let none = try await visitor.get("/subscription/user/status?external_id=u")
    #expect(none.body == ["users": [], "total_count": 0, "message": "success"])
  }
}
