internal import Values

/// The body of a webhook as a rule writes it: text with placeholders, filled in when it is sent.
///
/// https://developer.zendesk.com/documentation/webhooks/creating-and-monitoring-webhooks/
struct BodyTemplate {
  private let bytes: [UInt8]
  /// The text is what the spec says, so that a place in it is one in the source.
  let isVerbatim: Bool

  /// Nil for what is no text: JSON that the spec holds as YAML, or the parameters of a form.
  init?(_ body: Value) {
    switch body {
    case .string(let text):
      bytes = Array(text.utf8)
      isVerbatim = true
    case .format(let pieces):
      bytes = pieces.flatMap { piece in
        switch piece {
        case .text(let text): Array(text.utf8)
        // An id of digits will stand there.
        case .reference: [UInt8(ascii: "1")]
        }
      }
      isVerbatim = false
    default: return nil
    }
  }

  /// Whether it holds Liquid's tags, with which it takes more to tell what is sent.
  var hasTags: Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "{") && $1 == UInt8(ascii: "%") }
  }

  /// The text, with a digit where an id will stand.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it holds nothing but blanks and line breaks.
  var isBlank: Bool { bytes.allSatisfy { $0 <= UInt8(ascii: " ") } }

  /// The bytes of the text, each placeholder replaced by as many of something likely: a number, or
  /// letters inside a string.
  var filled: [UInt8] { reading.filled }

  /// Whether dynamic content stands outside of strings, which may be any piece of JSON.
  var hasFragments: Bool { reading.hasFragments }

  private var reading: (filled: [UInt8], hasFragments: Bool) {
    var bytes = bytes
    var hasFragments = false
    var index = 0
    var isString = false
    // Where no placeholder ends any more, none has to be looked for again.
    var mayEnd = true
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isString: index += 1
      case UInt8(ascii: "\""): isString.toggle()
      case UInt8(ascii: "{") where mayEnd && Self.begins(at: index, in: bytes):
        guard let end = Self.end(ofPlaceholderAt: index, in: bytes) else {
          mayEnd = false
          break
        }
        let name = bytes[(index + 2)..<(end - 2)].drop { $0 == UInt8(ascii: " ") }
        if !isString, name.starts(with: "dc.".utf8) { hasFragments = true }
        for place in index..<end { bytes[place] = UInt8(ascii: isString ? "x" : "1") }
        index = end - 1
      default: break
      }
      index += 1
    }
    return (bytes, hasFragments)
  }

  private static func begins(at start: Int, in bytes: [UInt8]) -> Bool {
    start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "{")
  }

  /// Where the placeholder that begins at `start` ends; nil if it does not.
  private static func end(ofPlaceholderAt start: Int, in bytes: [UInt8]) -> Int? {
    let brace = UInt8(ascii: "}")
    var index = start + 2
    while index + 1 < bytes.count {
      if bytes[index] == brace, bytes[index + 1] == brace { return index + 2 }
      index += 1
    }
    return nil
  }
}
