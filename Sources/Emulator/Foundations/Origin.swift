/// Scheme, host and port of a URL.
struct Origin: Sendable, Hashable {
  var scheme: String
  /// Lower case, an IPv6 address in its brackets.
  var host: String
  var port: Int?

  init(scheme: String, host: String, port: Int? = nil) {
    self.scheme = scheme
    self.host = host
    self.port = port
  }

  /// `https://acme.zendesk.com`, `http://127.0.0.1:8080`.
  var text: String { "\(scheme)://\(host)\(port.map { ":\($0)" } ?? "")" }

  /// The same with its port written out even where the scheme implies it.
  var textWithPort: String { "\(scheme)://\(host):\(port ?? (scheme == "https" ? 443 : 80))" }

  /// Whether the host names this machine and nothing else.
  var isLoopback: Bool { ["127.0.0.1", "localhost", "[::1]"].contains(host) }
}
