/// Ids the way Braze's look, the same ones for the same sequence of requests.
extension Identifiers {
  /// `3bbc4555-8fa0-4c9b-a5c0-4505edf3e064`, as campaigns, content blocks and groups have them.
  mutating func uuid() -> String {
    var digits = Array(token().prefix(32))
    // The fields of RFC 9562 that say "random": version 4, variant 8 to b.
    digits[12] = "4"
    digits[16] = "a"
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  /// 24 hexadecimal digits, as profiles have them.
  mutating func brazeID() -> String { String(token().prefix(24)) }

  /// 32 hexadecimal digits. The form is unconfirmed.
  mutating func dispatchID() -> String { String(token().prefix(32)) }

  static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
  }
}
