internal import Values

/// How the definitions of conditions show operators.
enum DefinedOperator {
  /// In the order of the definitions.
  private static let titles: [(value: String, title: String)] = [
    ("is", "Is"), ("is_not", "Is not"), ("includes", "Contains at least one of the following"),
    ("not_includes", "Contains none of the following"), ("less_than", "Less than"),
    ("less_than_equal", "Less than or equal to"), ("greater_than", "Greater than"),
    ("greater_than_equal", "Greater than or equal to"), ("changed", "Changed"),
    ("value", "Changed to"), ("value_previous", "Changed from"), ("not_changed", "Not changed"),
    ("not_value", "Not changed to"), ("not_value_previous", "Not changed from"),
    ("present", "Present"), ("not_present", "Not present"),
    ("includes_words", "Contains at least one of the following words"),
    ("not_includes_words", "Contains none of the following words"),
    ("includes_string", "Contains the following string"),
    ("not_includes_string", "Does not contain the following string"),
    ("within_previous_n_days", "Within the previous number of days"),
    ("within_next_n_days", "Within the next number of days"),
  ]

  /// A terminal operator takes no value.
  static func definitions(_ operators: Set<String>) -> Value {
    .list(
      titles.filter { operators.contains($0.value) }.map { value, title in
        [
          "value": .string(value), "title": .string(title),
          "terminal": .boolean(ConditionField.valueless.contains(value)),
        ]
      }
    )
  }
}
