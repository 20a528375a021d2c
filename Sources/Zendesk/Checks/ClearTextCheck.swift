internal import Diagnostics
internal import Model
internal import Values

/// Credentials of a webhook outside of `authentication`, where everybody who may read webhooks sees
/// them, in the spec as in Zendesk.
enum ClearTextCheck {
  @Sendable static func findings(_ webhook: Members) -> [Finding] {
    // There is one `authentication`: a second credential has no better place.
    let isTaken = webhook["authentication"].map { !$0.isNull } ?? false
    let headers = (webhook["custom_headers"]?.members ?? [:]).compactMap { name, value in
      header(name, value, isTaken ? .warning : .error)
    }
    return headers + endpoint(webhook["endpoint"])
  }

  private static func header(
    _ name: String,
    _ value: Value,
    _ severity: Diagnostic.Severity
  ) -> Finding? {
    guard CredentialName.headers.contains(name.lowercased()), let text = value.text,
      !CredentialName.isWithoutCredential(text), !text.contains("{{")
    else { return nil }
    return finding(
      severity,
      "The header \"\(name)\" holds a credential, and custom headers are shown to whoever may read "
        + "webhooks. Write it as authentication: {type: api_key, data: {name: \(name), "
        + "value: !env NAME}}, or as basic_auth or bearer_token.",
      at: ["custom_headers", .key(name)]
    )
  }

  private static func endpoint(_ value: Value?) -> [Finding] {
    guard let text = value?.text, let scheme = text.firstRange(of: "://") else { return [] }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { !"/?#".contains($0) }
    if let user = authority.lastIndex(of: "@"), authority[..<user].contains(":") {
      return [
        finding(
          .error,
          "The URL holds a password before its host. Write it as authentication: "
            + "{type: basic_auth, data: {username: NAME, password: !env NAME}}.",
          at: ["endpoint"]
        )
      ]
    }
    let query = rest.drop { $0 != "?" }.dropFirst().prefix { $0 != "#" }
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, CredentialName.parameters.contains(parts[0].lowercased()),
        !parts[1].contains("{{")
      else { continue }
      return [
        finding(
          .warning,
          "The URL's parameter \"\(parts[0])\" looks like a credential, and URLs are shown and "
            + "logged. Where the receiver takes it in a header, write it as authentication: "
            + "{type: api_key, data: {name: HEADER, value: !env NAME}}.",
          at: ["endpoint"]
        )
      ]
    }
    return []
  }

  private static func finding(
    _ severity: Diagnostic.Severity,
    _ detail: String,
    at path: ValuePath
  ) -> Finding {
    var finding = Finding(
      severity,
      code: "secret-in-clear-text",
      summary: "Secret in clear text",
      detail: detail,
      at: path
    )
    finding.concealsLine = true
    return finding
  }
}
