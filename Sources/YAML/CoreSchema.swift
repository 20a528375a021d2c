package import Values

extension Scalar {
  /// What the scalar means by the core schema of YAML 1.2 (chapter 10.3), its tag left aside.
  ///
  /// Only a plain scalar can be other than a string. An integer that does not fit `Int` and a float
  /// are `.decimal` in the source's own digits, made a JSON number where they are none: without `+`
  /// and leading zeros, with a digit on both sides of the point. What JSON has no number for,
  /// `.inf`, `.nan` and more than 128 bits of hexadecimal or octal, stays a string.
  package var value: Value {
    guard style == .plain else { return .string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .boolean(true)
    case "false", "False", "FALSE": return .boolean(false)
    default: return number ?? .string(text)
    }
  }

  private var number: Value? {
    guard let first = text.utf8.first else { return nil }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      return based("0x", radix: 16) ?? based("0o", radix: 8) ?? decimal
    default:
      return nil
    }
  }

  private func based(_ prefix: String, radix: Int) -> Value? {
    guard text.hasPrefix(prefix) else { return nil }
    let digits = text.dropFirst(2)
    guard digits.utf8.first?.isDigitOrLetter == true else { return nil }
    if let integer = Int(digits, radix: radix) { return .integer(integer) }
    return UInt128(digits, radix: radix).map { .decimal(String($0)) }
  }

  private var decimal: Value? {
    guard let number = DecimalNumber(text) else { return nil }
    if number.isWhole, number.digits != "-0", let integer = Int(number.digits) {
      return .integer(integer)
    }
    return .decimal(number.digits)
  }
}

/// A number in decimal digits, as JSON writes it.
private struct DecimalNumber {
  let digits: String
  /// Whether it has neither a fraction nor an exponent.
  let isWhole: Bool

  /// Nil unless `text` is an integer or a finite float of the core schema.
  init?(_ text: String) {
    var rest = text.utf8[...]
    let sign = rest.take { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard sign.count <= 1 else { return nil }
    let integral = rest.take(while: \.isDigit)
    var fraction: Substring.UTF8View?
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = rest.take(while: \.isDigit)
    }
    guard !integral.isEmpty || fraction?.isEmpty == false else { return nil }
    let exponent = rest
    if !rest.isEmpty {
      guard rest.removeFirst() | 0x20 == UInt8(ascii: "e") else { return nil }
      let sign = rest.take { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      guard sign.count <= 1, !rest.isEmpty, rest.allSatisfy(\.isDigit) else { return nil }
    }

    let significant = integral.drop { $0 == UInt8(ascii: "0") }
    var digits = sign.first == UInt8(ascii: "-") ? "-" : ""
    digits += significant.isEmpty ? "0" : String(Substring(significant))
    if let fraction { digits += "." + (fraction.isEmpty ? "0" : String(Substring(fraction))) }
    self.digits = digits + String(Substring(exponent))
    isWhole = fraction == nil && exponent.isEmpty
  }
}

extension Substring.UTF8View {
  /// Removes and returns the longest beginning that satisfies `condition`.
  fileprivate mutating func take(while condition: (UInt8) -> Bool) -> Substring.UTF8View {
    let taken = prefix(while: condition)
    self = self[taken.endIndex...]
    return taken
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  fileprivate var isDigitOrLetter: Bool {
    isDigit || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z"))
  }
}
