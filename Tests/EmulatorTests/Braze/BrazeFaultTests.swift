import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `Faults of the emulated Braze` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  private func fault(_ fault: Value) async throws {
    let reply = try await visitor.send(.post, "/_emulator/faults", ["faults": [fault]])
    try #require(reply.status == 204)
  }

  @Test(arguments: [(429, "Rate Limited"), (503, "A fault with status 503")])
  func `an error is in Braze's envelope`(_ status: Int, _ text: String) async throws {
    try await fault([
      "kind": "status", "path": "/content_blocks", "status": .integer(status), "retry_after": 7,
    ])
    let body: Value = ["name": "a", "content": "x"]
    let reply = try await visitor.send(.post, "/content_blocks/create", body)
    #expect(reply.status == status)
    #expect(reply.body == ["message": .string(text)])
    #expect(reply.header("retry-after") == "7")
    #expect(try await visitor.get("/content_blocks/list").body["count"] == 0)
  }

  @Test(arguments: [("disconnect_before", 0), ("disconnect_after", 1)])
  func `a connection is cut before or after`(_ kind: String, _ count: Int) async throws {
    try await fault(["kind": .string(kind), "path": "/content_blocks/create"])
    await #expect(throws: TransportError.self) { try await visitor.block("a") }
    #expect(try await visitor.get("/content_blocks/list").body["count"] == .integer(count))
  }

  @Test func `a list loses its second half`() async throws {
    for name in ["a", "b", "c", "d"] { try await visitor.block(name) }
    try await fault(["kind": "truncate_list", "path": "/content_blocks/list"])
    let reply = try await visitor.get("/content_blocks/list")
    #expect(reply.body["content_blocks"]?.column("name") == ["a", "b"])
  }

  @Test(arguments: ["content_blocks", "campaigns", "canvas"])
  func `a list changes between its pages`(_ path: String) async throws {
    for number in 0..<3 {
      switch path {
      case "campaigns": _ = try await visitor.campaign("n\(number)")
      case "canvas":
        try await visitor.made(
          "canvases",
          ["name": .string("n\(number)"), "schedule_type": "date"]
        )
      default: try await visitor.block("n\(number)")
      }
    }
    try await fault(["kind": "change_between_pages", "path": .string("/\(path)/list")])
    let list = path == "canvas" ? "canvases" : path
    let before = try await visitor.get("/\(path)/list").body[list]
    #expect(before?.column("name") == ["n0", "n1", "n2"])
    visitor.clock.advance(1)
    let after = try await visitor.get("/\(path)/list").body[list]
    #expect(after?.column("name") == ["n1", "n2", "n0"])
  }
}
