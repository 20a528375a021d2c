internal import Diagnostics
package import Scenarios

/// What came of scenarios, as the XML that CI systems take from test tools: a suite a scenario, a case
/// a run, the assumptions as properties.
///
/// <https://github.com/testmoapp/junitxml>
package enum JUnitXML {
  package static func text(of reports: [ScenarioReport]) -> String {
    let runs = reports.reduce(0) { $0 + $1.runs.count }
    let failures = reports.reduce(0) { $0 + Self.failures(in: $1) }
    let head = "<testsuites name=\"lockstep test\" tests=\"\(runs)\" failures=\"\(failures)\">"
    return
      (["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", head]
      + reports.flatMap(suite) + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func failures(in report: ScenarioReport) -> Int {
    report.runs.count { $0.failure != nil }
  }

  private static func suite(_ report: ScenarioReport) -> [String] {
    let attributes = attributes([
      ("name", report.title), ("tests", String(report.runs.count)),
      ("failures", String(failures(in: report))), ("file", report.place.file),
    ])
    var lines = ["  <testsuite\(attributes)>"]
    if !report.assumptions.isEmpty {
      lines.append("    <properties>")
      for assumption in report.assumptions {
        let value = "\(assumption.reading): \(assumption.meaning)"
        let name = "assumes \(assumption.fact)"
        lines.append("      <property\(self.attributes([("name", name), ("value", value)]))/>")
      }
      lines.append("    </properties>")
    }
    lines += report.runs.flatMap { testCase($0, of: report) }
    return lines + ["  </testsuite>"]
  }

  private static func testCase(
    _ run: ScenarioReport.Run,
    of report: ScenarioReport
  ) -> [String] {
    let readings = run.readings.map { "\($0.fact): \($0.reading)" }
    let name = readings.isEmpty ? "as usual" : readings.joined(separator: ", ")
    let attributes = attributes([
      ("name", name), ("classname", report.title), ("file", report.place.file),
      ("line", String(run.failure?.place.line ?? report.place.line)),
    ])
    guard let failure = run.failure else { return ["    <testcase\(attributes)/>"] }
    let lines = FailureText(palette: Palette(isColoured: false)).lines(failure)
    let message = "step \(failure.step): \(failure.label)"
    return [
      "    <testcase\(attributes)>",
      "      <failure\(self.attributes([("message", message), ("type", "scenario")]))>"
        + escaped(lines.joined(separator: "\n")) + "</failure>",
      "    </testcase>",
    ]
  }

  private static func attributes(_ pairs: [(name: String, value: String)]) -> String {
    pairs.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
  }

  /// `text` as character data or an attribute's value; what no XML 1.0 document may hold is replaced.
  ///
  /// <https://www.w3.org/TR/xml/#charsets>
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: escaped += "&amp;"
      case 0x3C: escaped += "&lt;"
      case 0x3E: escaped += "&gt;"
      case 0x22: escaped += "&quot;"
      case 0x09, 0x0A: escaped.unicodeScalars.append(scalar)
      // A carriage return would be read as a line feed.
      case 0x0D: escaped += "&#13;"
      case 0..<0x20, 0xFFFE, 0xFFFF: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
