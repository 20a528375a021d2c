internal import Scenarios
internal import Values

/// A step that did not go as expected, for a reader.
struct FailureText: Sendable {
  let palette: Palette

  func lines(_ failure: Failure) -> [String] {
    let place = palette.paint("  \(failure.place)", .quiet)
    let number = failure.step == 0 ? "before the first step" : "step \(failure.step)"
    var lines = ["\(palette.paint(number, .strong)): \(failure.label)\(place)"]
    if let about = failure.about { lines.append("  \(ValueText.printable(about))") }
    if let problem = failure.problem {
      lines += problem.split(separator: "\n").map { "  " + ValueText.printable($0) }
    }
    for verdict in failure.verdicts { lines += self.lines(verdict).map { "  " + $0 } }
    let entries = EntryText(palette: palette, focus: focus(of: failure))
    for node in failure.unexpected {
      let sign = palette.paint("not expected", .error)
      lines.append("  \(sign): \(entries.headline(node))")
    }
    guard !failure.trail.isEmpty else { return lines }
    let time = failure.since == failure.step ? "in this step" : "from step \(failure.since) on"
    lines.append("  " + palette.paint("What happened \(time):", .strong))
    return lines + failure.trail.flatMap(entries.tree).map { "    " + $0 }
  }

  /// The entries that are other than expected; nil where something is missing, for which anything that
  /// happened may be to blame.
  private func focus(of failure: Failure) -> Set<Int>? {
    let entries = failure.unmet.map { $0.absence == nil ? $0.entry : nil }
    guard failure.problem == nil, !entries.contains(nil) else { return nil }
    return Set((entries.compactMap(\.self) + failure.unexpected.map(\.entry)).map(\.number))
  }

  private func lines(_ verdict: Verdict) -> [String] {
    guard !verdict.isMet else { return ["\(palette.paint("met", .added)): \(verdict.label)"] }
    let place = palette.paint("  \(verdict.place)", .quiet)
    var lines = ["\(palette.paint("not met", .error)): \(verdict.label)\(place)"]
    if let absence = verdict.absence { lines.append("  " + absence) }
    for comparison in verdict.comparisons where !comparison.holds {
      lines += self.lines(comparison).map { "  " + $0 }
    }
    return lines
  }

  private func lines(_ comparison: Comparison) -> [String] {
    let word = comparison.relation == .contains ? "expected to contain" : "expected"
    let width = max(word.count, "actual".count)
    let (expected, actual) = texts(comparison)
    let padding = String(repeating: " ", count: width - "actual".count)
    return [
      "\(comparison.name)",
      "  \(word)  \(palette.paint(expected, .added))",
      "  actual\(padding)  \(palette.paint(actual, .removed))",
    ]
  }

  /// Both as JSON; of long texts the part in which they differ.
  private func texts(_ comparison: Comparison) -> (expected: String, actual: String) {
    let expected = comparison.expected.json()
    guard let actual = comparison.actual?.json() else { return (shown(expected), "(nothing)") }
    guard comparison.relation == .equal else {
      // Without the quotes, which need not be where the part is.
      let part =
        comparison.expected.text == nil ? expected : String(expected.dropFirst().dropLast())
      return (shown(expected), ValueText.printable(Excerpt.of(actual, around: part)))
    }
    guard max(expected.count, actual.count) > 100 else { return (shown(expected), shown(actual)) }
    let difference = TextDiff(expected, actual)
    return (shown(difference.before), shown(difference.after))
  }

  private func shown(_ text: String) -> String {
    ValueText.printable(Excerpt.beginning(of: text))
  }
}
