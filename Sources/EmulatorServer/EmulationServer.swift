package import Emulator
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import SystemPackage

/// Serves an emulator on a port of this machine, and to this machine alone.
package struct EmulationServer: Sendable {
  private static let host = "127.0.0.1"

  private let emulator: EmulatorInstance
  private let port: Int
  private let latency: Duration

  /// - Parameter port: 0 for any that is free.
  /// - Parameter latency: How long every request waits before it is looked at.
  package init(emulator: EmulatorInstance, port: Int, latency: Duration = .zero) {
    self.emulator = emulator
    self.port = port
    self.latency = latency
  }

  /// Serves until the task is cancelled, and then returns.
  ///
  /// While it serves, the store's folder says on which port, see `ServedStore`. The emulator stays
  /// open.
  ///
  /// - Parameter onReady: Called once with the port when requests are answered.
  /// - Throws: `ServingError` where the port cannot be had, `EmulatorError` where the store's
  ///   folder cannot be written.
  package func run(onReady: @escaping @Sendable (Int) async -> Void) async throws {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          defer { found.finish() }
          try await serve { found.yield($0) }
        }
        group.addTask {
          for await port in ports {
            try await emulator.announce(port: port)
            await onReady(port)
          }
        }
        try await group.waitForAll()
      }
    } catch {
      try await emulator.withdraw()
      guard error is CancellationError else { throw error }
      return
    }
    try await emulator.withdraw()
  }

  private func serve(onRunning: @escaping @Sendable (Int) -> Void) async throws {
    let application = Application(
      responder: EmulatorResponder(emulator: emulator, latency: latency),
      configuration: ApplicationConfiguration(address: .hostname(Self.host, port: port)),
      onServerRunning: { channel in onRunning(channel.localAddress?.port ?? port) },
      logger: Logger(label: "emulator") { _ in SwiftLogNoOpLogHandler() }
    )
    do {
      try await application.run()
    } catch let error as IOError {
      throw ServingError(address: "\(Self.host):\(port)", reason: reason(of: error.errnoCode))
    }
  }

  /// Words for the two ways in which listening usually fails.
  private func reason(of code: Int32) -> String {
    switch Errno(rawValue: code) {
    case .addressInUse: "another program listens there"
    case .permissionDenied: "ports below 1024 are for the administrator"
    case let other: other.description
    }
  }
}
