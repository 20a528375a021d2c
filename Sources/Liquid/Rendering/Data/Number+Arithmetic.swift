extension Number {
  enum Operation { case plus, minus, times, dividedBy, modulo }

  /// - Throws: where the divisor is zero, or the result too large.
  func applying(_ operation: Operation, _ other: Number) throws(Halt) -> Number {
    if operation == .dividedBy || operation == .modulo, other == .zero {
      throw .argument("Nothing can be divided by 0: ask with {% if %} before.")
    }
    if case .whole(let left) = self, case .whole(let right) = other {
      guard let result = Self.whole(left, operation, right) else { throw Self.tooLarge }
      return .whole(result)
    }
    let exact = Self.exact(self, operation, other)
    let result = exact ?? Self.rounded(double, operation, other.double)
    guard result.isFinite else { throw Self.tooLarge }
    return .decimal(result)
  }

  static let tooLarge = Halt.argument(
    "The number that this comes to is too large to calculate with."
  )

  private static func whole(_ left: Int128, _ operation: Operation, _ right: Int128) -> Int128? {
    let result: (partialValue: Int128, overflow: Bool)
    switch operation {
    case .plus: result = left.addingReportingOverflow(right)
    case .minus: result = left.subtractingReportingOverflow(right)
    case .times: result = left.multipliedReportingOverflow(by: right)
    case .dividedBy: return left.floored(by: right)?.quotient
    case .modulo: return left.floored(by: right)?.remainder
    }
    return result.overflow ? nil : result.partialValue
  }

  /// What the decimals come to; nil where they do not fit.
  private static func exact(_ first: Number, _ operation: Operation, _ second: Number) -> Double? {
    guard let left = ExactDecimal(first), let right = ExactDecimal(second) else { return nil }
    switch operation {
    case .times:
      let (product, isTooLarge) = left.coefficient.multipliedReportingOverflow(
        by: right.coefficient
      )
      guard !isTooLarge else { return nil }
      return ExactDecimal(product, exponent: left.exponent + right.exponent).double
    case .dividedBy:
      // Twenty digits more than the divisor has: more than a floating-point number holds.
      var power = 38
      while power > 0, ExactDecimal.scaled(left.coefficient, by: power) == nil { power -= 1 }
      guard power >= 20, let dividend = ExactDecimal.scaled(left.coefficient, by: power) else {
        return nil
      }
      return ExactDecimal(
        dividend / right.coefficient,
        exponent: left.exponent - power - right.exponent
      ).double
    case .plus, .minus, .modulo:
      guard let (one, two, exponent) = ExactDecimal.aligned(left, right),
        let result = whole(one, operation, two)
      else { return nil }
      return ExactDecimal(result, exponent: exponent).double
    }
  }

  private static func rounded(_ left: Double, _ operation: Operation, _ right: Double) -> Double {
    switch operation {
    case .plus: return left + right
    case .minus: return left - right
    case .times: return left * right
    case .dividedBy: return left / right
    case .modulo:
      let remainder = left.truncatingRemainder(dividingBy: right)
      return remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder
    }
  }
}

extension Number {
  /// Rounded to that many digits behind the point, halves away from zero; before it, where `digits` is negative.
  func rounded(to digits: Int) throws(Halt) -> Number {
    guard let decimal = ExactDecimal(self) else { throw Self.tooLarge }
    let dropped = -digits.clamped(to: 400) - decimal.exponent
    guard dropped > 0 else { return self }
    let unit = ExactDecimal.scaled(1, by: dropped)
    var coefficient: Int128 = 0
    if let unit {
      let (quotient, remainder) = decimal.coefficient.quotientAndRemainder(dividingBy: unit)
      let isHalf = remainder.magnitude >= unit.magnitude - remainder.magnitude
      coefficient = quotient + (isHalf ? (decimal.coefficient < 0 ? -1 : 1) : 0)
    }
    let result = ExactDecimal(coefficient, exponent: decimal.exponent + dropped)
    if case .whole = self {
      guard let whole = ExactDecimal.scaled(result.coefficient, by: result.exponent) else {
        throw Self.tooLarge
      }
      return .whole(whole)
    }
    guard let double = result.double else { throw Self.tooLarge }
    return .decimal(double)
  }

  /// The whole number to which `rule` rounds.
  func whole(_ rule: FloatingPointRoundingRule) throws(Halt) -> Number {
    switch self {
    case .whole: return self
    case .decimal(let double):
      guard let whole = Int128(exactly: double.rounded(rule)) else { throw Self.tooLarge }
      return .whole(whole)
    }
  }

  func negated() throws(Halt) -> Number { try Number.zero.applying(.minus, self) }
}

extension Int {
  /// This, or whichever of `size` and its opposite is nearer.
  fileprivate func clamped(to size: Int) -> Int { Swift.min(Swift.max(self, -size), size) }
}
