internal import Platform

/// Holds what a ticket has against what a condition names.
///
/// <https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/>
struct ValueTest {
  /// None where there is no value.
  var actual: [String]
  /// What it was ahead of the update.
  var previous: [String]
  /// Any of them will do; the empty text stands for no value.
  var expected: [String]
  var scale: ConditionScale
  /// Seconds since 1970.
  var now: Int

  /// Nil for an operator that means nothing here.
  func holds(_ name: String) -> Bool? {
    switch name {
    case "is", "includes": isAmong(actual)
    case "is_not", "not_includes": !isAmong(actual)
    case "present": !actual.isEmpty
    case "not_present": actual.isEmpty
    case "changed": hasChanged
    case "not_changed": !hasChanged
    case "value": hasChanged && isAmong(actual)
    case "not_value": !(hasChanged && isAmong(actual))
    case "value_previous": hasChanged && isAmong(previous)
    case "not_value_previous": !(hasChanged && isAmong(previous))
    case "includes_words": TextTest.hasWord(of: expected, in: text)
    case "not_includes_words": !TextTest.hasWord(of: expected, in: text)
    case "includes_string": TextTest.hasText(expected, in: text)
    case "not_includes_string": !TextTest.hasText(expected, in: text)
    case "less_than": compare { $0 < $1 }
    case "less_than_equal": compare { $0 <= $1 }
    case "greater_than": compare { $0 > $1 }
    case "greater_than_equal": compare { $0 >= $1 }
    case "within_previous_n_days": isWithin(days: -1)
    case "within_next_n_days": isWithin(days: 1)
    default: nil
    }
  }

  /// Operators that look at what was ahead of the update.
  static let changes: Set = [
    "changed", "value", "value_previous", "not_changed", "not_value", "not_value_previous",
  ]

  private var text: String { actual.joined(separator: " ") }
  private var hasChanged: Bool { Set(actual) != Set(previous) }

  private func isAmong(_ values: [String]) -> Bool {
    if values.isEmpty { return expected.contains("") }
    return values.contains { value in expected.contains { scale.areEqual(value, $0) } }
  }

  /// What has no value is neither less nor greater, unless that has a rank.
  private func compare(_ isInOrder: (Double, Double) -> Bool) -> Bool? {
    guard scale != .words else { return nil }
    guard let left = scale.place(of: actual.first ?? ""),
      let right = scale.place(of: expected.first ?? "")
    else { return false }
    return isInOrder(left, right)
  }

  /// Whether the date is today or one of so many days before or after, in UTC, which stands for the
  /// account's time zone.
  private func isWithin(days sign: Int) -> Bool? {
    guard scale == .dates else { return nil }
    guard let date = scale.place(of: actual.first ?? ""),
      let days = expected.first.flatMap({ Int($0) }), (0...100_000).contains(days),
      let today = scale.place(of: WallClock.iso8601(now))
    else { return false }
    let other = today + Double(sign * days * 86_400)
    return (min(today, other)...max(today, other)).contains(date)
  }
}
