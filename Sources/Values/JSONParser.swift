/// Why a text is not JSON, and where.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  package let reason: String
  /// The number of bytes before the fault.
  package let offset: Int

  package var description: String { "\(reason) at byte \(offset + 1)" }
}

extension Value {
  /// How deeply lists and objects may nest: enough for any API answer, too little to exhaust a stack.
  package static let jsonDepthLimit = 200

  /// Reads one JSON document (RFC 8259). Of members with one key the last wins.
  package init(json text: String) throws(JSONError) {
    try self.init(json: Array(text.utf8))
  }

  /// Reads one JSON document that was written by this program: a key that is there twice is a fault.
  package init(strictJSON text: String) throws(JSONError) {
    var parser = JSONParser(bytes: Array(text.utf8))
    parser.allowsRepeatedKeys = false
    self = try parser.document()
  }

  /// Reads one JSON document from UTF-8.
  package init(json bytes: [UInt8]) throws(JSONError) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }

  /// Reads one JSON document from UTF-8 that a stranger wrote.
  ///
  /// - Parameter budget: How many values it may hold; those read are taken off. What takes two bytes in
  ///   a text can take two hundred in memory, so that a limit on the text alone is none.
  package init(json bytes: [UInt8], budget: inout Int) throws(JSONError) {
    var parser = JSONParser(bytes: bytes)
    parser.budget = budget
    defer { budget = parser.budget }
    self = try parser.document()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var index = 0
  var allowsRepeatedKeys = true
  var budget = Int.max

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func document() throws(JSONError) -> Value {
    let value = try value(depth: 0)
    skipBlanks()
    guard index == bytes.count else { throw failure("unexpected text after the value") }
    return value
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func failure(_ reason: String) -> JSONError { JSONError(reason: reason, offset: index) }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> Value {
    guard depth <= Value.jsonDepthLimit else {
      throw failure("nested more than \(Value.jsonDepthLimit) levels deep")
    }
    guard budget > 0 else { throw failure("more values than are read") }
    budget -= 1
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"): return try number()
    case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): return try number()
    case nil: throw failure("the text ends where a value should be")
    default: throw failure("no JSON value starts here")
    }
  }

  private mutating func word(_ word: StaticString, _ value: Value) throws(JSONError) -> Value {
    let expected = Array(word.description.utf8)
    guard bytes[index...].starts(with: expected) else { throw failure("no JSON value starts here") }
    index += expected.count
    return value
  }

  private mutating func object(depth: Int) throws(JSONError) -> Value {
    index += 1
    var members = Members()
    skipBlanks()
    if current == UInt8(ascii: "}") {
      index += 1
      return .object(members)
    }
    while true {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw failure("expected a quoted member name") }
      let start = index
      let key = try string()
      guard allowsRepeatedKeys || members[key] == nil else {
        throw JSONError(reason: "the key \"\(key)\" is there twice", offset: start)
      }
      skipBlanks()
      guard current == UInt8(ascii: ":") else { throw failure("expected \":\"") }
      index += 1
      members[key] = try value(depth: depth + 1)
      skipBlanks()
      if current == UInt8(ascii: "}") {
        index += 1
        return .object(members)
      }
      guard current == UInt8(ascii: ",") else { throw failure("expected \",\" or \"}\"") }
      index += 1
    }
  }

  private mutating func list(depth: Int) throws(JSONError) -> Value {
    index += 1
    var items: [Value] = []
    skipBlanks()
    if current == UInt8(ascii: "]") {
      index += 1
      return .list(items)
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if current == UInt8(ascii: "]") {
        index += 1
        return .list(items)
      }
      guard current == UInt8(ascii: ",") else { throw failure("expected \",\" or \"]\"") }
      index += 1
    }
  }

  private mutating func digits() throws(JSONError) {
    let start = index
    while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    guard index > start else { throw failure("expected a digit") }
  }

  private mutating func number() throws(JSONError) -> Value {
    let start = index
    if current == UInt8(ascii: "-") { index += 1 }
    let leading = index
    try digits()
    guard bytes[leading] != UInt8(ascii: "0") || index == leading + 1 else {
      throw failure("a number must not begin with 0")
    }
    var isWhole = true
    if current == UInt8(ascii: ".") {
      isWhole = false
      index += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isWhole = false
      index += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, text != "-0", let integer = Int(text) { return .integer(integer) }
    return .decimal(text)
  }

  private mutating func string() throws(JSONError) -> String {
    index += 1
    var collected: [UInt8] = []
    var start = index
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        collected += bytes[start..<index]
        guard let text = String(validating: collected, as: UTF8.self) else {
          throw failure("a string that is not UTF-8")
        }
        index += 1
        return text
      case UInt8(ascii: "\\"):
        collected += bytes[start..<index]
        index += 1
        collected += Array(String(try escape()).utf8)
        start = index
      case 0..<0x20: throw failure("an unescaped control character in a string")
      default: index += 1
      }
    }
    throw failure("a string that does not end")
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    guard let byte = current else { throw failure("a string that does not end") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw failure("an unknown escape in a string")
    }
  }

  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // A lone half of a surrogate pair is no character: it is read as U+FFFD, as most readers do.
    guard first < 0xDC00, bytes[index...].starts(with: Array("\\u".utf8)) else { return "\u{FFFD}" }
    let before = index
    index += 2
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second) else {
      index = before
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard index + 4 <= bytes.count,
      bytes[index..<index + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw failure("expected four hexadecimal digits") }
    index += 4
    return value
  }
}
