internal import Model
internal import Values

/// Credentials in a message's headers, which everybody sees who may read the spec.
enum HeaderCheck {
  /// Headers that hold nothing but a credential.
  private static let names: Set = [
    "authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "apikey",
    "x-auth-token", "x-access-token",
  ]

  static func findings(_ headers: Members, at path: ValuePath) -> [Finding] {
    headers.compactMap { name, value in
      guard names.contains(name.lowercased()), let text = value.text, isCredential(text) else {
        return nil
      }
      var finding = Finding(
        code: "secret-in-clear-text",
        summary: "Secret in clear text",
        detail:
          "The header \"\(name)\" holds a credential. Write it as !bearer {token: !env NAME} or "
          + "as !basic {username: NAME, password: !env NAME}.",
        at: path.appending(.key(name))
      )
      finding.concealsLine = true
      return finding
    }
  }

  /// What Liquid fills in is none, but for a text that Liquid only encodes.
  private static func isCredential(_ text: String) -> Bool {
    guard text.contains("{{") else { return !text.isEmpty }
    return text.contains(/\{\{\s*(?:'[^']+'|"[^"]+")\s*\|\s*base64_encode/)
  }
}
