import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

/// A client of an emulator whose time a test can move.
struct Visitor {
  let emulator: EmulatorInstance
  let clock: HandClock
  var origin = "https://zendesk.localhost"
  var authorization: String? = "Bearer x"

  init(_ options: EmulatorOptions = EmulatorOptions()) throws {
    let clock = HandClock()
    var options = options
    options.now = { clock.seconds }
    self.clock = clock
    emulator = try EmulatorInstance(options)
  }

  struct Reply {
    var status: Int
    var headers: HTTPFields
    var text: String
    var body: Value

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
  }

  func send(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: Value? = nil
  ) async throws -> Reply {
    var headers = HTTPFields()
    headers[.authorization] = authorization
    if body != nil { headers[.contentType] = "application/json" }
    let url = path.hasPrefix("http") ? path : origin + path
    let bytes = body.map { Array($0.json().utf8) } ?? []
    let response = try await EmulatorTransport(emulator).send(
      Request(method, url, headers: headers, body: bytes)
    )
    return Reply(
      status: response.status,
      headers: response.headers,
      text: String(decoding: response.body, as: UTF8.self),
      body: Self.json(response.body)
    )
  }

  /// Null where there is no JSON: then what a test expects of it is missing.
  private static func json(_ bytes: [UInt8]) -> Value {
    do { return try Value(json: bytes) } catch { return .null }
  }

  func get(_ path: String) async throws -> Reply { try await send(.get, path) }

  /// Creates an object and returns it; the status has to be 201.
  @discardableResult
  func create(_ collection: String, _ singular: String, _ object: Value) async throws -> Value {
    let reply = try await send(.post, "/api/v2/\(collection)", .object([singular: object]))
    try #require(reply.status == 201, "\(reply.text)")
    return try #require(reply.body[singular])
  }

  func trigger(_ title: String, _ further: Members = [:]) async throws -> Value {
    try await create("triggers", "trigger", Self.trigger(title, further))
  }

  /// The least that makes a trigger.
  static func trigger(_ title: String, _ further: Members = [:]) -> Value {
    let least: Members = [
      "title": .string(title),
      "conditions": ["all": [["field": "status", "operator": "is", "value": "new"]]],
      "actions": [["field": "status", "value": "open"]],
    ]
    return .object(least.merging(further))
  }

  static func webhook(_ name: String, _ further: Members = [:]) -> Value {
    let least: Members = [
      "name": .string(name), "endpoint": "https://example.com/hook", "http_method": "POST",
      "request_format": "json", "status": "active",
    ]
    return .object(least.merging(further))
  }
}

extension Value {
  /// The texts at `key` of the objects in this list.
  func column(_ key: String) -> [String] { (items ?? []).compactMap { $0[key]?.scalarText } }
}
