internal import Messages

/// Reaches the emulator that another process serves, under the fixed origins of the embedded one.
struct ServedTransport: Transport {
  private let base: any Transport
  private let origin: String

  init(_ base: any Transport, port: Int) {
    self.base = base
    origin = "http://127.0.0.1:\(port)"
  }

  func send(_ request: Request) async throws(TransportError) -> Response {
    var routed = request
    for fixed in ["https://zendesk.localhost", "https://braze.localhost"]
    where request.url.hasPrefix(fixed + "/") {
      routed.url = origin + request.url.dropFirst(fixed.count)
    }
    return try await base.send(routed)
  }
}
