internal import Diagnostics
internal import Model
internal import Values

/// What a message's headers are held to: names that can be sent, and no credentials, which everybody
/// would see who may read the spec.
enum HeaderCheck {
  static func findings(_ headers: Members, at path: ValuePath) -> [Finding] {
    headers.flatMap { name, value in
      let place = path.appending(.key(name))
      return [fault(in: name, at: place), credential(name, value, at: place)].compactMap(\.self)
    }
  }

  /// https://www.rfc-editor.org/rfc/rfc9110#name-tokens
  private static func fault(in name: String, at path: ValuePath) -> Finding? {
    guard !name.contains(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/) else { return nil }
    return Finding(
      code: "invalid-header-name",
      summary: "Invalid name of a header",
      detail:
        "\"\(name)\" cannot be the name of a header, which has letters of the English alphabet, "
        + "digits and a few signs such as \"-\", and no blanks. Correct it.",
      at: path
    )
  }

  private static func credential(_ name: String, _ value: Value, at path: ValuePath) -> Finding? {
    guard CredentialName.headers.contains(name.lowercased()), let text = value.text,
      isCredential(text)
    else {
      return nil
    }
    var finding = Finding(
      code: "secret-in-clear-text",
      summary: "Secret in clear text",
      detail:
        "The header \"\(name)\" holds a credential. Write it as !env NAME, "
        + "!bearer {token: !env NAME} or !basic {username: NAME, password: !env NAME}.",
      at: path
    )
    finding.concealsLine = true
    return finding
  }

  /// What Liquid fills in is none, but for a text that Liquid only encodes; nor is the name of a scheme
  /// with nothing after it.
  private static func isCredential(_ text: String) -> Bool {
    guard !CredentialName.isWithoutCredential(text) else { return false }
    guard text.contains("{{") else { return true }
    return text.contains(/\{\{\s*(?:'[^']+'|"[^"]+")\s*\|\s*base64_encode/)
  }
}
