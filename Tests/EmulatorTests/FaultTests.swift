import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `Faults of the emulator` {
  private let visitor: Visitor
  private let triggers = "/api/v2/triggers"

  init() throws {
    visitor = try Visitor()
  }

  private func arm(_ fault: Members) async throws {
    let usual: Members = ["path": "/api/v2/triggers"]
    let reply = try await visitor.send(
      .post,
      "/_emulator/faults",
      ["faults": [.object(usual.merging(fault))]]
    )
    try #require(reply.status == 204, "\(reply.text)")
  }

  private func create() async throws -> Visitor.Reply {
    try await visitor.send(.post, triggers, ["trigger": Visitor.trigger("A")])
  }

  private func count() async throws -> Value? {
    try await visitor.get("\(triggers)?per_page=1").body["count"]
  }

  @Test func `a status comes as often as it is said, after those let off`() async throws {
    try await arm([
      "kind": "status", "method": "POST", "status": 429, "retry_after": 7, "skip": 1, "times": 2,
    ])
    #expect(try await create().status == 201)
    let refused = try await create()
    #expect(refused.status == 429)
    #expect(refused.header("retry-after") == "7")
    #expect(try await create().status == 429)
    #expect(try await create().status == 201)
    #expect(try await count() == 6)
  }

  @Test(arguments: [("disconnect_before", 4), ("disconnect_after", 5)])
  func `a cut connection hides whether the request took effect`(_ kind: String, _ expected: Int)
    async throws
  {
    try await arm(["kind": .string(kind), "method": "POST"])
    let error = await #expect(throws: TransportError.self) { try await create() }
    #expect(error?.cause == .disconnected)
    #expect(error?.mayHaveTakenEffect == true)
    #expect(try await count() == .integer(expected))
  }

  @Test func `HTML can come instead of JSON`() async throws {
    try await arm(["kind": "html", "status": 503])
    let reply = try await visitor.get(triggers)
    #expect(reply.status == 503)
    #expect(reply.header("content-type") == "text/html; charset=utf-8")
    #expect(reply.text.hasPrefix("<!doctype html>"))
  }

  @Test func `half a document comes of a request that took effect`() async throws {
    try await arm(["kind": "half_json"])
    let reply = try await create()
    #expect(reply.status == 201)
    #expect(reply.text.hasPrefix(#"{"trigger":{"#))
    #expect(reply.body == .null)
    #expect(try await count() == 5)
  }

  @Test func `a list cut short contradicts itself`() async throws {
    try await arm(["kind": "truncate_list", "times": 2])
    let offset = try await visitor.get(triggers)
    #expect(offset.body["triggers"]?.items?.count == 2)
    #expect(offset.body["count"] == 4)
    #expect(offset.body["next_page"] == .null)
    let cursor = try await visitor.get("\(triggers)?page[size]=100")
    #expect(cursor.body["triggers"]?.items?.count == 2)
    #expect(cursor.body["meta"] == ["has_more": true])
    #expect(cursor.body["links"] == nil)
  }

  @Test func `an object that moves between pages is met twice`() async throws {
    try await arm(["kind": "change_between_pages", "method": "GET"])
    let first = try await visitor.get("\(triggers)?page[size]=3")
    let second = try await visitor.get(try #require(first.body["links"]?["next"]?.text))
    let moved = try #require(first.body["triggers"]?.column("id").first)
    #expect(second.body["triggers"]?.column("id").last == moved)
  }

  @Test func `a slow answer takes its time`() async throws {
    try await arm(["kind": "slow", "seconds": .decimal("0.05")])
    let clock = ContinuousClock()
    let took = try await clock.measure { _ = try await visitor.get(triggers) }
    #expect(took >= .milliseconds(50))
  }

  @Test(arguments: [
    ("/api/v2/triggers", "/api/v2/triggers/5.json", true),
    ("/api/v2/trigger", "/api/v2/triggers", false), ("/api/v2/*/5", "/api/v2/triggers/5", true),
    ("/api/v2/*/5", "/api/v2/triggers/6", false), ("*", "/anything", true),
    ("/api/v2/trig*", "/api/v2/trigger_categories/jobs", true), ("/", "/api", true),
    ("*/jobs", "/api/v2/trigger_categories/jobs", true), ("/a*a", "/a", false),
    ("/a*c*b*d", "/axbycxd", false), ("/a*b*c*d", "/axbycxd", true),
    (String(repeating: "*a", count: 30) + "*b", "/" + String(repeating: "a", count: 90), false),
  ])
  func `a fault's path is a prefix or a pattern`(_ pattern: String, _ path: String, _ hits: Bool)
    throws
  {
    let document: Value = ["faults": [["kind": "html", "path": .string(pattern)]]]
    let rule = try #require(try FaultRule.rules(document).first)
    let request = try #require(EmulatedRequest(Request(.get, "http://localhost\(path)")))
    #expect(rule.matches(request) == hits)
  }

  @Test func `a fault with a method leaves other methods alone`() async throws {
    try await arm(["kind": "status", "method": "DELETE", "status": 500])
    #expect(try await visitor.get(triggers).status == 200)
  }
}
