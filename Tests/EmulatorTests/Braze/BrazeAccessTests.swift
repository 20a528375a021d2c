import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `Access to the emulated Braze` {
  @Test(arguments: [
    (nil, 401), ("Bearer", 401), ("Bearer ", 401), ("Bearer \"key\"", 401), ("Bearer 'key'", 401),
    ("Basic a2V5OmtleQ==", 401), ("key", 401), ("Bearer two keys", 401), ("Bearer key", 200),
    ("bearer key", 200),
  ])
  func `any key that looks like one gets in`(_ header: String?, _ status: Int) async throws {
    var visitor = try Visitor.braze()
    visitor.authorization = header
    let reply = try await visitor.get("/campaigns/list")
    #expect(reply.status == status)
    if status == 401 { #expect(reply.body == ["message": "Invalid API key"]) }
  }

  @Test func `once keys are declared, they are the only ones`() async throws {
    var visitor = try Visitor.braze()
    let key: Value = ["value": "declared", "permissions": ["campaigns.list"]]
    let answer = try await visitor.dashboard("keys", key)
    #expect(answer == ["permissions": ["campaigns.list"]])
    #expect(try await visitor.get("/campaigns/list").status == 401)
    visitor.authorization = "Bearer declared"
    #expect(try await visitor.get("/campaigns/list").status == 200)
    #expect(try await visitor.get("/_emulator/braze").text.contains("declared") == false)
  }

  private static let permissions = [
    ("POST", "/content_blocks/create", "content_blocks.create"),
    ("POST", "/content_blocks/update", "content_blocks.update"),
    ("GET", "/content_blocks/list", "content_blocks.list"),
    ("GET", "/content_blocks/info", "content_blocks.info"),
    ("GET", "/campaigns/list", "campaigns.list"),
    ("GET", "/campaigns/details", "campaigns.details"),
    ("POST", "/campaigns/duplicate", "campaigns.duplicate"),
    ("POST", "/campaigns/trigger/send", "campaigns.trigger.send"),
    ("GET", "/canvas/list", "canvas.list"), ("GET", "/canvas/details", "canvas.details"),
    ("POST", "/canvas/trigger/send", "canvas.trigger.send"),
    ("POST", "/users/track", "users.track"), ("POST", "/users/export/ids", "users.export.ids"),
    ("POST", "/subscription/status/set", "subscription.status.set"),
    ("POST", "/v2/subscription/status/set", "subscription.status.set"),
    ("GET", "/subscription/status/get", "subscription.status.get"),
    ("GET", "/subscription/user/status", "subscription.groups.get"),
    ("GET", "/custom_attributes", "custom_attributes.get"),
    ("POST", "/custom_attributes/blocklist", "custom_attributes.blocklist"),
    ("GET", "/events/list", "events.list"),
  ]

  @Test(arguments: permissions)
  func `each endpoint asks for its permission`(
    _ method: String,
    _ path: String,
    _ permission: String
  ) async throws {
    var visitor = try Visitor.braze()
    let others = Set(Self.permissions.map(\.2)).subtracting([permission]).sorted()
    let rest: Value = .list(others.map { .string($0) })
    try await visitor.dashboard("keys", ["value": "without", "permissions": rest])
    try await visitor.dashboard(
      "keys",
      ["value": "with", "permissions": [.string(permission)]]
    )
    let method = try #require(HTTPRequest.Method(method))
    let body: Value? = method == .post ? [:] : nil
    visitor.authorization = "Bearer without"
    let refused = try await visitor.send(method, path, body)
    #expect(refused.status == 403)
    #expect(refused.body == ["message": "Access Denied"])
    visitor.authorization = "Bearer with"
    // Let in, with nothing to do for the most part.
    #expect([200, 400].contains(try await visitor.send(method, path, body).status))
  }

  @Test func `every endpoint is among them`() {
    #expect(
      Set(BrazeRoute.endpoints.map(\.path)) == Set(Self.permissions.map(\.1))
    )
  }

  @Test(arguments: [
    ("GET", "/campaign/trigger/send"), ("POST", "/campaign/trigger/send"),
    ("GET", "/users/track"), ("GET", "/campaigns/list.json"), ("GET", "/segments/list"),
    ("DELETE", "/content_blocks/create"), ("GET", "/"), ("GET", "/custom_attributes/list"),
  ])
  func `what is not there is an invalid URL`(_ method: String, _ path: String) async throws {
    let method = try #require(HTTPRequest.Method(method))
    let reply = try await Visitor.braze().send(method, path)
    #expect(reply.status == 404)
    #expect(reply.body == ["message": "Invalid URL"])
    #expect(reply.header("x-ratelimit-remaining") == "250000")
  }

  @Test func `a wrong key outweighs a missing permission, that the rate, and that the body`()
    async throws
  {
    var visitor = try Visitor.braze(EmulatorOptions(rateLimitPerMinute: 1))
    let key: Value = ["value": "k", "permissions": ["campaigns.trigger.send"]]
    try await visitor.dashboard("keys", key)
    visitor.authorization = "Bearer other"
    #expect(try await visitor.send(.post, "/users/track", [:]).status == 401)
    visitor.authorization = "Bearer k"
    #expect(try await visitor.send(.post, "/users/track", [:]).status == 403)
    let send = "/campaigns/trigger/send"
    #expect(try await visitor.send(.post, send, [:]).status == 400)
    #expect(try await visitor.send(.post, send, [:]).status == 429)
    #expect(try await visitor.send(.post, "/users/track", [:]).status == 403)
  }

  @Test func `a pool is counted by itself, and the headers say when anew`() async throws {
    let visitor = try Visitor.braze(EmulatorOptions(rateLimitPerMinute: 2))
    let first = try await visitor.get("/campaigns/list")
    #expect(first.header("x-ratelimit-limit") == "2")
    #expect(first.header("x-ratelimit-remaining") == "1")
    #expect(first.header("x-ratelimit-reset") == String(visitor.clock.seconds + 60))
    visitor.clock.advance(20)
    #expect(try await visitor.get("/content_blocks/list").header("x-ratelimit-remaining") == "0")
    let third = try await visitor.get("/canvas/list")
    #expect(third.status == 429)
    #expect(third.body == ["message": "Rate Limited"])
    #expect(third.header("retry-after") == nil)
    #expect(try await visitor.get("/events/list").status == 200)
    #expect(try await visitor.get("https://zendesk.localhost/api/v2/triggers").status == 200)
    visitor.clock.advance(40)
    #expect(try await visitor.get("/canvas/list").status == 200)
  }

  @Test func `a broadcast has a pool of its own`() async throws {
    let visitor = try Visitor.braze()
    let send = "/campaigns/trigger/send"
    let broadcast = try await visitor.send(.post, send, ["broadcast": true])
    #expect(broadcast.header("x-ratelimit-limit") == "250")
    let single = try await visitor.send(.post, send, [:])
    #expect(single.header("x-ratelimit-limit") == "250000")
  }

  @Test func `the reset may be told in seconds and with Retry-After`() async throws {
    var options = EmulatorOptions(rateLimitPerMinute: 1)
    options.unconfirmed.braze.resetsAtEpoch = false
    options.unconfirmed.braze.sendsRetryAfter = true
    let visitor = try Visitor.braze(options)
    _ = try await visitor.get("/campaigns/list")
    visitor.clock.advance(15)
    let reply = try await visitor.get("/campaigns/list")
    #expect(reply.status == 429)
    #expect(reply.header("x-ratelimit-reset") == "45")
    #expect(reply.header("retry-after") == "45")
  }

  @Test(arguments: [
    ("{", "application/json", "Bad syntax: the body is not JSON"),
    ("[]", "application/json", "Bad syntax: the body is not an object"),
    ("{}", "text/plain", "Content-Type must be application/json"),
    ("{}", nil, "Content-Type must be application/json"),
  ])
  func `a body that cannot be read is refused`(
    _ body: String,
    _ type: String?,
    _ text: String
  ) async throws {
    var headers: HTTPFields = [.authorization: "Bearer x"]
    headers[.contentType] = type
    let request = Request(
      .post,
      "https://braze.localhost/users/track",
      headers: headers,
      body: Array(body.utf8)
    )
    let response = try await EmulatorInstance().answer(request)
    #expect(response.status == 400)
    #expect(String(decoding: response.body, as: UTF8.self).contains(text))
  }

  @Test func `on a shared port the path decides`() async throws {
    var visitor = try Visitor()
    visitor.origin = "http://127.0.0.1:8099"
    #expect(try await visitor.get("/campaigns/list").body["message"] == "success")
    #expect(try await visitor.get("/segments/list").body == ["message": "Invalid URL"])
    #expect(try await visitor.get("/api/v2/triggers").body["count"] == 4)
    #expect(try await visitor.get("/nowhere").body["error"] == "InvalidEndpoint")
  }

  @Test func `a name of its own leads to each vendor alone`() async throws {
    let visitor = try Visitor()
    let triggers = try await visitor.get("https://braze.localhost/api/v2/triggers")
    #expect(triggers.body == ["message": "Invalid URL"])
    let campaigns = try await visitor.get("https://zendesk.localhost/campaigns/list")
    #expect(campaigns.body["error"] == "InvalidEndpoint")
  }
}
