internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// A URL needs to say by what it is to be called.
  static let urlWithoutScheme = Lint(
    code: "url-without-scheme",
    severity: .error,
    summary: "URL without a scheme",
    why: """
      Neither Zendesk nor Braze can call a URL that does not say how, so that each request fails or is refused.
      Published guides print `<your-zendesk-instance>.zendesk.com/api/v2/tickets.json`. An error, since it
      never works; what begins with a placeholder is left alone, since that may hold the scheme.
      """,
    passing: [
      webhook("https://rest.iad-01.braze.com/users/track"), webhook("!braze /users/track"),
      webhook("'{{dc.receiver}}/tickets'"), webhook("'  https://a.example'"),
    ],
    failing: [
      webhook("⟦rest.iad-01.braze.com/users/track"), webhook("⟦//rest.example.com/a"),
      webhook("⟦!var receiver") + "variables: {receiver: a.example}\n",
      webhook("⟦'rest.example.com?next=https://a.example'"),
    ]
  ) { survey in
    survey.urls.compactMap { url in
      let text = url.text.drop { $0 == " " }
      let head = text.prefix { !"/?#".contains($0) }
      let hasScheme = head.last == ":" && text.dropFirst(head.count).hasPrefix("//")
      guard !hasScheme, !text.hasPrefix("{{"), !text.hasPrefix("{%") else { return nil }
      return Hit(
        address: url.address,
        path: url.path,
        detail: "A URL begins with https://, and this one with the host. Write https:// before it, "
          + "or !braze or !zendesk before a path of the environment's own."
      )
    }
  }

  private static func webhook(_ endpoint: String) -> String {
    """
    zendesk:
      webhooks:
        hook: {name: A, endpoint: \(endpoint), http_method: POST, request_format: json}

    """
  }
}
