import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `A test of a webhook` {
  private let visitor: Visitor
  private static let path = "/api/v2/webhooks/test"
  private static let track: Value = [
    "endpoint": "https://braze.localhost/users/track", "http_method": "POST",
    "request_format": "json",
    "authentication": [
      "type": "bearer_token", "data": ["token": "key"], "add_position": "header",
    ],
    "payload": #"{"events":[{"external_id":"u","name":"tested","time":"2027-01-15T08:00:00Z"}]}"#,
  ]

  init() throws {
    visitor = try Visitor()
  }

  private func test(_ request: Value, of webhook: String? = nil) async throws -> Visitor.Reply {
    let query = webhook.map { "?webhook_id=\($0)" } ?? ""
    return try await visitor.send(.post, Self.path + query, ["request": request])
  }

  @Test func `is sent, and tells what was answered`() async throws {
    let reply = try await test(Self.track)
    #expect(reply.status == 200)
    #expect(reply.header("content-type") == "application/json")
    #expect(reply.text.hasSuffix("\n"))
    let response = try #require(reply.body["response"])
    #expect(response.members?.map(\.key) == ["headers", "status_code", "payload"])
    #expect(response["status_code"] == 201)
    #expect(response["headers"]?.column("key").contains("Content-Type") == true)
    #expect(response["payload"]?.text?.contains("success") == true)
    #expect(try await visitor.entries("event_tracked").map { $0["event"] } == ["tested"])
  }

  @Test func `of a webhook that is there has its secret, and what it does not say`() async throws {
    let webhook = try await visitor.create(
      "webhooks",
      "webhook",
      Visitor.webhook("W", Self.track.members?.filter { key, _ in key != "payload" } ?? [:])
    )
    let id = try #require(webhook["id"]?.text)
    let payload = Self.track["payload"] ?? .null
    let authentication: Value = ["type": "bearer_token", "add_position": "header"]
    for request: Value in [
      ["payload": payload], ["payload": payload, "authentication": authentication],
    ] {
      #expect(try await test(request, of: id).body["response"]?["status_code"] == 201)
    }
    #expect(try await visitor.entries("event_tracked").count == 2)
    let invocations = try await visitor.get("/api/v2/webhooks/\(id)/invocations")
    #expect(invocations.text == "{\"meta\":{\"has_more\":false},\"invocations\":[]}\n")
    let attempts = "/api/v2/webhooks/\(id)/invocations/1/attempts"
    #expect(try await visitor.get(attempts).status == 404)
    #expect(try await visitor.get("/api/v2/webhooks/none/invocations").status == 404)
  }

  @Test func `has parameters, and may lead back to Zendesk`() async throws {
    var request: Members = [
      "endpoint": "https://zendesk.localhost/api/v2/users/search.json?page=1", "http_method": "GET",
      "request_format": "json",
      "query_parameters": [["key": "query", "value": "role:admin"], ["key": "x", "value": "&"]],
      "authentication": Self.track["authentication"] ?? .null,
    ]
    let response = try await test(.object(request)).body["response"]
    #expect(response?["status_code"] == 200)
    #expect(response?["payload"]?.text?.contains("Emulated Administrator") == true)
    // A test of a test.
    request["endpoint"] = .string("https://zendesk.localhost\(Self.path)")
    request["http_method"] = "POST"
    request["payload"] = .string(Value.object(["request": Self.track]).json())
    let outer = try await test(.object(request)).body["response"]
    #expect(outer?["payload"]?.text?.contains("\"status_code\":201") == true)
  }

  /// `printf '%s' '2027-01-15T08:00:00Z{}' | openssl dgst -sha256 -hmac SECRET -binary | base64`
  @Test func `of one that is not made yet is signed with the secret of all tests`() throws {
    let invocation: Members = [
      "id": "I", "method": "POST", "url": "https://braze.localhost/", "payload": "{}",
    ]
    let request = WebhookRequest(["request_format": "json"], invocation, now: 1_800_000_000).request
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }
    #expect(header("X-Zendesk-Webhook-Signature") == "yCJnVSOrbWhr+ETK87kIAayeyfSUDXAED+i0gFMNDl4=")
    #expect(header("X-Zendesk-Webhook-Id") == nil)
  }

  @Test(arguments: [(500, 0, 500), (nil, 13, 504)] as [(Int?, Int, Int)])
  func `tells how it failed`(_ status: Int?, _ seconds: Int, _ code: Int) async throws {
    try await visitor.arm(
      status.map { ["kind": "status", "status": .integer($0)] }
        ?? ["kind": "slow", "seconds": .integer(seconds)]
    )
    let response = try await test(Self.track).body["response"]
    #expect(response?["status_code"] == .integer(code))
  }

  @Test func `reaches nobody outside`() async throws {
    let request: Value = [
      "endpoint": "https://example.org", "request_format": "json", "http_method": "GET",
    ]
    let response = try await test(request).body["response"]
    #expect(response?["status_code"] == 502)
    #expect(response?["payload"]?.text?.contains("example.org") == true)
  }

  @Test(
    arguments: [
      [:], ["payload": 1], ["query_parameters": "a=b"], ["query_parameters": [["key": "a"]]],
      ["authentication": ["type": "bearer_token", "add_position": "header"]],
    ] as [Value]
  )
  func `that cannot be sent is refused`(_ change: Value) async throws {
    var request = change.members?.isEmpty == true ? [:] : Self.track.members ?? [:]
    request = request.merging(change.members ?? [:])
    #expect(try await test(.object(request)).status == 400)
    #expect(try await visitor.entries("event_tracked").isEmpty)
  }
}
