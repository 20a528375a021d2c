extension Renderer {
  /// Renders the first of `branches` whose test holds.
  mutating func render(
    _ branches: [Branch],
    into text: inout String
  ) throws(Halt) -> Interrupt? {
    for branch in branches {
      place = branch.range
      let isTaken =
        switch branch.test {
        case .condition(let condition, let isNegated): try holds(condition) != isNegated
        case .otherwise: true
        case .values: false
        }
      if isTaken { return try render(branch.body, into: &text) }
    }
    return nil
  }

  /// Renders every branch that has `subject` among its values, once for each, and each `else` before which none has.
  mutating func render(
    _ branches: [Branch],
    for subject: Expression,
    into text: inout String
  ) throws(Halt) -> Interrupt? {
    var isFound = false
    for branch in branches {
      place = branch.range
      switch branch.test {
      case .values(let values):
        for value in values where try compare(subject, .equal, value) {
          isFound = true
          if let interrupt = try render(branch.body, into: &text) { return interrupt }
        }
      case .otherwise where !isFound:
        if let interrupt = try render(branch.body, into: &text) { return interrupt }
      case .otherwise, .condition: break
      }
    }
    return nil
  }

  /// From the left, as long as it matters: what follows the first true one before an `or`, or the first false one before
  /// an `and`, is not asked.
  private mutating func holds(_ condition: Condition) throws(Halt) -> Bool {
    for (index, comparison) in condition.comparisons.enumerated() {
      let holds = try holds(comparison)
      guard index < condition.connectives.count else { return holds }
      if holds == (condition.connectives[index] == .or) { return holds }
    }
    return false
  }

  private mutating func holds(_ comparison: Condition.Comparison) throws(Halt) -> Bool {
    try meter.charge(steps: 1)
    guard let sign = comparison.operator, let right = comparison.right else {
      return try evaluate(comparison.left).isTrue
    }
    return try compare(comparison.left, sign, right)
  }

  private mutating func compare(
    _ left: Expression,
    _ sign: Condition.Operator,
    _ right: Expression
  ) throws(Halt) -> Bool {
    if sign == .equal || sign == .notEqual, let isSame = try isLiteral(left, right) {
      return isSame == (sign == .equal)
    }
    let (first, second) = (try evaluate(left), try evaluate(right))
    switch sign {
    case .equal: return try first.equals(second, meter)
    case .notEqual: return try !first.equals(second, meter)
    case .less: return try first.compare(second, meter) { $0 < 0 }
    case .greater: return try first.compare(second, meter) { $0 > 0 }
    case .lessOrEqual: return try first.compare(second, meter) { $0 <= 0 }
    case .greaterOrEqual: return try first.compare(second, meter) { $0 >= 0 }
    case .contains: return try first.contains(second, meter)
    }
  }

  /// Whether one is `empty` or `blank` as the other asks; nil where neither asks.
  private mutating func isLiteral(
    _ left: Expression,
    _ right: Expression
  ) throws(Halt) -> Bool? {
    for (literal, other) in [(left, right), (right, left)] {
      switch literal.form {
      case .empty: return try evaluate(other).isEmpty
      case .blank: return try evaluate(other).isBlank(meter)
      default: continue
      }
    }
    return nil
  }
}
