internal import Values

/// The tags of a user or a ticket: lower case, each once.
enum Tags {
  /// - Parameter given: A list of texts, or one text with blanks or commas between the tags.
  static func value(_ given: Value) -> Value {
    let texts = given.items?.compactMap(\.scalarText) ?? given.scalarText.map { [$0] } ?? []
    var tags: [String] = []
    for text in texts {
      for part in text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
        let tag = String(part)
        if !tags.contains(tag) { tags.append(tag) }
      }
    }
    return .list(tags.map { .string($0) })
  }

  static func adding(_ tag: String, to tags: Value) -> Value {
    value(.list((tags.items ?? []) + [.string(tag)]))
  }

  static func removing(_ tag: String, from tags: Value) -> Value {
    .list((tags.items ?? []).filter { $0 != .string(tag.lowercased()) })
  }
}
