extension FilterTable {
  /// Filters that know HTML.
  static let markupFilters: [String: Entry] = [
    "escape": Entry(0...0) { call throws(Halt) in try escape(call) },
    "h": Entry(0...0) { call throws(Halt) in try escape(call) },
    "escape_once": Entry(0...0) { call throws(Halt) in
      let bytes = Array(try call.text().utf8)
      var result: [UInt8] = []
      for (index, byte) in bytes.enumerated() {
        let isEscape = byte == UInt8(ascii: "&") && isEntity(bytes[(index + 1)...])
        if !isEscape, let escape = escapes[byte] {
          result += escape.utf8
        } else {
          result.append(byte)
        }
      }
      return try call.made(String(decoding: result, as: UTF8.self))
    },
    "newline_to_br": Entry(0...0) { call throws(Halt) in
      try call.made(replaceLineBreaks(in: call.text(), by: "<br />\n"))
    },
    "strip_newlines": Entry(0...0) { call throws(Halt) in
      try call.made(replaceLineBreaks(in: call.text(), by: ""))
    },
    "strip_html": Entry(0...0) { call throws(Halt) in
      var bytes = Array(try call.text().utf8)
      bytes = strip(
        [("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")],
        from: bytes
      )
      bytes = strip([("<", ">")], from: bytes)
      return try call.made(String(decoding: bytes, as: UTF8.self))
    },
  ]

  private static let escapes: [UInt8: String] = [
    UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;",
    UInt8(ascii: "\""): "&quot;", UInt8(ascii: "'"): "&#39;",
  ]

  private static func escape(_ call: FilterCall) throws(Halt) -> Datum {
    guard !call.input.isNothing else { return .nothing }
    var result: [UInt8] = []
    for byte in try call.text().utf8 {
      if let escape = escapes[byte] { result += escape.utf8 } else { result.append(byte) }
    }
    return try call.made(String(decoding: result, as: UTF8.self))
  }

  /// Whether the bytes behind a `&` make it an entity: letters, or `#` and digits, and a semicolon.
  private static func isEntity(_ bytes: ArraySlice<UInt8>) -> Bool {
    // No entity's name is longer; a search without end would take quadratic time.
    let head = bytes.prefix(40)
    guard let end = head.firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = head[..<end]
    guard name.first == UInt8(ascii: "#") else {
      return !name.isEmpty && name.allSatisfy { $0.beginsName && $0 != UInt8(ascii: "_") }
    }
    return name.count > 1 && name.dropFirst().allSatisfy(\.isDigit)
  }

  private static func replaceLineBreaks(in text: String, by replacement: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      guard byte == .newline else {
        result.append(byte)
        continue
      }
      if result.last == UInt8(ascii: "\r") { result.removeLast() }
      result += replacement.utf8
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `bytes` without what stands from a start to its end, both included.
  private static func strip(
    _ pairs: [(start: String, end: String)],
    from bytes: [UInt8]
  ) -> [UInt8] {
    var open = pairs.map { (start: Array($0.start.utf8), end: TextSearch($0.end)) }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let found =
        bytes[index] == UInt8(ascii: "<")
        ? open.firstIndex { bytes[index...].starts(with: $0.start) } : nil
      guard let found else {
        result.append(bytes[index])
        index += 1
        continue
      }
      if let end = open[found].end.first(in: bytes, from: index + open[found].start.count) {
        index = end + open[found].end.count
      } else {
        // There is no such end further on either.
        open.remove(at: found)
      }
    }
    return result
  }
}
