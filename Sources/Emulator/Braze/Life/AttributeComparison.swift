internal import Values

/// One comparison of a custom attribute, as the dashboard's audience and the API's `audience` make it.
///
/// <https://www.braze.com/docs/api/objects_filters/connected_audience>. Types are strict: the text
/// "true" is not true.
struct AttributeComparison: Sendable {
  enum Verdict: Sendable, Hashable {
    case holds, fails
    /// An attribute that is not set is compared with what it shall not be.
    case open
  }

  let attribute: String
  let comparison: String
  let value: Value?

  func verdict(on actual: Value?) -> Verdict {
    switch comparison {
    case "exists": return actual == nil ? .fails : .holds
    case "does_not_exist": return actual == nil ? .holds : .fails
    case "does_not_equal", "not_equal", "does_not_match_regex", "does_not_include_value":
      guard let actual else { return .open }
      return holds(Self.positive[comparison] ?? "", actual) ? .fails : .holds
    default:
      guard let actual else { return .fails }
      return holds(comparison, actual) ? .holds : .fails
    }
  }

  private static let positive = [
    "does_not_equal": "equals", "not_equal": "equals", "does_not_match_regex": "matches_regex",
    "does_not_include_value": "includes_value",
  ]

  /// Whether the emulator knows this comparison: those of points in time it does not.
  var isKnown: Bool { Self.known.contains(comparison) }

  private static let known: Set = [
    "equals", "does_not_equal", "not_equal", "exists", "does_not_exist", "greater_than",
    "greater_than_or_equal_to", "less_than", "less_than_or_equal_to", "matches_regex",
    "does_not_match_regex", "includes_value", "does_not_include_value",
  ]

  private func holds(_ comparison: String, _ actual: Value) -> Bool {
    guard let value else { return false }
    switch comparison {
    case "equals":
      if let left = actual.number, let right = value.number { return left == right }
      return actual == value
    case "includes_value": return actual.items?.contains(value) == true
    case "matches_regex": return matches(actual, value)
    default:
      guard let left = actual.number, let right = value.number else { return false }
      return switch comparison {
      case "greater_than": left > right
      case "greater_than_or_equal_to": left >= right
      case "less_than": left < right
      case "less_than_or_equal_to": left <= right
      default: false
      }
    }
  }

  /// Values have at most 255 characters, beyond which nothing is searched.
  private func matches(_ actual: Value, _ pattern: Value) -> Bool {
    guard let text = actual.text, let pattern = pattern.text else { return false }
    do {
      return try Regex(pattern).firstMatch(in: text.prefix(255)) != nil
    } catch {
      // What is no regular expression matches nothing.
      return false
    }
  }
}

extension Value {
  fileprivate var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .decimal(let digits): Double(digits)
    default: nil
    }
  }
}
