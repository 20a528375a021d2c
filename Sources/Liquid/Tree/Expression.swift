package import Values

/// A value as a template writes it: a literal, a range or a variable.
package struct Expression: Sendable, Hashable {
  package indirect enum Form: Sendable, Hashable {
    /// `nil`, a boolean, a number or a string.
    case literal(Value)
    /// Equal to empty strings, lists and objects.
    case empty
    /// As `empty`, and equal to strings of blanks, `nil` and `false` too.
    case blank
    /// `(first..last)`.
    case span(Expression, Expression)
    case variable(Variable)
  }

  package let form: Form
  /// Bytes of the template's UTF-8.
  package let range: Range<Int>

  package var literal: Value? {
    if case .literal(let value) = form { value } else { nil }
  }

  package var variable: Variable? {
    if case .variable(let variable) = form { variable } else { nil }
  }

  /// What a reading that failed leaves behind.
  static func missing(at range: Range<Int>) -> Expression {
    Expression(form: .literal(.null), range: range)
  }
}
