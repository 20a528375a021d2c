/// References to content blocks in a text: `{{content_blocks.${NAME}}}`.
///
/// <https://www.braze.com/docs/user_guide/messaging/design_and_edit/content_blocks>
enum BlockReferences {
  private static let opening = "content_blocks.${"

  /// The names in the order of writing.
  static func names(in text: String) -> [String] {
    pieces(of: text).compactMap(\.name)
  }

  /// `text` with `| id: 'cb7'` at each reference that has no filter, as saving in the dashboard
  /// leaves it.
  ///
  /// - Parameter number: Of the content block with a name; nil if there is none.
  static func numbering(_ text: String, _ number: (String) -> Int?) -> String {
    var output = ""
    for piece in pieces(of: text) {
      output += piece.text
      guard let name = piece.name, let number = number(name), piece.isClosedAtOnce else { continue }
      output += " | id: 'cb\(number)'"
    }
    return output
  }

  private struct Piece {
    /// With the reference, up to its inner brace, at the end.
    var text: Substring
    /// Nil for what comes after the last reference.
    var name: String?
    /// Whether `}}` follows, with nothing but blanks between.
    var isClosedAtOnce = false
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let found = rest.firstRange(of: opening),
      let end = rest[found.upperBound...].firstIndex(of: "}")
    {
      let after = rest.index(after: end)
      let name = rest[found.upperBound..<end].filter { $0 != " " }
      pieces.append(
        Piece(
          text: rest[..<after],
          name: name,
          isClosedAtOnce: rest[after...].drop { $0 == " " }.hasPrefix("}}")
        )
      )
      rest = rest[after...]
    }
    return pieces + [Piece(text: rest)]
  }
}
