internal import Diagnostics
internal import Model
internal import Spec
internal import Values

extension Lint {
  /// Zendesk ends API tokens.
  static let endingAPIToken = Lint(
    code: "api-token-ends",
    severity: .warning,
    summary: "Zendesk's API tokens end",
    why: """
      [Zendesk's API tokens](https://developer.zendesk.com/api-reference/introduction/security-and-auth/) stop
      working on 2027-04-30, those that nobody used for 30 days earlier, and from 2026-10-27 nobody can make
      new ones; passwords are not taken any more. A warning, since they work until then. What an environment
      signs in with belongs to no resource, and the warning goes with the token alone.
      """,
    passing: [
      environment("{client_id: acme, client_secret: !env SECRET}"),
      webhook("!zendesk /api/v2/tickets.json", "bearer_token", "{token: !env TOKEN}"),
      webhook("https://a.example", "basic_auth", "{username: a, password: !env TOKEN}"),
    ],
    failing: [
      environment("{email: ops@acme.example, api_token: !env TOKEN}", mark: "⟦"),
      webhook(
        "!zendesk /api/v2/tickets.json",
        "⟦basic_auth",
        "{username: ops@acme.example/token, password: !env TOKEN}"
      ),
      webhook(
        "https://acme.zendesk.com/api/v2/tickets",
        "⟦basic_auth",
        "{username: a/token, password: !env TOKEN}"
      ),
      BrazeExample.request(
        "!json {ticket: {status: open}}",
        headers: "{Content-Type: application/json, Authorization: ⟦!basic "
          + "{username: ops@acme.example/token, password: !env TOKEN}}"
      ),
    ]
  ) { survey in
    survey.environmentToken
      + survey.urls.compactMap { url in
        guard case .zendesk = url.destination, let path = url.basicCredentials else { return nil }
        return Hit(
          address: url.address,
          path: path,
          detail:
            "Zendesk takes Basic authentication by API token alone, and API tokens stop working "
            + "on 2027-04-30. Send the access token of an OAuth client, as a bearer token."
        )
      }
  }

  private static func environment(_ auth: String, mark: String = "") -> String {
    """
    environments:
      production:
        \(mark)zendesk: {subdomain: acme, auth: \(auth)}
    zendesk:
      groups: {support: {name: Support}}
    """
  }

  private static func webhook(_ endpoint: String, _ type: String, _ data: String) -> String {
    """
    zendesk:
      webhooks:
        tickets:
          name: A
          endpoint: \(endpoint)
          http_method: POST
          request_format: json
          authentication: {type: \(type), data: \(data)}
    """
  }
}

extension Survey {
  fileprivate var environmentToken: [Lint.Hit] {
    guard case .instances(let zendesk?, _) = target, case .apiToken = zendesk.credentials else {
      return []
    }
    return [
      Lint.Hit(
        at: zendesk.range,
        detail: "The environment signs in with an API token, and those stop working on 2027-04-30. "
          + "Make an OAuth client in Zendesk's Admin Center and write auth: {client_id: …, "
          + "client_secret: !env NAME}."
      )
    ]
  }
}

extension Value {
  /// Whether it is a header's value by which a request signs in with a name and a password.
  fileprivate var isBasic: Bool {
    if case .secret(let secret) = self { return secret.recipe.hasPrefix("Basic ") }
    return text?.hasPrefix("Basic ") == true
  }
}

extension WrittenURL {
  /// Where Basic credentials are written beside the URL; nil where there are none to be seen.
  fileprivate var basicCredentials: ValuePath? {
    if neighbours["authentication"]?["type"] == "basic_auth" {
      return neighboursPath.appending("authentication").appending("type")
    }
    for key in ["headers", "custom_headers"] {
      let header = neighbours[key]?.members?.first { name, value in
        name.lowercased() == "authorization" && value.isBasic
      }
      if let header { return neighboursPath.appending(.key(key)).appending(.key(header.key)) }
    }
    return nil
  }
}
