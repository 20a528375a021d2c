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

  init(_ entries: [String: Findings.Entry], range: SourceRange, label: String) {
    self.entries = entries
    self.range = range
    self.label = label
  }

  subscript(key: String) -> Findings.Entry? { entries[key] }
}
