/// Keeps credentials out of what the emulator tells of requests.
///
/// It does not know what is secret, and goes by the places where credentials are: before the `@` of
/// a URL, in headers and in parameters with such names. Bodies are told as they are.
enum Concealment {
  static let mask = "(secret)"

  private static let words = [
    "auth", "cookie", "credential", "key", "password", "secret", "signature", "token",
  ]

  /// Whether a header of this name is hidden: one such word in it is enough.
  static func hides(header name: String) -> Bool {
    words.contains { name.lowercased().contains($0) }
  }

  /// The URL, or the template of one, without user, password and parameters that are credentials.
  static func url(_ text: String) -> String {
    let head = text.prefix { $0 != "?" }
    let tail = text[head.endIndex...].dropFirst()
    return authority(head) + (head.endIndex < text.endIndex ? "?" + query(tail) : "")
  }

  /// The parameters without those that are credentials.
  static func query(_ text: some StringProtocol) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      let name = pair.prefix { $0 != "=" }
      guard name.endIndex < pair.endIndex, hides(parameter: PercentCoding.decode(name)) else {
        return String(pair)
      }
      return "\(name)=\(mask)"
    }.joined(separator: "&")
  }

  /// `api_key` and `accessToken`, not `keyword`.
  private static func hides(parameter name: String) -> Bool {
    name.lowercased().split { !$0.isLetter }.contains { part in
      words.contains { part.hasSuffix($0) }
    }
  }

  private static func authority(_ text: Substring) -> String {
    guard let scheme = text.firstRange(of: "://") else { return String(text) }
    let place = text[scheme.upperBound...].prefix { $0 != "/" }
    guard let at = place.lastIndex(of: "@") else { return String(text) }
    return text[..<scheme.upperBound] + mask + text[at...]
  }
}
