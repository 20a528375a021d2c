import HTTPTypes
import Platform
import Testing
import Values

@testable import Emulator

/// The agenda is not kept: what is due is read from what the store holds.
@Suite struct `What is due later` {
  private static func folder(_ name: String) -> String {
    "/tmp/lockstep-emulator-tests/\(Processes.currentID)-due-\(name)/store"
  }

  @Test func `webhooks are sent again by who opens the store`() async throws {
    let path = Self.folder("webhooks")
    let first = try Visitor(EmulatorOptions(storePath: path))
    let id = try await first.calling()
    try await first.arm(["kind": "status", "status": 429, "retry_after": 30])
    try await first.open()
    try await first.emulator.close()

    let second = try Visitor(EmulatorOptions(storePath: path))
    try await second.pass(29)
    #expect(try await second.entries("webhook_attempted").isEmpty)
    try await second.pass(1)
    let attempted = try await second.entries("webhook_attempted")
    #expect(attempted.map { $0["attempt"] ?? .null } == [2])
    let list = try await second.get("/api/v2/webhooks/\(id)/invocations").body["invocations"]
    #expect(list?.column("status") == ["success"])
    let invocation = try #require(list?.column("id").first)
    let attempts = try await second.get(
      "/api/v2/webhooks/\(id)/invocations/\(invocation)/attempts"
    )
    #expect(attempts.body["attempts"]?.column("status_code") == ["201", "429"])
    try await second.emulator.close()
  }

  @Test func `a webhook that was switched off meanwhile is not`() async throws {
    let visitor = try Visitor()
    let id = try await visitor.calling()
    try await visitor.arm(["kind": "status", "status": 409])
    try await visitor.open()
    let change: Value = ["webhook": ["status": "inactive"]]
    try #require(try await visitor.send(.patch, "/api/v2/webhooks/\(id)", change).status == 204)
    try await visitor.pass(60)
    #expect(try await visitor.entries("webhook_attempted").count == 1)
    let skipped = try #require(try await visitor.entries("webhook_skipped").first)
    #expect(skipped["reason"] == "inactive")
    #expect(skipped["rule"]?["title"] == "Call")
    #expect(skipped["ticket"] == 1)
  }

  @Test func `automations run for who opens the store`() async throws {
    let path = Self.folder("automations")
    let first = try Visitor(EmulatorOptions(storePath: path))
    try await first.open(["status": "solved"])
    try await first.emulator.close()

    let second = try Visitor(EmulatorOptions(storePath: path))
    try await second.pass(97 * 3600)
    #expect(try await second.ticket(1)["status"] == "closed")
    try await second.emulator.close()
  }
}
