/// The operators of conditions.
enum Operators {
  static let equality = ["is", "is_not"]
  static let inclusion = ["includes", "not_includes"]
  static let comparison = ["less_than", "greater_than"]
  static let order = comparison + ["less_than_equal", "greater_than_equal"]
  static let presence = ["present", "not_present"]
  /// What an update did: only triggers see one.
  static let change = [
    "changed", "value", "value_previous", "not_changed", "not_value", "not_value_previous",
  ]
  static let text = [
    "includes_words", "not_includes_words", "includes_string", "not_includes_string",
  ]
  static let days = ["within_previous_n_days", "within_next_n_days"]
  static let hours = ["is", "less_than", "greater_than"].flatMap { [$0, $0 + "_business_hours"] }

  /// Those of a custom field of whatever type.
  static let custom = equality + inclusion + order + presence + text + days
  /// Every operator that there is.
  static let all = Set(custom + change + hours)
  /// They stand without a value.
  static let valueless: Set = ["changed", "not_changed", "present", "not_present"]

  /// What others call an operator, by what Zendesk's API calls it.
  static let slips = [
    "changed_to": "value", "changed_from": "value_previous", "not_changed_to": "not_value",
    "not_changed_from": "not_value_previous", "equals": "is", "not_equals": "is_not",
    "contains": "includes", "not_contains": "not_includes",
  ]
}
