internal import Values

/// A number as Liquid calculates with it: whole, or of Ruby's floating-point numbers.
///
/// Floating-point numbers are added, multiplied and divided as the decimals they are written as, so that 0.1 and 0.2
/// make 0.3, and become floating-point again afterwards: what Liquid does with Ruby's BigDecimal.
enum Number {
  /// Up to 38 digits. Ruby's have no bounds.
  case whole(Int128)
  /// Finite.
  case decimal(Double)

  static let zero = Number.whole(0)

  /// The number that the digits of JSON or of a template stand for; nil where it is too large.
  init?(digits: String) {
    if digits.utf8.allSatisfy({ $0.isDigit || $0 == .dash }) {
      guard let whole = Int128(digits) else { return nil }
      self = .whole(whole)
    } else {
      guard let decimal = Double(digits), decimal.isFinite else { return nil }
      self = .decimal(decimal)
    }
  }

  var double: Double {
    switch self {
    case .whole(let whole): Double(whole)
    case .decimal(let decimal): decimal
    }
  }

  var value: Value {
    switch self {
    case .whole(let whole): Int(exactly: whole).map { .integer($0) } ?? .decimal(String(whole))
    case .decimal(let decimal): .decimal(Self.text(of: decimal))
    }
  }

  /// As Ruby writes a floating-point number: `1.0`, `0.0001`, `1.0e-05`, `1.0e+16`.
  static func text(of double: Double) -> String {
    guard double.isFinite, let decimal = ExactDecimal(double) else { return "\(double)" }
    let digits = String(decimal.coefficient.magnitude)
    let point = digits.utf8.count + decimal.exponent
    let sign = double.sign == .minus ? "-" : ""
    if decimal.coefficient == 0 { return sign + "0.0" }
    if point > 16 || point <= -4 {
      let rest = digits.dropFirst()
      let size = String(abs(point - 1))
      return sign + digits.prefix(1) + "." + (rest.isEmpty ? "0" : rest)
        + (point > 0 ? "e+" : "e-") + (size.utf8.count < 2 ? "0" : "") + size
    }
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    guard point < digits.utf8.count else {
      return sign + digits + String(repeating: "0", count: point - digits.utf8.count) + ".0"
    }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }
}

extension Number: Comparable {
  static func == (left: Number, right: Number) -> Bool {
    if case .whole(let first) = left, case .whole(let second) = right { return first == second }
    return left.double == right.double
  }

  static func < (left: Number, right: Number) -> Bool {
    if case .whole(let first) = left, case .whole(let second) = right { return first < second }
    return left.double < right.double
  }
}
