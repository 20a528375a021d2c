/// What `if`, `elsif` and `unless` ask: comparisons joined by `and` and `or`, evaluated from the right.
///
/// A flat list, since a chain may be as long as a template.
package struct Condition: Sendable, Hashable {
  package struct Comparison: Sendable, Hashable {
    package let left: Expression
    /// Nil where only the truth of `left` is asked for.
    package let `operator`: Operator?
    package let right: Expression?
  }

  package enum Connective: String, Sendable, Hashable {
    case and, or
  }

  package enum Operator: String, Sendable, Hashable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case contains
  }

  /// At least one.
  package let comparisons: [Comparison]
  /// The one at an index stands behind the comparison at that index.
  package let connectives: [Connective]
}
