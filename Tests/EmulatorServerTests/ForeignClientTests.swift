import Emulator
import Platform
import Testing

@testable import EmulatorServer

@Suite struct `A client that others wrote` {
  private static let folder = #filePath.split(separator: "/").dropLast().reduce("") {
    "\($0)/\($1)"
  }

  /// A Python that has zenpy: the one that `Scripts/check` sets up, or the system's.
  private static func python() async throws -> String? {
    for python in ["\(folder)/../../.build/foreign-client/bin/python3", "python3"] {
      do {
        let outcome = try await ForeignProgram.run([python, "-c", "import zenpy"])
        if outcome.status == 0 { return python }
      } catch is ForeignProgram.CannotRun {
        continue
      }
    }
    return nil
  }

  @Test(.enabled("no Python 3 has zenpy; Scripts/check sets one up") { try await python() != nil })
  func `zenpy does to the emulator what it does to Zendesk`() async throws {
    let python = try #require(try await Self.python())
    try await serving { origin in
      let place = origin.split(separator: "/").last ?? ""
      let outcome = try await ForeignProgram.run([
        "env", "ZENPY_FORCE_SCHEME=http", "ZENPY_FORCE_NETLOC=\(place)",
        "PYTHONDONTWRITEBYTECODE=1",
        python, "\(Self.folder)/zenpy_session.py",
      ])
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(outcome.output.hasSuffix("done\n"))
    }
  }
}
