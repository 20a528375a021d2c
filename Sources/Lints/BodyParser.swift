internal import Values

/// Reads JSON with placeholders in it, leniently: what is not JSON is passed over, since another lint
/// tells of it, and what follows is read all the same.
struct BodyParser {
  private let bytes: [UInt8]
  private let path: ValuePath
  private var index = 0
  /// Where no placeholder or tag ends any more, none has to be looked for again.
  private var mayEnd = true

  /// Deeper is no body that anybody sends.
  private static let depthLimit = 100

  /// The first object or list in `text`, which stands at `path`.
  static func node(in text: String, at path: ValuePath) -> BodyNode? {
    var parser = BodyParser(bytes: Array(text.utf8), path: path)
    return parser.root()
  }

  private init(bytes: [UInt8], path: ValuePath) {
    self.bytes = bytes
    self.path = path
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func root() -> BodyNode? {
    while let byte = current {
      if skipTemplate() { continue }
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { return value(depth: 0) }
      index += 1
    }
    return nil
  }

  private func node(_ content: BodyNode.Content, at start: Int) -> BodyNode {
    BodyNode(content, at: path, offset: start)
  }

  /// The value here; nil, with nothing passed over, where there is none.
  private mutating func value(depth: Int) -> BodyNode? {
    skipBlanks()
    let start = index
    if skipTemplate() {
      // Whatever is glued to it, as in 1{{x}}, belongs to the same unknown.
      _ = atom()
      return node(.placeholder, at: start)
    }
    guard let byte = current, depth < Self.depthLimit else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return node(.object(members(depth: depth + 1)), at: start)
    case UInt8(ascii: "["): return node(.list(items(depth: depth + 1)), at: start)
    case UInt8(ascii: "\""): return string()
    default:
      let text = atom()
      return text.isEmpty ? nil : node(.init(atom: text), at: start)
    }
  }

  private mutating func members(depth: Int) -> [(key: String, value: BodyNode)] {
    var members: [(key: String, value: BodyNode)] = []
    index += 1
    while let byte = current {
      if skipTemplate() { continue }
      if byte == UInt8(ascii: "}") {
        index += 1
        break
      }
      guard byte == UInt8(ascii: "\""), let key = string().text else {
        index += 1
        continue
      }
      skipBlanks()
      guard current == UInt8(ascii: ":") else { continue }
      index += 1
      if let value = value(depth: depth) { members.append((key, value)) }
    }
    return members
  }

  private mutating func items(depth: Int) -> [BodyNode] {
    var items: [BodyNode] = []
    index += 1
    while let byte = current {
      if byte == UInt8(ascii: "]") {
        index += 1
        break
      }
      if let value = value(depth: depth) {
        items.append(value)
      } else if current != UInt8(ascii: "]") {
        index += 1
      }
    }
    return items
  }

  /// The string that begins here, its text without the quotes.
  private mutating func string() -> BodyNode {
    let quote = index
    index += 1
    while let byte = current, byte != UInt8(ascii: "\"") {
      if skipTemplate() { continue }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(index, bytes.count)
    index = min(index + 1, bytes.count)
    let inside = (quote + 1)..<max(end, quote + 1)
    return node(.text(text(inside)), at: quote + 1)
  }

  /// The text that the bytes of a string stand for; as they are, where escapes and Liquid mix.
  private func text(_ range: Range<Int>) -> String {
    let raw = bytes[range]
    guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
    let quote = [UInt8(ascii: "\"")]
    do throws(JSONError) {
      return try Value(json: quote + raw + quote).text ?? String(decoding: raw, as: UTF8.self)
    } catch {
      return String(decoding: raw, as: UTF8.self)
    }
  }

  /// The number or word that begins here; "" where there is none.
  private mutating func atom() -> String {
    let start = index
    while let byte = current, !Self.endsAtom(byte) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func endsAtom(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || ",:{}[]\"".utf8.contains(byte)
  }

  private mutating func skipBlanks() {
    while let byte = current, byte <= UInt8(ascii: " ") || skipsTag(byte) {
      if byte <= UInt8(ascii: " ") { index += 1 }
    }
  }

  /// Whether a tag of Liquid, which stands for nothing by itself, began here and is passed over.
  private mutating func skipsTag(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "%")
      && skipTemplate()
  }

  /// Passes over the placeholder or the tag that begins here; false where none does.
  private mutating func skipTemplate() -> Bool {
    guard mayEnd, LiquidSpan.begins(at: index, in: bytes) else { return false }
    guard let end = LiquidSpan.end(at: index, in: bytes) else {
      mayEnd = false
      return false
    }
    index = end
    return true
  }
}

extension BodyNode.Content {
  /// What a word outside of quotes is; one that is not JSON may become anything.
  fileprivate init(atom: String) {
    switch atom {
    case "true": self = .boolean(true)
    case "false": self = .boolean(false)
    case "null": self = .null
    default: self = atom.first.map { $0 == "-" || $0.isNumber } == true ? .number : .placeholder
    }
  }
}
