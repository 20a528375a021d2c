internal import Diagnostics
internal import Model
internal import Spec
internal import Values

extension Lint {
  /// The key that deploys is not the key that sends.
  static let sharedBrazeKey = Lint(
    code: "shared-braze-key",
    severity: .warning,
    summary: "The deployer's key is sent along",
    why: """
      An environment's `api_key` may change what Braze holds. A request that only sends messages needs a key
      with the permission `campaigns.trigger.send` or `users.track` alone; whoever gets hold of it can then
      do no more, and replacing one leaves the other working. Braze cannot change a key's permissions, so that
      each use has its own. A warning, since the requests do work.
      """,
    passing: [
      spec("BRAZE_SENDING_KEY"), spec("BRAZE_API_KEY", endpoint: "https://a.example"),
    ],
    failing: [spec("BRAZE_API_KEY", mark: "⟦")]
  ) { survey in
    guard case .instances(_, let braze?) = survey.target else { return [] }
    let name = braze.apiKey.name
    return survey.urls.compactMap { url in
      guard case .braze = url.destination else { return nil }
      let paths = ["authentication", "headers", "custom_headers"].compactMap { key in
        url.neighbours[key]?.path(ofSecret: name, from: url.neighboursPath.appending(.key(key)))
      }
      return paths.first.map { path in
        Hit(
          address: url.address,
          path: path,
          detail:
            "\(name) is the key that the environment deploys with. Make another in Braze, under "
            + "Settings, APIs and Identifiers, with the permission for this endpoint alone."
        )
      }
    }
  }

  private static func spec(
    _ key: String,
    endpoint: String = "!braze /campaigns/trigger/send",
    mark: String = ""
  ) -> String {
    """
    environments:
      production:
        zendesk: {subdomain: acme, auth: {access_token: !env ZENDESK_TOKEN}}
        braze: {endpoint: "https://rest.iad-01.braze.com", api_key: !env BRAZE_API_KEY}
    zendesk:
      webhooks:
        send:
          name: A
          endpoint: \(endpoint)
          http_method: POST
          request_format: json
          authentication: {type: bearer_token, data: {token: \(mark)!env \(key)}}
    """
  }
}

extension Value {
  /// The way, from `path`, to a secret that is called `name`; nil where there is none.
  fileprivate func path(ofSecret name: String, from path: ValuePath) -> ValuePath? {
    switch self {
    case .secret(let secret): secret.name == name ? path : nil
    case .object(let members):
      members.lazy.compactMap { $0.value.path(ofSecret: name, from: path.appending(.key($0.key))) }
        .first
    default: nil
    }
  }
}
