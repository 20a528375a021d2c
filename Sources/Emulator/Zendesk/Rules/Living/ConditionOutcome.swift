internal import Values

/// What came of one condition of a rule.
struct ConditionOutcome: Sendable, Hashable {
  /// `all` or `any`.
  var group: String
  var field: String
  var test: String
  /// As the rule has it.
  var value: Value
  /// What the ticket had; null for nothing.
  var actual: Value
  /// What it had ahead of the update; nil unless the condition asks for that.
  var previous: Value?
  var holds: Bool

  /// As the chronicle shows it.
  var document: Value {
    var members: Members = [
      "group": .string(group), "field": .string(field), "operator": .string(test), "value": value,
      "actual": actual,
    ]
    members["previous"] = previous
    members["holds"] = .boolean(holds)
    return .object(members)
  }
}
