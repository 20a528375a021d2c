internal import Diagnostics
internal import Model
internal import YAML

/// The key `lint` of a resource: `{CODE: off, reason: WHY}`.
///
/// Which codes there are is known to the lints alone.
extension Findings {
  private static let form = "Write {CODE: off, reason: WHY}."

  /// The rules that `entry` turns off; nothing, and reported, where it is not as it must be.
  mutating func silencings(of entry: Entry) -> [Silencing] {
    guard let entries = entries(of: entry.value, label: entry.key) else { return [] }
    let codes = entries.filter { $0.key != "reason" }
    guard !codes.isEmpty else {
      report(
        "invalid-silencing",
        "No rule to turn off",
        "\"lint\" names no rule. \(Self.form)",
        at: entry.keyRange
      )
      return []
    }
    guard let reason = entries.first(where: { $0.key == "reason" }) else {
      reportMissingReason(at: entry.keyRange)
      return []
    }
    guard let text = text(of: reason.value, label: reason.key) else { return [] }
    guard text.contains(where: { !$0.isWhitespace }) else {
      reportMissingReason(at: reason.value.range)
      return []
    }
    return codes.filter { isOff($0) }.map {
      Silencing(code: $0.key, reason: text, range: $0.keyRange)
    }
  }

  private mutating func isOff(_ entry: Entry) -> Bool {
    guard isPlain(entry.value, label: entry.key) else { return false }
    if entry.value.scalarText == "off" { return true }
    report(
      "invalid-silencing",
      "Rule neither on nor off",
      "A rule can only be turned off: \"\(entry.key)\" must be off, but this is "
        + "\(entry.value.noun). \(Self.form)",
      at: entry.value.range
    )
    return false
  }

  private mutating func reportMissingReason(at range: SourceRange) {
    report(
      "missing-reason",
      "Rule turned off without a reason",
      "Whoever reads the spec later must know why a rule does not hold here. Add \"reason\": "
        + "\(Self.form)",
      at: range
    )
  }
}
