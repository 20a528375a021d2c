package import Values

/// How to authenticate with a Zendesk account.
///
/// Zendesk: https://developer.zendesk.com/api-reference/introduction/security-and-auth/
package enum Credentials: Sendable {
  case accessToken(Secret)
  /// Zendesk takes API tokens until 2027-04-30.
  case apiToken(email: String, Secret)
  /// The client-credentials grant. The id is a secret only in that it may come from the process
  /// environment too.
  case oauthClient(id: Secret, secret: Secret)

  mutating func readSecrets(_ read: (Secret) -> Secret) {
    switch self {
    case .accessToken(let token): self = .accessToken(read(token))
    case .apiToken(let email, let token): self = .apiToken(email: email, read(token))
    case .oauthClient(let id, let secret): self = .oauthClient(id: read(id), secret: read(secret))
    }
  }
}
