/// Names of what mostly holds a credential, wherever it is written down.
///
/// One list for those who complain of a credential and those who hide it.
package enum CredentialName {
  /// Headers that hold nothing but a credential, in lower case.
  package static let headers: Set = [
    "authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "apikey",
    "x-auth-token", "x-access-token",
  ]
  /// Parameters of a URL that mostly hold one, in lower case.
  package static let parameters: Set = [
    "token", "access_token", "auth_token", "api_key", "apikey", "api-key", "secret",
    "client_secret", "password",
  ]
  /// Parts of names that suggest one, slips of the pen included.
  private static let parts = [
    "tok", "secret", "passw", "api_key", "api-key", "apikey", "credential", "authorization",
  ]
  /// What stands before a credential, and is none itself.
  private static let schemes: Set = ["basic", "bearer", "digest", "token"]

  /// Whether a value called `name` may be one, in any case of letters.
  package static func suggestsCredential(_ name: String) -> Bool {
    let name = name.lowercased()
    return headers.contains(name) || parameters.contains(name)
      || parts.contains { name.contains($0) }
  }

  /// Whether a header's value has nothing in it but, at most, a scheme.
  package static func isWithoutCredential(_ value: String) -> Bool {
    let words = value.split(separator: " ")
    return words.isEmpty || words.count == 1 && schemes.contains(words[0].lowercased())
  }
}
