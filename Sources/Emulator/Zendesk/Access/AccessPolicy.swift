internal import Values

/// Which credentials get in.
///
/// <https://developer.zendesk.com/api-reference/introduction/security-and-auth/>
struct AccessPolicy: Sendable {
  /// The only credential that gets in: an access token, `email/token:apitoken`, or
  /// `client_id:client_secret` for OAuth; nil lets any in that looks like one.
  var required: String?

  /// Whether `credential` opens `resource`; nil if it does, else what the server says.
  func refusal(
    of credential: Credential,
    to resource: String,
    writing: Bool,
    tokens: [String: IssuedToken],
    now: Int
  ) -> Refusal? {
    switch credential {
    case .none, .unreadable: return .unauthenticated
    case .basic(let pair):
      return admits(pair) && Self.isAPIToken(pair) ? nil : .unauthenticated
    case .bearer(let token):
      guard let issued = tokens[token] else { return admits(token) ? nil : .unauthenticated }
      guard issued.expiresAt > now else { return Self.expired }
      return issued.covers(resource, writing: writing) ? nil : Self.lacksScope(writing: writing)
    }
  }

  func admits(_ text: String) -> Bool {
    required.map { $0 == text } ?? !text.isEmpty
  }

  /// Passwords are not taken any more.
  private static func isAPIToken(_ pair: String) -> Bool {
    guard let colon = pair.firstIndex(of: ":") else { return false }
    let name = pair[..<colon]
    return name.hasSuffix("/token") && name != "/token" && pair.index(after: colon) != pair.endIndex
  }

  /// Unconfirmed.
  private static let expired = Refusal(
    status: 401,
    body: [
      "error": "invalid_token",
      "error_description":
        "The access token provided is expired, revoked, malformed or invalid for other reasons.",
    ]
  )

  /// That it is a 403 is known; its text is unconfirmed.
  private static func lacksScope(writing: Bool) -> Refusal {
    let scope = writing ? "write" : "read"
    return .named(403, "Forbidden", "You are missing the following required scopes: \(scope)")
  }
}
