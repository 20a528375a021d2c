package import Values

/// One thing that was expected, beside what was.
package struct Comparison: Sendable, Hashable {
  package enum Relation: String, Sendable {
    case equal, contains
  }

  /// What is compared: `text`, `json.ticket.type`.
  package let name: String
  package let relation: Relation
  package let expected: Value
  /// Nil where there was nothing.
  package let actual: Value?
  package let holds: Bool

  init(
    _ name: String,
    _ relation: Relation = .equal,
    expected: Value,
    actual: Value?,
    holds: Bool? = nil
  ) {
    self.name = name
    self.relation = relation
    self.expected = expected
    self.actual = actual
    self.holds = holds ?? (expected == actual ?? .null)
  }
}
