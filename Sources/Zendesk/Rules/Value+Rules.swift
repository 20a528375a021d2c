internal import Diagnostics
internal import Model
internal import Values

extension Value {
  /// A scalar's text, or what a text with ids in it begins with.
  var leadingText: String? {
    if case .format(let pieces) = self, case .text(let text)? = pieces.first {
      // Any name behind the text that is known will do.
      return text + "0"
    }
    return scalarText
  }

  /// Null or "", which are one to Zendesk.
  var isEmptyText: Bool { isNull || text?.isEmpty == true }
}

extension String {
  /// Whether it is a whole number without a sign, as ids are.
  var isDigits: Bool {
    !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Whether it is a number in decimal digits, perhaps with a sign and a fraction.
  var isNumber: Bool {
    let parts = (hasPrefix("-") ? dropFirst() : self[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { String($0).isDigits }
  }
}

extension Finding {
  /// `text` stands where an object's id should be.
  static func unknownID(
    _ text: String,
    of label: String,
    words: [String],
    at path: ValuePath
  ) -> Finding {
    let list = words.isEmpty ? "" : ", or one of \(words.joined(separator: ", "))"
    return Finding(
      .warning,
      code: "unknown-value",
      summary: "Unknown value",
      detail: "\"\(label)\" takes the id of an object\(list), and \"\(text)\" is none."
        + Suggestion.sentence(for: text, in: words)
        + " For a resource of this spec write !ref ADDRESS.",
      at: path
    )
  }
}
