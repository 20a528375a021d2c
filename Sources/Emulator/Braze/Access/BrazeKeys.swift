internal import HTTPTypes
internal import Values

/// Which API keys get in, and to what.
///
/// <https://www.braze.com/docs/api/basics#rest-api-key>
enum BrazeKeys {
  /// - Throws: 401 without a key that exists, 403 where it lacks `permission`.
  static func check(
    _ request: EmulatedRequest,
    for permission: String,
    _ keys: BrazeTable
  ) throws(Refusal) {
    guard case .bearer(let key) = Credential(header: request.headers[.authorization]),
      isWellFormed(key)
    else { throw .invalidKey }
    guard keys.count > 0 else { return }
    guard let known = keys[key] else { throw .invalidKey }
    guard known["permissions"]?.items?.contains(.string(permission)) == true else {
      throw .accessDenied
    }
  }

  /// A key in quotes is a mistake that Braze documents.
  static func isWellFormed(_ key: String) -> Bool {
    !key.isEmpty && key.allSatisfy { $0.isASCII && !$0.isWhitespace && $0 != "\"" && $0 != "'" }
  }
}
