internal import Client
package import Values

/// How the tool proves to Braze who it is.
///
/// https://www.braze.com/docs/api/basics/#rest-api-key
package enum BrazeCredentials: Sendable {
  /// A REST API key, which belongs to one workspace.
  case apiKey(Secret)
  /// The emulator takes any key.
  case emulator

  /// What messages call it.
  var name: String {
    switch self {
    case .apiKey(let secret): "the API key from \(secret.name)"
    case .emulator: "the emulator's own key"
    }
  }

  /// The secrets it is made of.
  package var secrets: [Secret] {
    switch self {
    case .apiKey(let secret): [secret]
    case .emulator: []
    }
  }

  /// Why it cannot be sent in a header; nil if it can.
  package var fault: String? {
    guard case .apiKey(let secret) = self else { return nil }
    if let fault = secret.headerFault { return fault }
    // Braze's page of errors names it as a cause of 401.
    guard let text = secret.reveal(), "\"'".contains(where: { text.first == $0 || text.last == $0 })
    else { return nil }
    return "\(secret.name) has quotation marks around the key"
  }
}
