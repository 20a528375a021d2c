internal import Liquid
internal import Values

/// Reads JSON with placeholders in it, leniently: what is not JSON is passed over, since another lint
/// tells of it, and what follows is read all the same.
struct BodyParser {
  private let bytes: [UInt8]
  private let path: ValuePath
  /// Where its outputs and tags stand, in the order of writing.
  private var liquid: ArraySlice<Stretch>
  private var index = 0

  /// Deeper is no body that anybody sends.
  private static let depthLimit = 100

  /// The first object or list in `template`, whose text stands at `path`.
  static func node(in template: Template, at path: ValuePath) -> BodyNode? {
    var parser = BodyParser(template, path)
    return parser.root()
  }

  private init(_ template: Template, _ path: ValuePath) {
    bytes = Array(template.text.utf8)
    liquid = template.stretches.filter { [.output, .tags].contains($0.form) }[...]
    self.path = path
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func root() -> BodyNode? {
    while let byte = current {
      if skipLiquid() { continue }
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
    if skipLiquid(.output) {
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
      if skipLiquid() { continue }
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
      if skipLiquid() { continue }
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
    while let byte = current {
      if byte <= UInt8(ascii: " ") { index += 1 } else if !skipLiquid(.tags) { return }
    }
  }

  /// Passes over the Liquid that stands here; false where none does.
  ///
  /// - Parameter form: What alone is passed over; nil for outputs and tags alike.
  private mutating func skipLiquid(_ form: Stretch.Form? = nil) -> Bool {
    while let next = liquid.first, next.range.upperBound <= index { liquid.removeFirst() }
    guard let next = liquid.first, next.range.contains(index), form == nil || form == next.form
    else { return false }
    index = next.range.upperBound
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
