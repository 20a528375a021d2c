internal import Values

/// `POST /oauth/tokens` with `client_credentials`.
///
/// <https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/>
enum TokenGrant {
  /// Seconds that a token may live, and lives unasked.
  private static let lifetimes = 300...172_800
  private static let usualLifetime = 1800

  /// All errors follow RFC 6749 section 5.2; Zendesk's own wording is unconfirmed.
  static func issue(
    _ call: Call,
    policy: AccessPolicy,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    let body = try ClassicBody.json(call.request).members ?? [:]
    guard body["grant_type"] == "client_credentials" else {
      throw error(400, "unsupported_grant_type", "The grant type is not supported.")
    }
    let id = body["client_id"]?.text ?? ""
    let secret = body["client_secret"]?.text ?? ""
    guard !id.isEmpty, !secret.isEmpty, policy.admits("\(id):\(secret)") else {
      throw error(401, "invalid_client", "Client authentication failed.")
    }
    let lifetime = body["expires_in"]?.integer ?? usualLifetime
    guard lifetimes.contains(lifetime) else {
      throw error(400, "invalid_request", "expires_in must be from 300 to 172800.")
    }
    let scope = body["scope"]?.text ?? "read write"
    let token = state.identifiers.token()
    state.tokens = state.tokens.filter { $0.value.expiresAt > call.now }
    state.tokens[token] = IssuedToken(expiresAt: call.now + lifetime, scope: scope)
    return Answer(body: [
      "access_token": .string(token), "token_type": "bearer", "scope": .string(scope),
      "expires_in": .integer(lifetime),
    ])
  }

  private static func error(_ status: Int, _ code: String, _ description: String) -> Refusal {
    Refusal(
      status: status,
      body: ["error": .string(code), "error_description": .string(description)]
    )
  }
}
