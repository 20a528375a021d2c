/// The `{name}`s in a text of a scenario: a ticket's number, a person's id, a resource's id.
///
/// `{{…}}` belongs to Liquid and is left alone.
enum Placeholders {
  /// The names that `text` has in braces, in the order of writing.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    _ = filled(text) { name in
      names.append(name)
      return nil
    }
    return names
  }

  /// Whether `text` is one placeholder and nothing else.
  static func isWhole(_ text: String) -> Bool {
    guard let name = names(in: text).first else { return false }
    return text == "{\(name)}"
  }

  /// `text` with the names that `meaning` knows replaced; others stay.
  static func filled(_ text: String, _ meaning: (String) -> String?) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...]
      let braces = rest.prefix { $0 == "{" }
      let inside = rest[braces.endIndex...].prefix(while: isNameCharacter)
      let behind = rest[inside.endIndex...]
      if braces.count == 1, !inside.isEmpty, behind.first == "}", let text = meaning(String(inside))
      {
        filled += text
        rest = behind.dropFirst()
      } else {
        filled += braces + inside
        rest = behind
      }
    }
    return filled + rest
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    ("a"..."z").contains(character) || ("0"..."9").contains(character) || character == "_"
      || character == "."
  }
}
