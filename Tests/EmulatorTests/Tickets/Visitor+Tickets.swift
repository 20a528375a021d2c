import HTTPTypes
import Testing
import Values

@testable import Emulator

extension Visitor {
  static let administrator = Value.integer(ZendeskState.administrator)

  func user(_ name: String, _ further: Members = [:]) async throws -> Value {
    let user: Members = ["name": .string(name)]
    return try await create("users", "user", .object(user.merging(further)))
  }

  /// A ticket with a comment, made by the API.
  func ticket(_ members: Members = [:]) async throws -> Value {
    let least: Members = ["subject": "Help", "comment": ["body": "It does not work"]]
    return try await create("tickets", "ticket", .object(least.merging(members)))
  }

  @discardableResult
  func update(_ ticket: Value, _ members: Members) async throws -> Value {
    let reply = try await send(
      .put,
      "/api/v2/tickets/\(try id(ticket))",
      ["ticket": .object(members)]
    )
    try #require(reply.status == 200, "\(reply.text)")
    return try #require(reply.body["ticket"])
  }

  /// What an agent does with a ticket in the browser.
  @discardableResult
  func work(as agent: Value, on ticket: Value, _ members: Members) async throws -> Value {
    let reply = try await send(
      .put,
      "/_emulator/zendesk/tickets/\(try id(ticket))",
      ["as": agent["id"] ?? .null, "ticket": .object(members)]
    )
    try #require(reply.status == 200, "\(reply.text)")
    return try #require(reply.body["ticket"])
  }

  func comments(_ ticket: Value) async throws -> [Value] {
    let reply = try await get("/api/v2/tickets/\(try id(ticket))/comments")
    return try #require(reply.body["comments"]?.items, "\(reply.text)")
  }

  func audits(_ ticket: Value) async throws -> [Value] {
    let reply = try await get("/api/v2/tickets/\(try id(ticket))/audits")
    return try #require(reply.body["audits"]?.items, "\(reply.text)")
  }

  /// The chronicle's entries of one type.
  func wire(_ type: String) async throws -> [Value] {
    let entries = try await get("/_emulator/wire").body["entries"]?.items ?? []
    return entries.filter { $0["type"] == .string(type) }
  }

  func id(_ object: Value) throws -> String { try #require(object["id"]?.scalarText) }
}
