internal import Values

/// How often a rule was used, which is not counted here: never.
enum RuleUsage {
  private static let spans = ["usage_1h", "usage_24h", "usage_7d", "usage_30d"]

  /// Adds the usage in each of the spans that `names` lists.
  static func add(_ names: Set<String>, to rule: inout Members) {
    for span in spans where names.contains(span) { rule[span] = 0 }
  }
}
