/// An access token that `POST /oauth/tokens` handed out.
struct IssuedToken: Sendable, Hashable {
  /// Seconds since 1970.
  var expiresAt: Int
  /// Separated by blanks: `read write`, `triggers:read`.
  var scope: String

  /// Whether the scopes cover reading (`GET`) or writing `resource`; an unknown scope covers nothing.
  func covers(_ resource: String, writing: Bool) -> Bool {
    let verb = writing ? "write" : "read"
    return scope.split(separator: " ").contains { $0 == verb || $0 == "\(resource):\(verb)" }
  }
}
