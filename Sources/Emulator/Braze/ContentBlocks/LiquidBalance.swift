/// Whether what opens in a Liquid template is closed again.
///
/// This is the least that Braze's check does, with its additions: `${…}`, and `{{…}}` inside of
/// tags and outputs. Unknown filters pass; whether Braze lets them is unconfirmed.
struct LiquidBalance {
  private static let blocks: Set = [
    "if", "unless", "case", "for", "tablerow", "capture", "comment", "raw",
  ]

  private let text: [UInt8]
  private var index = 0
  private var open: [String] = []

  private init(_ text: String) {
    self.text = Array(text.utf8)
  }

  static func holds(in text: String) -> Bool {
    var balance = LiquidBalance(text)
    return balance.read()
  }

  private mutating func read() -> Bool {
    while index < text.count {
      if takes("{%") {
        guard readTag() else { return false }
      } else if takes("{{") {
        guard readOutput() else { return false }
      } else {
        index += 1
      }
    }
    return open.isEmpty
  }

  /// From behind `{%`.
  private mutating func readTag() -> Bool {
    let start = index
    while index < text.count {
      if takes("%}") {
        return note(text[start..<(index - 2)])
      } else if takes("{{") {
        guard readOutput() else { return false }
      } else if !takesAttribute() {
        index += 1
      }
    }
    return false
  }

  /// From behind `{{`. Counted rather than recursed into: a text may open thousands.
  private mutating func readOutput() -> Bool {
    var depth = 1
    while index < text.count {
      if takes("}}") {
        depth -= 1
        if depth == 0 { return true }
      } else if takes("{{") {
        depth += 1
      } else if takes("{%") || takes("%}") {
        return false
      } else if !takesAttribute() {
        index += 1
      }
    }
    return false
  }

  private mutating func note(_ tag: ArraySlice<UInt8>) -> Bool {
    let blanks = Set(" \t\r\n-".utf8)
    let letters = tag.drop { blanks.contains($0) }.prefix { !Set(" \t\r\n-(".utf8).contains($0) }
    let name = String(decoding: letters, as: UTF8.self)
    if name == "raw" || name == "comment" { return skip(to: "end\(name)") }
    if Self.blocks.contains(name) { open.append(name) }
    if name.hasPrefix("end"), Self.blocks.contains(String(name.dropFirst(3))) {
      return open.popLast().map { "end\($0)" == name } ?? false
    }
    return true
  }

  /// Past the tag called `name`; what is before it is no Liquid.
  private mutating func skip(to name: String) -> Bool {
    while index < text.count {
      guard takes("{%") else {
        index += 1
        continue
      }
      let rest = text[index...].drop { Set(" \t\r\n-".utf8).contains($0) }
      guard rest.starts(with: name.utf8) else { continue }
      while index < text.count {
        if takes("%}") { return true }
        index += 1
      }
    }
    return false
  }

  /// Past `${…}`; one that is never closed leaves nothing to read.
  private mutating func takesAttribute() -> Bool {
    guard takes("${") else { return false }
    index = text[index...].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? text.count
    return true
  }

  private mutating func takes(_ mark: String) -> Bool {
    guard text[index...].starts(with: mark.utf8) else { return false }
    index += mark.utf8.count
    return true
  }
}
