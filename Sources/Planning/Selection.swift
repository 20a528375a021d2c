package import Model

/// Which resources a run is about: patterns over addresses, where `*` stands for anything.
package struct Selection: Sendable, Equatable {
  package var only: [String] = []
  package var exclude: [String] = []

  package init(only: [String] = [], exclude: [String] = []) {
    self.only = only
    self.exclude = exclude
  }

  package func contains(_ address: Address) -> Bool {
    let text = address.description
    return (only.isEmpty || only.contains { Self.matches($0, text) })
      && !exclude.contains { Self.matches($0, text) }
  }

  /// The patterns that name none of `addresses`: slips of the hand.
  package func unmatched(by addresses: [Address]) -> [String] {
    let texts = addresses.map(\.description)
    return (only + exclude).filter { pattern in
      !texts.contains { Self.matches(pattern, $0) }
    }
  }

  /// Whether `pattern` covers the whole of `text`, `*` covering any run of characters.
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let pattern = Array(pattern.utf8)
    let text = Array(text.utf8)
    var (inPattern, inText) = (0, 0)
    var retry: (pattern: Int, text: Int)?
    while inText < text.count {
      if inPattern < pattern.count, pattern[inPattern] == UInt8(ascii: "*") {
        retry = (inPattern + 1, inText)
        inPattern += 1
      } else if inPattern < pattern.count, pattern[inPattern] == text[inText] {
        inPattern += 1
        inText += 1
      } else if let (afterStar, covered) = retry {
        inPattern = afterStar
        inText = covered + 1
        retry = (afterStar, covered + 1)
      } else {
        return false
      }
    }
    return pattern[inPattern...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
