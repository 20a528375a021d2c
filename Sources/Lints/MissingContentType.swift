internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// Zendesk reads a body as what its header says.
  static let missingContentType = Lint(
    code: "missing-content-type",
    severity: .warning,
    summary: "JSON without a Content-Type",
    why: """
      Zendesk's API reads a body as JSON where the request
      [says so](https://developer.zendesk.com/api-reference/introduction/requests/), and Braze sends the headers
      that it is given. A warning, since Braze's documents do not say what it sends otherwise.
      """,
    passing: [
      BrazeExample.request("!json {ticket: {status: open}}"),
      BrazeExample.request(
        "!json {ticket: {status: open}}",
        headers: "{content-type: application/JSON}"
      ),
      BrazeExample.request("!json {a: 1}", url: "https://a.example", headers: "{X: y}"),
      BrazeExample.request("a=b", headers: "{X: y}"),
    ],
    failing: [
      BrazeExample.request("!json {ticket: {status: open}}", headers: "⟦{X: y}"),
      BrazeExample.request(
        "!json {ticket: {status: open}}",
        headers: "{Content-Type: ⟦text/plain}"
      ),
      BrazeExample.request("' {\"ticket\": {\"status\": \"open\"}}'", headers: "⟦{X: y}"),
    ]
  ) { survey in
    survey.brazeRequests.compactMap { request in
      guard case .zendesk = request.url.destination, request.sendsJSON,
        request.url.neighbours["method"] != "GET"
      else { return nil }
      let headers = request.url.neighbours["headers"]
      let path = request.url.neighboursPath.appending("headers")
      let header = headers?.members?.first { $0.key.lowercased() == "content-type" }
      guard let header else {
        return Hit(
          address: request.address,
          path: path,
          detail: "The body is JSON, and no header says so. \(advice)"
        )
      }
      guard let type = header.value.text, !type.lowercased().contains("json"), !type.contains("{{")
      else { return nil }
      return Hit(
        address: request.address,
        path: path.appending(.key(header.key)),
        detail: "The body is JSON, and the header says \"\(type)\". \(advice)"
      )
    }
  }

  private static let advice = "Write Content-Type: application/json."
}
