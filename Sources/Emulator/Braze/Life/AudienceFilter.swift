internal import Values

/// Whom a message is meant for.
enum AudienceFilter {
  /// A condition of the dashboard's target audience:
  /// `{"custom_attribute", "comparison", "value"?}` or `{"segment"}`.
  static func check(_ condition: Value, _ attributes: Members) -> EntryCheck {
    if let segment = condition["segment"]?.text {
      return EntryCheck(
        "audience: segment \(segment)",
        expected: "a member",
        actual: "segments are not emulated",
        holds: false
      )
    }
    guard let attribute = condition["custom_attribute"]?.text,
      let comparison = condition["comparison"]?.text
    else {
      return EntryCheck(
        "audience",
        expected: condition.json(),
        actual: "a condition that is not emulated",
        holds: false
      )
    }
    return check(
      AttributeComparison(
        attribute: attribute,
        comparison: comparison,
        value: condition["value"]
      ),
      "audience",
      attributes
    )
  }

  /// A Connected Audience: one filter, or several joined by `AND` or `OR`.
  ///
  /// <https://www.braze.com/docs/api/objects_filters/connected_audience>
  static func check(connected audience: Value, _ attributes: Members) -> EntryCheck {
    for (key, joins) in [("AND", true), ("OR", false)] {
      guard let items = audience[key]?.items else { continue }
      let checks = items.map { check(connected: $0, attributes) }
      let holds: Bool? =
        if checks.contains(where: { $0.holds == !joins }) {
          !joins
        } else {
          checks.contains { $0.holds == nil } ? nil : joins
        }
      return EntryCheck(
        "audience of the request",
        expected: audience.json(),
        actual: checks.map { "\($0.name): \($0.actual)" }.joined(separator: ", "),
        holds: holds
      )
    }
    guard let filter = audience["custom_attribute"],
      let name = filter["custom_attribute_name"]?.text, let comparison = filter["comparison"]?.text
    else {
      return EntryCheck(
        "audience of the request",
        expected: audience.json(),
        actual: "a filter that is not emulated",
        holds: false
      )
    }
    return check(
      AttributeComparison(attribute: name, comparison: comparison, value: filter["value"]),
      "audience of the request",
      attributes
    )
  }

  private static func check(
    _ comparison: AttributeComparison,
    _ title: String,
    _ attributes: Members
  ) -> EntryCheck {
    let actual = attributes[comparison.attribute]
    let holds: Bool? =
      switch comparison.verdict(on: actual) {
      case .holds: true
      case .fails: false
      case .open: nil
      }
    let obstacle = comparison.obstacle
    return EntryCheck(
      "\(title): \(comparison.attribute) \(comparison.comparison)",
      expected: comparison.value.map { $0.json() } ?? "",
      actual: obstacle ?? actual.map { $0.json() } ?? "not set",
      holds: obstacle == nil ? holds : false
    )
  }
}
