/// Looks for words and passages in text, whatever their case.
///
/// That words count whole is unconfirmed.
enum TextTest {
  /// Whether one of the words in `wanted`, which blanks divide, is among those of `text`.
  static func hasWord(of wanted: [String], in text: String) -> Bool {
    let words = Set(Self.words(text))
    return wanted.contains { !words.isDisjoint(with: Self.words($0)) }
  }

  /// Whether one of the passages `wanted` is part of `text`.
  static func hasText(_ wanted: [String], in text: String) -> Bool {
    let lower = text.lowercased()
    return wanted.contains { !$0.isEmpty && lower.contains($0.lowercased()) }
  }

  /// Nil for an operator that means nothing here.
  ///
  /// With subjects and comments `is` finds a passage:
  /// <https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/>
  static func holds(_ name: String, _ wanted: [String], in text: String) -> Bool? {
    switch name {
    case "includes": hasWord(of: wanted, in: text)
    case "not_includes": !hasWord(of: wanted, in: text)
    case "is": hasText(wanted, in: text)
    case "is_not": !hasText(wanted, in: text)
    default: nil
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" && $0 != "'" }
      .map { String($0) }
  }
}
