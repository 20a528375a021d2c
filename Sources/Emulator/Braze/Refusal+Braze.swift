internal import Values

/// Braze's one envelope, `{"message": …}`.
///
/// The documents list what each status means, not the bodies of 401, 403, 404 and 429:
/// <https://www.braze.com/docs/api/errors>.
extension Refusal {
  static let invalidKey = braze(401, "Invalid API key")
  static let accessDenied = braze(403, "Access Denied")
  static let invalidURL = braze(404, "Invalid URL")
  static let rateLimited = braze(429, "Rate Limited")

  /// A 400.
  static func braze(_ message: String) -> Refusal { braze(400, message) }

  static func braze(_ status: Int, _ message: String) -> Refusal {
    Refusal(status: status, body: ["message": .string(message)])
  }
}
