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

  /// Why the emulator cannot tell; nil where it can. Comparisons of points in time it does not know.
  var obstacle: String? {
    guard Self.known.contains(comparison) else { return "a comparison that is not emulated" }
    guard ["matches_regex", "does_not_match_regex"].contains(comparison) else {
      return nil
    }
    do throws(PatternError) {
      _ = try Pattern(value?.text ?? "")
      return nil
    } catch {
      return "a regular expression that is not emulated: \(error.reason)"
    }
  }

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
    do throws(PatternError) {
      return try Pattern(pattern).isFound(in: text.prefix(255))
    } catch {
      // Whoever asks has looked for an `obstacle`.
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
