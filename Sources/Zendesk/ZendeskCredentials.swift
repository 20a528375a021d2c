internal import Client
package import Values

/// How the tool proves to Zendesk who it is.
///
/// Zendesk: https://developer.zendesk.com/api-reference/introduction/security-and-auth/
package enum ZendeskCredentials: Sendable {
  /// An OAuth access token.
  case accessToken(Secret)
  /// An API token, with the address of the user in whose name it acts.
  case apiToken(email: String, Secret)
  /// A confidential OAuth client, for which a token is fetched once a run.
  case oauthClient(id: Secret, secret: Secret)
  /// The emulator takes any credential.
  case emulator

  /// What messages call it.
  var name: String {
    switch self {
    case .accessToken(let secret): "the access token from \(secret.name)"
    case .apiToken(let email, let secret): "the API token from \(secret.name) of \(email)"
    case .oauthClient(let id, let secret): "the OAuth client from \(id.name) and \(secret.name)"
    case .emulator: "the emulator's own credential"
    }
  }

  /// The secrets it is made of.
  package var secrets: [Secret] {
    switch self {
    case .accessToken(let secret), .apiToken(_, let secret): [secret]
    case .oauthClient(let id, let secret): [id, secret]
    case .emulator: []
    }
  }

  /// Why it cannot be sent in a header; nil if it can.
  package var fault: String? { secrets.lazy.compactMap(\.headerFault).first }
}
