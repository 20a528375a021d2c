import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `The emulator's own door` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor()
  }

  @Test func `the log tells methods and routes and neither credentials nor itself`() async throws {
    let id = try #require(try await visitor.trigger("A")["id"]?.integer)
    _ = try await visitor.get("/api/v2/triggers.json?page%5Bsize%5D=2")
    _ = try await visitor.get("/api/v2/triggers/\(id)")
    _ = try await visitor.get("/api/v2/nowhere")
    _ = try await visitor.get("/_emulator/requests")
    var stranger = visitor
    stranger.authorization = nil
    let reply = try await stranger.get("/_emulator/requests")
    #expect(
      reply.body["requests"] == [
        ["method": "POST", "path": "/api/v2/triggers", "query": "", "status": 201],
        [
          "method": "GET", "path": "/api/v2/triggers.json", "query": "page[size]=2",
          "status": 200,
        ],
        ["method": "GET", "path": .string("/api/v2/triggers/\(id)"), "query": "", "status": 200],
        ["method": "GET", "path": "/api/v2/nowhere", "query": "", "status": 404],
      ]
    )
    #expect(
      reply.body["counts"] == [
        "GET /api/v2/nowhere": 1, "GET /api/v2/triggers": 1, "GET /api/v2/triggers/:id": 1,
        "POST /api/v2/triggers": 1,
      ]
    )
    #expect(!reply.text.contains("Bearer"))
  }

  @Test func `a cut connection is in the log without a status`() async throws {
    let fault: Value = ["kind": "disconnect_after", "path": "/api/v2"]
    _ = try await visitor.send(.post, "/_emulator/faults", ["faults": [fault]])
    await #expect(throws: TransportError.self) { try await visitor.get("/api/v2/triggers") }
    let log = try await visitor.get("/_emulator/requests")
    #expect(log.body["requests"]?.items?.first?["status"] == .null)
  }

  @Test func `a reset gives a fresh instance, without log and faults`() async throws {
    let before = try await visitor.get("/api/v2/triggers")
    _ = try await visitor.trigger("A")
    let fault: Value = ["kind": "html", "path": "/api/v2"]
    _ = try await visitor.send(.post, "/_emulator/faults", ["faults": [fault]])
    #expect(try await visitor.send(.post, "/_emulator/reset").status == 204)
    let log = try await visitor.get("/_emulator/requests")
    #expect(log.body == ["requests": [], "counts": [:]])
    #expect(try await visitor.get("/api/v2/triggers").body == before.body)
  }

  @Test func `faults are told with what is left of them`() async throws {
    let rules: Value = [
      [
        "kind": "status", "path": "/api/v2/triggers", "method": "GET", "times": 3, "status": 429,
        "retry_after": 7,
      ],
      ["kind": "slow", "path": "/users", "skip": 2, "seconds": .decimal("2.5")],
      ["kind": "slow", "path": "/campaigns", "seconds": 100],
    ]
    _ = try await visitor.send(.post, "/_emulator/faults", ["faults": rules])
    #expect(try await visitor.get("/api/v2/triggers").status == 429)
    let left: Value = [
      [
        "kind": "status", "path": "/api/v2/triggers", "method": "GET", "times": 2, "status": 429,
        "retry_after": 7,
      ],
      ["kind": "slow", "path": "/users", "skip": 2, "times": 1, "seconds": .decimal("2.5")],
      ["kind": "slow", "path": "/campaigns", "times": 1, "seconds": 100],
    ]
    #expect(try await visitor.get("/_emulator/faults").body == ["faults": left])
  }

  @Test func `faults can be called off`() async throws {
    let fault: Value = ["kind": "html", "path": "/api/v2"]
    _ = try await visitor.send(.post, "/_emulator/faults", ["faults": [fault]])
    #expect(try await visitor.send(.delete, "/_emulator/faults").status == 204)
    #expect(try await visitor.get("/api/v2/triggers").body["count"] == 4)
  }

  @Test(
    arguments: [
      ([:], "expected an object with a list called \"faults\""),
      (["faults": [5]], "faults[0]: expected an object"),
      (
        ["faults": [["kind": "html", "path": "/"], ["kind": "fire", "path": "/"]]],
        "faults[1]: \"kind\" must be one of status, disconnect_before"
      ),
      (["faults": [["kind": "html"]]], "faults[0]: \"path\" must be a path"),
      (["faults": [["kind": "html", "path": "api"]]], "faults[0]: \"path\" must be a path"),
      (
        ["faults": [["kind": "status", "path": "/"]]], "\"status\" must be a number from 200 to 599"
      ),
      (["faults": [["kind": "status", "path": "/", "status": 99]]], "\"status\" must be"),
      (
        ["faults": [["kind": "html", "path": "/", "times": 0]]], "\"times\" must be a number from 1"
      ),
      (
        ["faults": [["kind": "html", "path": "/", "skip": -1]]], "\"skip\" must be a number from 0"
      ),
      (
        ["faults": [["kind": "slow", "path": "/", "seconds": "1"]]], "\"seconds\" must be a number"
      ),
      (
        ["faults": [["kind": "html", "path": "/", "method": "G T"]]], "\"method\" must be a method"
      ),
      (["faults": [["kind": "html", "path": "/", "pth": 1]]], "there is no \"pth\""),
    ] as [(Value, String)]
  )
  func `a fault that makes no sense is explained`(_ body: Value, _ text: String) async throws {
    let reply = try await visitor.send(.post, "/_emulator/faults", body)
    #expect(reply.status == 400)
    #expect(reply.body["error"]?.text?.contains(text) == true, "\(reply.text)")
  }

  @Test func `a fault that is not JSON is explained`() async throws {
    let request = Request(
      .post,
      "https://zendesk.localhost/_emulator/faults",
      body: Array("{".utf8)
    )
    let response = try await visitor.emulator.answer(request)
    #expect(response.status == 400)
    #expect(String(decoding: response.body, as: UTF8.self).contains("not JSON"))
  }

  @Test func `other doors are not there`() async throws {
    #expect(try await visitor.get("/_emulator/reset").status == 404)
  }

  @Test(arguments: [
    "https://braze.localhost:8443/users/track", "http://braze.localhost/users/track",
    "https://acme.zendesk.com/api/v2/triggers",
    "http://zendesk.localhost/api/v2/triggers", "https://zendesk.localhost:8443/", "nonsense",
  ])
  func `nobody answers at other addresses`(_ url: String) async throws {
    let error = await #expect(throws: TransportError.self) {
      try await EmulatorTransport(visitor.emulator).send(Request(.get, url))
    }
    #expect(error?.cause == .unreachable)
    #expect(error?.mayHaveTakenEffect == false)
  }

  @Test func `the links of the webhooks service can be followed`() async throws {
    #expect(try await visitor.get("https://zendesk.localhost:443/api/v2/webhooks").status == 200)
  }
}
