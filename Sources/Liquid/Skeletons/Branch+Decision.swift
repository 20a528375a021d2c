internal import Values

extension Branch.Test {
  /// How the test ends in a loop that is gone through once; nil where that depends on data.
  ///
  /// `{% unless forloop.last %},{% endunless %}` is how lists of JSON are written.
  var decision: Bool? {
    switch self {
    case .condition(let condition, let isNegated): condition.decision.map { $0 != isNegated }
    case .values: nil
    case .otherwise: true
    }
  }
}

extension Condition {
  fileprivate var decision: Bool? {
    let parts = comparisons.map(\.decision)
    guard var result = parts.last else { return nil }
    for (part, connective) in zip(parts.dropLast(), connectives).reversed() {
      let isDecisive = connective == .or
      if part == isDecisive || result == isDecisive {
        result = isDecisive
      } else if part == nil || result == nil {
        result = nil
      } else {
        result = !isDecisive
      }
    }
    return result
  }
}

extension Condition.Comparison {
  fileprivate var decision: Bool? {
    guard let left = left.onlyPass else { return nil }
    guard let `operator` else { return left != .boolean(false) }
    guard let right = right?.onlyPass else { return nil }
    switch (`operator`, left.integer, right.integer) {
    case (.equal, _, _): return left == right
    case (.notEqual, _, _): return left != right
    case (.less, let left?, let right?): return left < right
    case (.greater, let left?, let right?): return left > right
    case (.lessOrEqual, let left?, let right?): return left <= right
    case (.greaterOrEqual, let left?, let right?): return left >= right
    default: return nil
    }
  }
}

extension Expression {
  /// A number or boolean, or what `forloop` says in the only pass of a loop; nil for all else.
  fileprivate var onlyPass: Value? {
    if let literal, literal.integer ?? literal.boolean.map({ $0 ? 1 : 0 }) != nil { return literal }
    guard let variable, variable.root == .name("forloop"), variable.path.count == 1,
      case .member(let member) = variable.path.first
    else { return nil }
    switch member {
    case "first", "last": return .boolean(true)
    case "index", "rindex", "length": return .integer(1)
    case "index0", "rindex0": return .integer(0)
    default: return nil
    }
  }
}
