internal import Values

extension Datum {
  /// The number that this is taken for: text for the digits it begins with, all else for 0.
  func number(_ meter: Meter) throws(Halt) -> Number {
    guard case .value(let value) = self else { return .zero }
    switch value {
    case .integer(let integer): return .whole(Int128(integer))
    case .decimal(let digits):
      guard let number = Number(digits: digits) else { throw Number.tooLarge }
      return number
    case .string(let text):
      try meter.charge(text.utf8.count)
      return try Self.number(in: text)
    default: return .zero
    }
  }

  private static func number(in text: String) throws(Halt) -> Number {
    let bytes = Array(text.trimmingBlanks.utf8)
    let sign = bytes.first == .dash || bytes.first == UInt8(ascii: "+") ? 1 : 0
    let whole = bytes[sign...].prefix(while: \.isDigit)
    let rest = bytes[whole.endIndex...]
    let fraction = rest.dropFirst()
    let isDecimal =
      bytes.first != UInt8(ascii: "+") && !whole.isEmpty && rest.first == .dot
      && !fraction.isEmpty && fraction.allSatisfy(\.isDigit)
    let digits = isDecimal ? bytes[...] : bytes[..<whole.endIndex]
    guard !whole.isEmpty else { return .zero }
    let plain = digits.first == UInt8(ascii: "+") ? digits.dropFirst() : digits
    guard let number = Number(digits: String(decoding: plain, as: UTF8.self)) else {
      throw Number.tooLarge
    }
    return number
  }

  /// The whole number that this is, or that its text says; a larger one is the largest there is.
  func integer() throws(Halt) -> Int {
    switch self {
    case .value(.integer(let integer)): return integer
    case .value(.string(let digits)), .value(.decimal(let digits)):
      let bytes = Array(digits.trimmingBlanks.utf8)
      let sign = bytes.first == .dash || bytes.first == UInt8(ascii: "+") ? 1 : 0
      guard bytes.count > sign, bytes[sign...].allSatisfy(\.isDigit) else { break }
      return Int(String(decoding: bytes, as: UTF8.self)) ?? (bytes.first == .dash ? .min : .max)
    default: break
    }
    throw .argument("This must be a whole number, and is \(kind).")
  }

  /// What this is, for a message.
  var kind: String {
    guard case .value(let value) = self else { return "a range" }
    return switch value {
    case .null: "nil"
    case .boolean(let boolean): boolean ? "true" : "false"
    case .integer(let integer): "the number \(integer)"
    case .decimal(let digits): "the number \(digits)"
    case .list: "a list"
    case .object: "an object"
    default: "text"
    }
  }
}

extension String {
  /// Without the blanks, line breaks and null characters that Ruby's `strip` takes off.
  var trimmingBlanks: String { trimmingBlanks(atStart: true, atEnd: true) }

  func trimmingBlanks(atStart: Bool, atEnd: Bool) -> String {
    var bytes = utf8[...]
    if atStart { bytes = bytes.drop(while: \.isBlank) }
    if atEnd {
      while let last = bytes.last, last.isBlank || last == 0 { bytes.removeLast() }
    }
    return String(Substring(bytes))
  }
}
