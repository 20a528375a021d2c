/// A decimal without rounding: `coefficient` times ten to the power of `exponent`.
struct ExactDecimal {
  let coefficient: Int128
  let exponent: Int

  init(_ coefficient: Int128, exponent: Int) {
    self.coefficient = coefficient
    self.exponent = exponent
  }

  /// The shortest decimal that `double` is the nearest floating-point number to, without zeros at its end.
  init?(_ double: Double) {
    let parts = "\(double)".split(separator: "e")
    guard let mantissa = parts.first else { return nil }
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    var digits = Array(mantissa.utf8)
    if let point = digits.firstIndex(of: .dot) {
      exponent -= digits.count - point - 1
      digits.remove(at: point)
    }
    while digits.count > 1, digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    guard let coefficient = Int128(String(decoding: digits, as: UTF8.self)) else { return nil }
    self.init(coefficient, exponent: coefficient == 0 ? 0 : exponent)
  }

  init?(_ number: Number) {
    switch number {
    case .whole(let whole): self.init(whole, exponent: 0)
    case .decimal(let double): self.init(double)
    }
  }

  /// The nearest floating-point number.
  var double: Double? { Double("\(coefficient)e\(exponent)") }

  /// Both coefficients for the smaller of both exponents; nil where they get too large.
  static func aligned(
    _ left: ExactDecimal,
    _ right: ExactDecimal
  ) -> (left: Int128, right: Int128, exponent: Int)? {
    let exponent = min(left.exponent, right.exponent)
    guard let first = scaled(left.coefficient, by: left.exponent - exponent),
      let second = scaled(right.coefficient, by: right.exponent - exponent)
    else { return nil }
    return (first, second, exponent)
  }

  /// `number` times ten to the power of `power`, which is not negative; nil where that is too large.
  static func scaled(_ number: Int128, by power: Int) -> Int128? {
    guard number != 0 else { return 0 }
    guard power <= 38 else { return nil }
    var result = number
    for _ in 0..<power {
      let (product, isTooLarge) = result.multipliedReportingOverflow(by: 10)
      guard !isTooLarge else { return nil }
      result = product
    }
    return result
  }
}

extension Int128 {
  /// The quotient rounded down, and the remainder with the sign of the divisor, as Ruby divides; nil where the
  /// quotient is too large. The divisor is not zero.
  func floored(by divisor: Int128) -> (quotient: Int128, remainder: Int128)? {
    let (quotient, isTooLarge) = dividedReportingOverflow(by: divisor)
    guard !isTooLarge else { return nil }
    let remainder = self - quotient * divisor
    let isRoundedUp = remainder != 0 && (remainder < 0) != (divisor < 0)
    return isRoundedUp ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
