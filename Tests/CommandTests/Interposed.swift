import Messages

/// A transport with something between the commands and the emulator.
struct Interposed: Transport {
  let base: any Transport
  let handle: @Sendable (Request, any Transport) async throws(TransportError) -> Response

  func send(_ request: Request) async throws(TransportError) -> Response {
    try await handle(request, base)
  }
}
