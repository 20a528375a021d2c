/// Where placeholders (`{{ }}`) and tags (`{% %}`) of Liquid stand in a text.
enum LiquidSpan {
  /// Whether a placeholder or a tag begins at `start`.
  static func begins(at start: Int, in bytes: [UInt8]) -> Bool {
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "{") else { return false }
    return bytes[start + 1] == UInt8(ascii: "{") || bytes[start + 1] == UInt8(ascii: "%")
  }

  /// Behind the end of what begins at `start`; nil where it does not end.
  ///
  /// Braze writes the names of attributes as `${name}`, whose brace is none of the placeholder's.
  static func end(at start: Int, in bytes: [UInt8]) -> Int? {
    let brace = UInt8(ascii: "}")
    let closing = bytes[start + 1] == UInt8(ascii: "%") ? UInt8(ascii: "%") : brace
    var index = start + 2
    var depth = 0
    while index + 1 < bytes.count {
      let next = bytes[index + 1]
      if depth == 0, bytes[index] == closing, next == brace { return index + 2 }
      if closing == brace {
        if bytes[index] == UInt8(ascii: "$"), next == UInt8(ascii: "{") { depth += 1 }
        if bytes[index] == brace { depth = max(0, depth - 1) }
      }
      index += 1
    }
    return nil
  }
}
