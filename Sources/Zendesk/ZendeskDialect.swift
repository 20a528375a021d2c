package import Client
package import HTTPTypes
package import Messages
internal import Values

/// The manners of Zendesk's Support API.
package struct ZendeskDialect: Dialect {
  package let origin: String
  private let credentials: ZendeskCredentials
  /// Fetches and keeps the token of an OAuth client; nil for credentials that are sent as they are.
  private let token: ZendeskToken?

  /// - Parameter origin: `https://acme.zendesk.com`; a slash at its end is dropped.
  package init(origin: String, credentials: ZendeskCredentials) {
    self.origin = origin.last == "/" ? String(origin.dropLast()) : origin
    self.credentials = credentials
    token =
      if case .oauthClient(let id, let secret) = credentials {
        ZendeskToken(origin: self.origin, id: id, secret: secret, credential: credentials.name)
      } else {
        nil
      }
  }

  package var credential: String { credentials.name }

  package func authorization(by courier: Courier) async throws(APIFailure) -> HTTPFields {
    let value =
      switch credentials {
      case .accessToken(let secret): "Bearer \(try text(of: secret))"
      case .apiToken(let email, let secret):
        "Basic " + Base64.encode("\(email)/token:\(try text(of: secret))")
      case .oauthClient: "Bearer \(try await token?.current(by: courier) ?? "")"
      case .emulator: "Bearer emulator"
      }
    return [.authorization: value]
  }

  package func renew(after rejected: HTTPFields) async -> Bool {
    await token?.renew(after: rejected[.authorization] ?? "") ?? false
  }

  package func message(in response: Response) -> ServerMessage {
    ZendeskEnvelope.message(in: response.body)
  }

  package func requestID(of response: Response) -> String? {
    HTTPField.Name("x-request-id").flatMap { response.headers[$0] }.map(Excerpt.line)
  }

  package func droppedAttributes(in response: Response, wrapper: String) -> [String] {
    guard let name = HTTPField.Name("x-zendesk-api-warn") else { return [] }
    return response.headers[values: name].flatMap { ZendeskWarning.unpermittedKeys(in: $0) }
      .map { $0.hasPrefix(wrapper + ".") ? String($0.dropFirst(wrapper.count + 1)) : $0 }
  }

  package func advice(on failure: APIFailure) -> String? {
    switch failure.cause {
    case .authentication:
      "Check \(credential): it must be valid for \(origin)."
    case .permission:
      "\(credential.capitalizedFirst) may not do this. Webhooks and user fields need an admin, "
        + "an OAuth token the scopes read and write."
    case .notFound where failure.method == "GET":
      "Check that \(origin) is a Zendesk account, and that its plan has this feature."
    default: nil
    }
  }

  private func text(of secret: Secret) throws(APIFailure) -> String {
    if let fault = credentials.fault {
      throw APIFailure(.authentication, fault, method: "GET", path: "/")
    }
    return secret.reveal() ?? ""
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
