package import Diagnostics
package import Execution
internal import Model
internal import Planning

/// What an apply did, for a reader.
package struct ReportText: Sendable {
  let palette: Palette
  private let width: Int?

  /// - Parameter width: The terminal's, in columns; nil where lines are not to be broken.
  package init(palette: Palette, width: Int? = nil) {
    self.palette = palette
    self.width = width
  }

  /// One line as soon as a change is finished.
  package func line(_ outcome: Outcome) -> String {
    let sign = palette.sign(of: outcome.action)
    let id = outcome.id.map { palette.paint("  (id \($0))", .quiet) } ?? ""
    switch outcome.result {
    case .done: return "\(sign) \(Self.past(outcome.action)) \(outcome.address)\(id)\n"
    case .failed: return "\(palette.paint("x", .error)) failed \(outcome.address)\(id)\n"
    case .skipped(let cause):
      return "\(palette.paint("/", .warning)) skipped \(outcome.address): \(cause) was not done\n"
    case .interrupted where outcome.wroteSomething:
      return "\(palette.paint("/", .warning)) interrupted \(outcome.address)\(id): "
        + "what it orders is not in order yet\n"
    case .interrupted:
      return "\(palette.paint("/", .warning)) not begun \(outcome.address)\n"
    }
  }

  /// Everything that went wrong, each at its place, and the counts.
  package func summary(_ report: RunReport, diagnostics: [Diagnostic]) -> String {
    let problems = DiagnosticText(palette: palette, width: width)
    var text = diagnostics.isEmpty ? "" : "\n" + problems.text(of: diagnostics)
    for outcome in report.outcomes {
      if case .interrupted = outcome.result { text += line(outcome) }
    }
    let interrupted = report.wasInterrupted ? "Interrupted. " : ""
    text +=
      "\n\(interrupted)Applied: \(report.done) done, \(report.failed) failed, "
      + "\(report.skipped) skipped, \(report.unchanged) unchanged.\n"
    return text + left(report)
  }

  /// What is left that carrying out a plan cannot do; "" for nothing.
  package func left(_ report: RunReport) -> String {
    var parts: [String] = []
    if report.manual > 0 {
      let (steps, them) =
        report.manual == 1 ? ("1 step is", "it") : ("\(report.manual) steps are", "them")
      parts.append("\(steps) left to a person: lockstep runbook writes \(them) out.")
    }
    if report.waiting > 0 {
      parts.append("\(report.waiting) waiting for what is not there yet; apply again once it is.")
    }
    guard !parts.isEmpty else { return "" }
    let text = parts.joined(separator: " ")
    return LineWrap(width: width).lines(text).joined(separator: "\n") + "\n"
  }

  private static func past(_ action: Action) -> String {
    switch action {
    case .create: "created"
    case .update: "updated"
    case .replace: "replaced"
    case .delete: "deleted"
    case .manual: "left to a person:"
    case .waiting: "waiting:"
    }
  }
}
