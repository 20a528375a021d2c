/// As much of a long text as a reader needs.
enum Excerpt {
  /// In characters.
  static let limit = 300
  /// In characters: enough to know a message again.
  static let headlineLimit = 120

  /// How much of what stands before the part that matters is kept.
  private static let context = 60

  /// The beginning of `text`, and how much more there is.
  static func beginning(of text: String, limit: Int = limit) -> String {
    let rest = text.count - limit
    return rest > 0 ? "\(text.prefix(limit))… (\(rest) more characters)" : text
  }

  /// `text` around the place where most of the beginning of `part` stands.
  static func of(_ text: String, around part: String) -> String {
    guard text.count > limit else { return text }
    var wanted = part.prefix(limit)
    while !wanted.isEmpty {
      if let place = text.firstRange(of: wanted)?.lowerBound {
        let start =
          text.index(place, offsetBy: -context, limitedBy: text.startIndex) ?? text.startIndex
        return (start > text.startIndex ? "…" : "") + beginning(of: String(text[start...]))
      }
      wanted = wanted.prefix(wanted.count / 2)
    }
    return beginning(of: text)
  }
}
