package import Messages

/// Carries requests to an emulator in this process.
package struct EmulatorTransport: Transport {
  private let emulator: EmulatorInstance

  package init(_ emulator: EmulatorInstance) {
    self.emulator = emulator
  }

  package func send(_ request: Request) async throws(TransportError) -> Response {
    try await emulator.answer(request)
  }
}
