import HTTPTypes
import Testing
import Values

@testable import Emulator

/// What tests of rules and webhooks have in common.
extension Visitor {
  func entries(_ type: String? = nil) async throws -> [Value] {
    let reply = try await get("/_emulator/wire")
    return try #require(reply.body["entries"]?.items)
      .filter { type == nil || $0["type"]?.text == type }
  }

  /// The titles of the triggers that fired, in order.
  func fired() async throws -> [String] {
    try await entries("trigger_fired").compactMap { $0["trigger"]?["title"]?.text }
  }

  @discardableResult
  func open(_ members: Members = [:]) async throws -> Value {
    let least: Members = ["subject": "S", "comment": ["body": "B"]]
    return try await create("tickets", "ticket", .object(least.merging(members)))
  }

  @discardableResult
  func update(_ members: Members, ticket: Int = 1) async throws -> Value {
    let reply = try await send(
      .put,
      "/api/v2/tickets/\(ticket)",
      ["ticket": .object(members)]
    )
    try #require(reply.status == 200, "\(reply.text)")
    return try #require(reply.body["ticket"])
  }

  func ticket(_ id: Int) async throws -> Value {
    try #require(try await get("/api/v2/tickets/\(id)").body["ticket"])
  }

  /// Somebody at work in the browser.
  func work(as user: Value, on ticket: Int = 1, _ members: Members) async throws {
    let reply = try await send(
      .put,
      "/_emulator/zendesk/tickets/\(ticket)",
      ["as": user, "ticket": .object(members)]
    )
    try #require(reply.status == 200, "\(reply.text)")
  }

  /// - Returns: The id.
  func person(_ name: String, _ further: Members = [:]) async throws -> Value {
    let least: Members = ["name": .string(name)]
    let user = try await create("users", "user", .object(least.merging(further)))
    return try #require(user["id"])
  }

  @discardableResult
  func rule(
    _ title: String,
    when conditions: [(String, String, Value)],
    then actions: [(String, Value)],
    _ further: Members = [:]
  ) async throws -> Value {
    try await trigger(title, Self.rule(conditions, actions).merging(further))
  }

  static func rule(
    _ conditions: [(String, String, Value)],
    _ actions: [(String, Value)]
  ) -> Members {
    [
      "conditions": [
        "all": .list(
          conditions.map {
            ["field": .string($0.0), "operator": .string($0.1), "value": $0.2]
          }
        )
      ],
      "actions": .list(actions.map { ["field": .string($0.0), "value": $0.1] }),
    ]
  }

  /// Takes the triggers away that every account has, so that a test's own are alone.
  func removeStandardTriggers() async throws {
    for id in try await get("/api/v2/triggers").body["triggers"]?.column("id") ?? [] {
      try #require(try await send(.delete, "/api/v2/triggers/\(id)").status == 204)
    }
  }

  /// The facts about Zendesk that somebody had to ask for.
  func touched() async throws -> Set<String> {
    let facts = try await get("/_emulator/facts").body["facts"]?.items ?? []
    return Set(facts.filter { $0["touched"] == true }.compactMap { $0["name"]?.text })
      .filter { $0.hasPrefix("zendesk") }
  }

  /// A webhook that leads to the emulated Braze, and a trigger that calls it on every update.
  ///
  /// - Returns: The webhook's id.
  func calling(
    _ body: Value = #"{"attributes":[{"external_id":"u","n":"{{ticket.id}}"}]}"#,
    when conditions: [(String, String, Value)] = [("status", "is_not", "closed")],
    _ further: Members = [:]
  ) async throws -> String {
    let least: Members = [
      "endpoint": "https://braze.localhost/users/track",
      "authentication": [
        "type": "bearer_token", "data": ["token": "key"], "add_position": "header",
      ],
    ]
    let made = try await create(
      "webhooks",
      "webhook",
      Self.webhook("W", least.merging(further))
    )
    let id = try #require(made["id"])
    try await rule("Call", when: conditions, then: [("notification_webhook", .list([id, body]))])
    return try #require(id.text)
  }

  func arm(_ fault: Members) async throws {
    let usual: Members = ["path": "/users/track"]
    let faults: Value = ["faults": [.object(usual.merging(fault))]]
    try #require(try await send(.post, "/_emulator/faults", faults).status == 204)
  }
}
