import HTTPTypes
import Testing
import Values

@testable import Emulator

/// What tests of both living halves have in common.
extension Visitor {
  func pass(_ seconds: Int) async throws {
    let reply = try await send(.post, "/_emulator/clock", ["seconds": .integer(seconds)])
    try #require(reply.status == 200, "\(reply.text)")
  }

  func fault(_ rules: Value...) async throws {
    let reply = try await send(.post, "/_emulator/faults", ["faults": .list(rules)])
    try #require(reply.status == 204, "\(reply.text)")
  }

  func read(_ fact: OpenFact, as reading: String) async throws {
    let reply = try await send(.put, "/_emulator/facts", [fact.rawValue: .string(reading)])
    try #require(reply.status == 204, "\(reply.text)")
  }
}
