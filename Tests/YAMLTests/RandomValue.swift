import Values

extension Value {
  /// A value without references and secrets, `depth` collections deep at most, fond of what is hard
  /// to write.
  static func random(depth: Int, using generator: inout SeededGenerator) -> Value {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &generator) {
    case 0: return [.null, true, false].randomElement(using: &generator) ?? .null
    case 1:
      return .integer(
        Int.random(in: .min ... .max, using: &generator)
          >> Int.random(in: 0..<64, using: &generator)
      )
    case 2: return .decimal(decimals.randomElement(using: &generator) ?? "1.5")
    case 3...5: return .string(randomText(using: &generator))
    case 6, 7:
      let count = Int.random(in: 0..<5, using: &generator)
      return .list((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      let count = Int.random(in: 0..<5, using: &generator)
      return .object(
        Members(
          (0..<count).map { _ in
            (randomText(using: &generator), random(depth: depth - 1, using: &generator))
          }
        )
      )
    }
  }

  private static let decimals = [
    "1.10", "-0", "0.5", "1e3", "-2.0E-7", "18446744073709551616", "0.0",
    "-170141183460469231731.5",
  ]

  private static let fragments = [
    "a", "é", "😀", " ", "  ", "\n", "\n\n", "\t", "\r", ":", ": ", " #", "#", "-", "- ", "?", ",",
    "[", "]", "{", "}", "{{ticket.id}}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\",
    "---", "...", "~", "null", "true", "no", "1", "0x1", "1.5", ".inf", "<<", "=", "\u{0}",
    "\u{7F}",
    "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFF}", "\u{1F}", "text",
    "e\u{301}",
  ]

  private static func randomText(using generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0..<6, using: &generator)
    return (0..<count).map { _ in fragments.randomElement(using: &generator) ?? "" }.joined()
  }
}
