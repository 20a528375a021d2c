internal import Diagnostics
internal import Spec
internal import YAML

/// A mapping whose keys are known, as it was written.
struct Form {
  private let entries: [String: Findings.Entry]
  /// The place of all of it.
  let range: SourceRange
  /// What messages call it: `a step "sms"`.
  let label: String
  /// Whether it has other keys, which are reported: what seems to be missing may be one of them.
  let isMistyped: Bool

  init(
    _ entries: [String: Findings.Entry],
    range: SourceRange,
    label: String,
    isMistyped: Bool
  ) {
    self.entries = entries
    self.range = range
    self.label = label
    self.isMistyped = isMistyped
  }

  subscript(key: String) -> Findings.Entry? { entries[key] }
}
