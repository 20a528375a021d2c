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

  /// One scenario: whether it passed, what it stands on, and how it failed.
  package func text(of report: ScenarioReport) -> String {
    let sign =
      report.passed ? palette.paint("pass", .added) : palette.paint("FAIL", .error)
    let count = report.runs.count
    let runs = palette.paint(
      "  (\(report.place.file), \(count) run\(count == 1 ? "" : "s"))",
      .quiet
    )
    var lines = ["\(sign)  \(ValueText.printable(report.title))\(runs)"]
    lines += report.assumptions.map { "      assumes \(Self.words($0))" }
    if !report.played.isEmpty {
      let facts = report.played.map { fact in
        "\(fact.name) (\(fact.readings.joined(separator: ", ")))"
      }
      lines.append("      played in every reading of \(facts.joined(separator: ", "))")
    }
    for (failure, runs) in report.failures {
      lines.append("")
      lines += conditions(runs, of: report)
      lines += FailureText(palette: palette).lines(failure).map { $0.isEmpty ? "" : "  " + $0 }
    }
    if !report.passed { lines.append("") }
    return lines.map { wrap.text($0, hanging: 4) }.joined(separator: "\n") + "\n"
  }

  /// How many there were, and how they went.
  package func summary(of reports: [ScenarioReport]) -> String {
    let failed = reports.count { !$0.passed }
    let runs = reports.reduce(0) { $0 + $1.runs.count }
    let text =
      "\(reports.count) scenario\(reports.count == 1 ? "" : "s"): \(reports.count - failed) passed, "
      + "\(failed) failed. \(runs) run\(runs == 1 ? "" : "s")."
    // A scenario that failed ends with an empty line.
    let gap = reports.last?.passed == true ? "\n" : ""
    return gap + wrap.text(text) + "\n"
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

  private static func words(_ reading: FactReading) -> String {
    "\(reading.fact): \(reading.reading). \(reading.meaning)"
  }
}
