extension Value {
  /// How JSON text is laid out.
  package enum JSONStyle: Sendable {
    /// No blanks at all.
    case compact
    /// Two blanks a level, one member or item a line.
    case pretty
    /// Compact, members sorted by key: equal values have equal text.
    case canonical
  }

  /// This value as JSON text.
  ///
  /// What JSON cannot say is written as the text a reader would see: `(id of ADDRESS)`, `(secret)`.
  /// `.json` becomes a string that holds JSON.
  package func json(_ style: JSONStyle = .compact) -> String {
    var writer = JSONWriter(style: style)
    writer.write(self, level: 0)
    return writer.text
  }
}

extension Reference {
  /// What a reader sees in place of an id that is not known yet.
  package var placeholder: String { "(id of \(address))" }
}

private struct JSONWriter {
  let style: Value.JSONStyle
  var text = ""

  init(style: Value.JSONStyle) {
    self.style = style
  }

  mutating func write(_ value: Value, level: Int) {
    switch value {
    case .null: text += "null"
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .integer(let integer): text += String(integer)
    case .decimal(let digits): text += digits
    case .string(let string): quote(string)
    case .reference(let reference): quote(reference.placeholder)
    case .format(let pieces): quote(pieces.displayed)
    case .json(let value): quote(value.json(.compact))
    case .secret(let secret): quote(secret.description)
    case .list(let items):
      bracket("[", "]", items, level: level) { $0.write($1, level: level + 1) }
    case .object(let members):
      let ordered = style == .canonical ? members.sorted { $0.key < $1.key } : Array(members)
      bracket("{", "}", ordered, level: level) { writer, member in
        writer.quote(member.key)
        writer.text += writer.style == .pretty ? ": " : ":"
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func bracket<Item>(
    _ open: String,
    _ close: String,
    _ items: [Item],
    level: Int,
    write: (inout JSONWriter, Item) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      newline(level + 1)
      write(&self, item)
    }
    if !items.isEmpty { newline(level) }
    text += close
  }

  private mutating func newline(_ level: Int) {
    guard style == .pretty else { return }
    text += "\n"
    for _ in 0..<level { text += "  " }
  }

  private mutating func quote(_ string: String) {
    text += "\""
    defer { text += "\"" }
    // Most text goes as it is. 0xC2 begins what stands between U+0080 and U+00BF.
    let isPlain = string.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
        && byte != 0xC2
    }
    guard !isPlain else {
      text += string
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Sequence<FormatPiece> {
  /// The text with placeholders where ids will be.
  package var displayed: String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .reference(let reference): reference.placeholder
      }
    }.joined()
  }
}
