internal import Values

/// A rule that is at work.
struct RuleReference: Sendable {
  var type: RuleType
  var rule: Members
  /// The chronicle's entry that says that it fired.
  var entry: Int

  /// As the chronicle names it.
  var document: Value { .object(Self.name(of: rule)) }

  static func name(of rule: Members) -> Members {
    ["id": rule["id"] ?? .null, "title": rule["title"] ?? .null]
  }
}
