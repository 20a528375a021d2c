import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Access to the emulated Zendesk` {
  private static let oauth = "/oauth/tokens"

  private func status(_ header: String?, required: String? = nil) async throws -> Int {
    var visitor = try Visitor(EmulatorOptions(requiredCredential: required))
    visitor.authorization = header
    return try await visitor.get("/api/v2/triggers").status
  }

  @Test(arguments: [
    ("Bearer anything", 200), ("bearer anything", 200),
    ("Basic " + Base64.encode("a@b.example/token:t"), 200),
    ("Basic " + Base64.encode("a@b.example:password"), 401),
    ("Basic " + Base64.encode("a@b.example/token:"), 401),
    ("Basic " + Base64.encode("/token:t"), 401),
    ("Basic ***", 401), ("Bearer ", 401), ("Digest x", 401), (nil, 401),
  ])
  func `any credential gets in that looks like one`(_ header: String?, _ expected: Int) async throws
  {
    #expect(try await status(header) == expected)
  }

  @Test(arguments: [
    ("secret", "Bearer secret", 200), ("secret", "Bearer other", 401),
    ("a@b.example/token:t", "Basic " + Base64.encode("a@b.example/token:t"), 200),
    ("a@b.example/token:t", "Basic " + Base64.encode("a@b.example/token:u"), 401),
    ("id:secret", "Bearer id", 401),
  ])
  func `a required credential keeps others out`(
    _ required: String,
    _ header: String,
    _ expected: Int
  ) async throws {
    #expect(try await status(header, required: required) == expected)
  }

  @Test func `a refusal says so in its own envelope`() async throws {
    var visitor = try Visitor()
    visitor.authorization = nil
    let reply = try await visitor.get("/api/v2/nowhere")
    #expect(reply.status == 401)
    #expect(reply.text == #"{"error":"Couldn't authenticate you"}"#)
  }

  @Test func `the current user is an administrator with a credential and anonymous without`()
    async throws
  {
    var visitor = try Visitor(EmulatorOptions(requiredCredential: "secret"))
    let wrong = try await visitor.get("/api/v2/users/me")
    #expect(wrong.status == 200)
    #expect(wrong.body["user"]?["id"] == .null)
    #expect(wrong.body["user"]?["name"] == "Anonymous user")
    visitor.authorization = "Bearer secret"
    let right = try await visitor.get("/api/v2/users/me.json")
    #expect(right.body["user"]?["role"] == "admin")
    #expect(right.body["user"]?["id"]?.integer != nil)
  }

  @Test func `client credentials buy a token that expires`() async throws {
    var visitor = try Visitor(EmulatorOptions(requiredCredential: "id:secret"))
    visitor.authorization = nil
    let request: Value = [
      "grant_type": "client_credentials", "client_id": "id", "client_secret": "secret",
      "scope": "read write", "expires_in": 300,
    ]
    let reply = try await visitor.send(.post, Self.oauth, request)
    #expect(reply.status == 200)
    #expect(reply.body["token_type"] == "bearer")
    #expect(reply.body["expires_in"] == 300)
    #expect(reply.body["refresh_token"] == nil)
    let token = try #require(reply.body["access_token"]?.text)
    visitor.authorization = "Bearer \(token)"
    #expect(try await visitor.get("/api/v2/triggers").status == 200)
    visitor.clock.advance(300)
    let late = try await visitor.get("/api/v2/triggers")
    #expect(late.status == 401)
    #expect(late.body["error"] == "invalid_token")
  }

  @Test(
    arguments: [
      (["grant_type": "password", "client_id": "a", "client_secret": "b"], 400),
      (["grant_type": "client_credentials", "client_id": "a"], 401),
      (["grant_type": "client_credentials", "client_id": "", "client_secret": "b"], 401),
      (
        [
          "grant_type": "client_credentials", "client_id": "a", "client_secret": "b",
          "expires_in": 299,
        ], 400
      ),
    ] as [(Value, Int)]
  )
  func `a poor request for a token is refused`(_ body: Value, _ expected: Int) async throws {
    #expect(try await Visitor().send(.post, Self.oauth, body).status == expected)
  }

  @Test func `a wrong client secret is refused`() async throws {
    let visitor = try Visitor(EmulatorOptions(requiredCredential: "id:secret"))
    let body: Value = [
      "grant_type": "client_credentials", "client_id": "id", "client_secret": "guess",
    ]
    let reply = try await visitor.send(.post, Self.oauth, body)
    #expect(reply.status == 401)
    #expect(reply.body["error"] == "invalid_client")
  }

  @Test(arguments: [
    ("read", 200, 403), ("triggers:read", 200, 403), ("triggers:write", 403, 201),
    ("unheard_of", 403, 403), ("read write", 200, 201),
  ])
  func `a token does what its scope covers`(_ scope: String, _ read: Int, _ write: Int) async throws
  {
    var visitor = try Visitor()
    let body: Value = [
      "grant_type": "client_credentials", "client_id": "a", "client_secret": "b",
      "scope": .string(scope),
    ]
    let reply = try await visitor.send(.post, Self.oauth, body)
    visitor.authorization = "Bearer \(try #require(reply.body["access_token"]?.text))"
    #expect(try await visitor.get("/api/v2/triggers").status == read)
    let trigger: Value = ["trigger": Visitor.trigger("A")]
    #expect(try await visitor.send(.post, "/api/v2/triggers", trigger).status == write)
  }

  @Test func `the rate limit holds for a minute and for each service by itself`() async throws {
    let visitor = try Visitor(EmulatorOptions(rateLimitPerMinute: 2))
    let first = try await visitor.get("/api/v2/triggers")
    #expect(first.header("x-rate-limit") == "2")
    #expect(first.header("x-rate-limit-remaining") == "1")
    #expect(first.header("ratelimit-remaining") == "1")
    #expect(first.header("ratelimit-reset") == "60")
    visitor.clock.advance(20)
    #expect(try await visitor.get("/api/v2/user_fields").status == 200)
    let third = try await visitor.get("/api/v2/triggers")
    #expect(third.status == 429)
    #expect(third.header("retry-after") == "40")
    #expect(try await visitor.get("/api/v2/webhooks").status == 200)
    visitor.clock.advance(40)
    #expect(try await visitor.get("/api/v2/triggers").status == 200)
  }

  @Test(arguments: [
    ("GET", "/api/v2/macros"), ("PUT", "/api/v2/trigger_categories/1"),
    ("PATCH", "/api/v2/triggers/1"), ("GET", "/api/v2/triggers/inactive"),
    ("GET", "/api/v2/webhooks.json"), ("GET", "/"), ("GET", "/api/v2/triggers/1/revisions"),
  ])
  func `what is not there is an invalid endpoint`(_ method: String, _ path: String) async throws {
    let method = try #require(HTTPRequest.Method(method))
    let reply = try await Visitor().send(method, path)
    #expect(reply.status == 404)
    #expect(reply.text == #"{"error":"InvalidEndpoint","description":"Not found"}"# + lineEnd(path))
  }

  private func lineEnd(_ path: String) -> String { path.contains("webhooks") ? "\n" : "" }
}
