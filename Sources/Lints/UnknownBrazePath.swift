internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// Braze answers 404 to a path that it does not have, on every call.
  static let unknownBrazePath = Lint(
    code: "unknown-braze-path",
    severity: .warning,
    summary: "Unknown path of Braze's API",
    why: """
      Braze answers 404 to every call, and the message is lost. Published guides print
      `/campaign/trigger/send` where the path is `/campaigns/trigger/send`. A warning, since Braze may have
      added a path that this version does not know.
      """,
    passing: [
      webhook("!braze /campaigns/trigger/send"),
      webhook("https://rest.fra-02.braze.eu/catalogs/shops/items?x=1"),
      webhook("https://rest.example.com/campaign/trigger/send"),
      webhook("'https://rest.iad-01.braze.com/{{ticket.title}}'"),
    ],
    failing: [
      webhook("⟦!braze /campaign/trigger/send"),
      webhook("⟦https://rest.iad-01.braze.com/user/track/"),
      webhook("⟦https://rest.iad-01.braze.com"),
    ]
  ) { survey in
    survey.urls.compactMap { url in
      guard case .braze(let path) = url.destination, !BrazePaths.isKnown(path),
        !path.contains("{{"), !path.contains("{%")
      else { return nil }
      let meant = BrazePaths.meant(by: path).map { " Did you mean \"\($0)\"?" } ?? ""
      return Hit(
        address: url.address,
        path: url.path,
        detail: (path.isEmpty || path == "/"
          ? "This is Braze's host without a path, where no endpoint is."
          : "Braze's API has no path \"\(path)\".\(meant)")
          + " https://www.braze.com/docs/api/home lists those there are."
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
