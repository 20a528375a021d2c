internal import Values

/// The values of an HTTP `Authorization` header.
///
/// RFC 7617 (Basic) and RFC 6750 (Bearer).
enum Authorization {
  static func basic(username: String, password: String) -> String {
    "Basic " + Base64.encode("\(username):\(password)")
  }

  /// How a person makes up what `basic` gives.
  static func basicRecipe(username: String, password: String) -> String {
    "Basic base64(\(username):\(password))"
  }

  static func bearer(_ token: String) -> String { "Bearer \(token)" }
}
