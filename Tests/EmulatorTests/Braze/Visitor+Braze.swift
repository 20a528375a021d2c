import HTTPTypes
import Testing
import Values

@testable import Emulator

extension Visitor {
  /// A client of the emulated Braze.
  static func braze(_ options: EmulatorOptions = EmulatorOptions()) throws -> Visitor {
    var visitor = try Visitor(options)
    visitor.origin = "https://braze.localhost"
    return visitor
  }

  static func braze(_ change: (inout UnconfirmedBrazeBehaviour) -> Void) throws -> Visitor {
    var options = EmulatorOptions()
    change(&options.unconfirmed.braze)
    return try braze(options)
  }

  /// Does something in the dashboard; the status has to be 201.
  @discardableResult
  func dashboard(_ path: String, _ object: Value) async throws -> Value {
    let reply = try await send(.post, "/_emulator/braze/\(path)", object)
    try #require(reply.status == 201, "\(reply.text)")
    return reply.body
  }

  /// Makes something in the dashboard and returns its id.
  @discardableResult
  func made(_ path: String, _ object: Value) async throws -> String {
    try #require(try await dashboard(path, object)["id"]?.text)
  }

  /// Creates a content block by API and returns its id.
  @discardableResult
  func block(_ name: String, _ further: Members = [:]) async throws -> String {
    let least: Members = ["name": .string(name), "content": "x"]
    let reply = try await send(.post, "/content_blocks/create", .object(least.merging(further)))
    try #require(reply.status == 201, "\(reply.text)")
    return try #require(reply.body["content_block_id"]?.text)
  }

  func campaign(_ name: String, _ further: Members = [:]) async throws -> String {
    try await made("campaigns", Self.campaign(name, further))
  }

  /// An API-triggered webhook campaign.
  static func campaign(_ name: String, _ further: Members = [:]) -> Value {
    let least: Members = [
      "name": .string(name), "channel": "webhook", "delivery": ["type": "api_triggered"],
      "webhook": ["url": "https://acme.zendesk.com/api/v2/tickets", "method": "POST"],
    ]
    return .object(least.merging(further))
  }

  func smsGroup() async throws -> String {
    try await made("subscription_groups", ["name": "Support", "channel": "sms"])
  }

  /// Tracks attributes of users; all have to be taken.
  func track(_ attributes: Value...) async throws {
    let reply = try await send(.post, "/users/track", ["attributes": .list(attributes)])
    try #require(reply.status == 201 && reply.body["errors"] == nil, "\(reply.text)")
  }

  /// A user's custom attributes.
  func customAttributes(_ user: String) async throws -> Value? {
    let body: Value = [
      "external_ids": [.string(user)], "fields_to_export": ["custom_attributes"],
    ]
    let reply = try await send(.post, "/users/export/ids", body)
    return reply.body["users"]?.items?.first?["custom_attributes"]
  }
}
