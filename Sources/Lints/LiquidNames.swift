/// The names that a text with Liquid gives values itself, by `assign`, `capture` and `for`.
struct LiquidNames {
  /// A text in quotes that a name is given.
  struct Literal {
    let text: String
    /// How many bytes of UTF-8 precede it.
    let offset: Int
  }

  private(set) var all: Set<String> = []
  private(set) var literals: [String: Literal] = [:]

  init(in text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      guard LiquidSpan.begins(at: index, in: bytes) else {
        index += 1
        continue
      }
      guard let end = LiquidSpan.end(at: index, in: bytes) else { return }
      if bytes[index + 1] == UInt8(ascii: "%") { add(bytes, (index + 2)..<(end - 2)) }
      index = end
    }
  }

  /// Adds what the tag whose inside is `range` names.
  private mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    let words = bytes[range].split { $0 <= UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    guard words.count > 1 else { return }
    let tag = String(decoding: words[0], as: UTF8.self)
    guard ["assign", "capture", "for"].contains(tag) else { return }
    let name = String(decoding: words[1].prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
    all.insert(name)
    guard tag == "assign", let equals = bytes[range].firstIndex(of: UInt8(ascii: "=")) else {
      return
    }
    let value = bytes[(equals + 1)..<range.upperBound].drop { $0 <= UInt8(ascii: " ") }
    guard let quote = value.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      return
    }
    let content = value.dropFirst().prefix { $0 != quote }
    literals[name] = Literal(
      text: String(decoding: content, as: UTF8.self),
      offset: content.startIndex
    )
  }
}
