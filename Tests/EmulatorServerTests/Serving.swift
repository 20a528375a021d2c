import Emulator

@testable import EmulatorServer

/// Serves a fresh emulator while `body` runs, which gets its origin.
func serving(
  _ options: EmulatorOptions = EmulatorOptions(),
  latency: Duration = .zero,
  _ body: @escaping @Sendable (String) async throws -> Void
) async throws {
  let emulator = try EmulatorInstance(options)
  let server = EmulationServer(emulator: emulator, port: 0, latency: latency)
  let (ports, found) = AsyncStream.makeStream(of: Int.self)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { try await server.run { found.yield($0) } }
    for await port in ports {
      try await body("http://127.0.0.1:\(port)")
      break
    }
    group.cancelAll()
    try await group.waitForAll()
  }
  try await emulator.close()
}
