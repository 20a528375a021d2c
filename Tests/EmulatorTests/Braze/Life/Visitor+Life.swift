import HTTPTypes
import Testing
import Values

@testable import Emulator

extension Visitor {
  /// What the chronicle holds, by type, oldest first.
  func happened(_ types: Occurrence..., after number: Int = 0) async throws -> [Value] {
    let entries = try await get("/_emulator/wire?after=\(number)").body["entries"]?.items ?? []
    let names = types.map { Value.string($0.rawValue) }
    return types.isEmpty ? entries : entries.filter { names.contains($0["type"] ?? .null) }
  }

  /// The number of the last entry.
  func lastEntry() async throws -> Int {
    try #require(try await get("/_emulator/wire").body["last"]?.integer)
  }

  /// An SMS comes in.
  ///
  /// - Returns: Its category.
  @discardableResult
  func text(
    _ body: String,
    to group: String,
    from number: String = "+15550100",
    media: [String] = []
  ) async throws -> String? {
    let reply = try await send(
      .post,
      "/_emulator/braze/inbound_sms",
      [
        "from": .string(number), "subscription_group_id": .string(group), "body": .string(body),
        "media_urls": .list(media.map { .string($0) }),
      ]
    )
    try #require(reply.status == 202, "\(reply.text)")
    return reply.body["category"]?.text
  }

  func isTouched(_ fact: OpenFact) async throws -> Bool {
    let facts = try await get("/_emulator/facts").body["facts"]?.items ?? []
    return facts.first { $0["name"] == .string(fact.rawValue) }?["touched"] == true
  }

  /// A subscriber of the group with the phone +15550100, unless told otherwise.
  func subscriber(
    _ id: String = "u1",
    of group: String,
    _ further: Members = [:]
  ) async throws {
    let least: Members = [
      "external_id": .string(id), "first_name": "Ann", "last_name": "Lee", "phone": "+15550100",
      "subscription_groups": [
        ["subscription_group_id": .string(group), "subscription_state": "subscribed"]
      ],
    ]
    try await track(.object(least.merging(further)))
  }

  /// An action-based campaign that answers by SMS.
  func smsCampaign(
    _ name: String,
    on trigger: Value,
    to group: String,
    body: String,
    _ further: Members = [:]
  ) async throws -> String {
    let least: Members = [
      "name": .string(name), "channel": "sms",
      "delivery": ["type": "action_based", "trigger": trigger, "re_eligible": true],
      "sms": ["subscription_group_id": .string(group), "body": .string(body)],
    ]
    return try await made("campaigns", .object(least.merging(further)))
  }

  /// Tracks an event of the user u1.
  func event(_ name: String, _ properties: Value = [:], of user: String = "u1") async throws {
    let reply = try await send(
      .post,
      "/users/track",
      [
        "events": [
          [
            "external_id": .string(user), "name": .string(name), "time": "2026-01-01T00:00:00Z",
            "properties": properties,
          ]
        ]
      ]
    )
    try #require(reply.status == 201, "\(reply.text)")
  }

  /// Asks for a campaign to be sent to users.
  func trigger(
    _ campaign: String,
    to recipients: Value...,
    further: Members = [:]
  ) async throws {
    let least: Members = ["campaign_id": .string(campaign), "recipients": .list(recipients)]
    let reply = try await send(.post, "/campaigns/trigger/send", .object(least.merging(further)))
    try #require(reply.status == 201, "\(reply.text)")
  }
}

extension Value {
  /// The check called `name` of an entry about a campaign.
  func check(_ name: String) -> Value? {
    self["checks"]?.items?.first { $0["check"] == .string(name) }
  }
}
