internal import Diagnostics
internal import Values
package import Scenarios

/// What came of scenarios, for a reader.
package struct ScenarioText: Sendable {
  private let palette: Palette
  private let wrap: LineWrap

  /// - Parameter width: The terminal's, in columns; nil where lines are not to be broken.
  package init(palette: Palette, width: Int? = nil) {
    self.palette = palette
    wrap = LineWrap(width: width)
  }

  /// One scenario: that it passed, in a line, or how it failed.
  package func text(of report: ScenarioReport) -> String {
    let sign =
      report.passed ? palette.paint("pass", .added) : palette.paint("FAIL", .error)
    let count = report.runs.count
    let runs = palette.paint(
      "  (\(report.place.file), \(count) run\(count == 1 ? "" : "s"))",
      .quiet
    )
    var lines = ["\(sign)  \(ValueText.printable(report.title))\(runs)"]
    if !report.passed {
      lines += report.assumptions.map { "      assumes \($0.fact): \($0.reading). \($0.meaning)" }
    }
    for (failure, runs) in report.failures {
      lines.append("")
      lines += conditions(runs, of: report)
      lines += FailureText(palette: palette).lines(failure).map { $0.isEmpty ? "" : "  " + $0 }
    }
    if !report.passed { lines.append("") }
    return lines.map { wrap.text($0, hanging: 4) }.joined(separator: "\n") + "\n"
  }

  /// What they stand on, how many there were, and how they went.
  package func summary(of reports: [ScenarioReport]) -> String {
    let failed = reports.count { !$0.passed }
    let runs = reports.reduce(0) { $0 + $1.runs.count }
    let text =
      "\(Self.scenarios(reports.count)): \(reports.count - failed) passed, "
      + "\(failed) failed. \(runs) run\(runs == 1 ? "" : "s")."
    let facts = assumed(in: reports) + played(in: reports)
    let lines = facts + (facts.isEmpty ? [] : [""]) + [text]
    // A scenario that failed ends with an empty line.
    let gap = reports.last?.passed == true ? "\n" : ""
    return gap + lines.map { wrap.text($0) }.joined(separator: "\n") + "\n"
  }

  private func assumed(in reports: [ScenarioReport]) -> [String] {
    let all = counted(reports.flatMap(\.assumptions))
    guard !all.isEmpty else { return [] }
    return ["Assumed, since no document says so:"]
      + all.map { assumption, count in
        "  \(assumption.fact): \(assumption.reading). \(assumption.meaning) "
          + palette.paint("(\(Self.scenarios(count)))", .quiet)
      }
  }

  private func played(in reports: [ScenarioReport]) -> [String] {
    let all = counted(reports.flatMap(\.played))
    guard !all.isEmpty else { return [] }
    return ["Played in every reading:"]
      + all.map { fact, count in
        "  \(fact.name): \(fact.readings.joined(separator: ", ")) "
          + palette.paint("(\(Self.scenarios(count)))", .quiet)
      }
  }

  /// Each once, with how often it is there, what is most frequent first.
  private func counted<Fact: Hashable>(_ facts: [Fact]) -> [(fact: Fact, count: Int)] {
    var counts: [Fact: Int] = [:]
    var order: [Fact] = []
    for fact in facts {
      if counts[fact] == nil { order.append(fact) }
      counts[fact, default: 0] += 1
    }
    let counted = order.enumerated().map { ($0, $1, counts[$1] ?? 0) }
    return counted.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map { ($0.1, $0.2) }
  }

  private static func scenarios(_ count: Int) -> String {
    "\(count) scenario\(count == 1 ? "" : "s")"
  }

  /// In which readings it failed so, if not in all.
  private func conditions(_ runs: [ScenarioReport.Run], of report: ScenarioReport) -> [String] {
    guard runs.count < report.runs.count else { return [] }
    return runs.map { run in
      run.readings.isEmpty
        ? "  With the usual readings:"
        : "  Where "
          + run.readings.map { "\($0.fact) is \($0.reading): \($0.meaning)" }
          .joined(separator: " And where ")
    }
  }
}
