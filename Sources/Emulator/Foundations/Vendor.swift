/// Whose API a request is meant for.
enum Vendor: Sendable, Hashable {
  case zendesk, braze

  /// A name of its own leads to each; on a port of this machine, which both share, the path decides.
  init(_ request: EmulatedRequest) {
    let isBraze =
      request.origin.isLoopback
      ? BrazeRoute.claims(request) : request.origin.host == Self.brazeHost
    self = isBraze ? .braze : .zendesk
  }

  private static let brazeHost = "braze.localhost"

  /// Whether anybody here answers to `origin`.
  static func answers(to origin: Origin) -> Bool {
    origin.isLoopback
      || ["zendesk.localhost", brazeHost].contains { origin.textWithPort == "https://\($0):443" }
  }
}
