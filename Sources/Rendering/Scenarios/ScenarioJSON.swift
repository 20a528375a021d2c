internal import Diagnostics
internal import Model
package import Scenarios
package import Values

/// What came of scenarios, for a program: the format that `Docs/Scenarios.md` describes.
package enum ScenarioJSON {
  package static let formatVersion = 1

  package static func value(of reports: [ScenarioReport], environment: String) -> Value {
    let failed = reports.count { !$0.passed }
    return [
      "format_version": .integer(formatVersion),
      "environment": .string(environment),
      "summary": [
        "scenarios": .integer(reports.count), "passed": .integer(reports.count - failed),
        "failed": .integer(failed), "runs": .integer(reports.reduce(0) { $0 + $1.runs.count }),
      ],
      "scenarios": .list(reports.map(value(of:))),
      "diagnostics": [],
    ]
  }

  private static func value(of report: ScenarioReport) -> Value {
    [
      "title": .string(report.title),
      "about": PlanJSON.text(report.about),
      "source": PlanJSON.value(of: report.place),
      "passed": .boolean(report.passed),
      "assumptions": .list(report.assumptions.map(value(of:))),
      "played": .list(
        report.played.map { fact in
          [
            "fact": .string(fact.name),
            "readings": .list(fact.readings.map { .string($0) }),
          ]
        }
      ),
      "runs": .list(report.runs.map(value(of:))),
    ]
  }

  private static func value(of reading: FactReading) -> Value {
    [
      "fact": .string(reading.fact), "reading": .string(reading.reading),
      "meaning": .string(reading.meaning),
    ]
  }

  private static func value(of run: ScenarioReport.Run) -> Value {
    [
      "readings": .list(run.readings.map(value(of:))),
      "passed": .boolean(run.failure == nil),
      "failure": run.failure.map(value(of:)) ?? .null,
    ]
  }

  private static func value(of failure: Failure) -> Value {
    [
      "step": .integer(failure.step),
      "label": .string(failure.label),
      "about": PlanJSON.text(failure.about),
      "source": PlanJSON.value(of: failure.place),
      "problem": PlanJSON.text(failure.problem),
      "expectations": .list(failure.verdicts.map(value(of:))),
      "unexpected": .list(failure.unexpected.map(value(of:))),
      "trail_since_step": .integer(failure.since),
      "trail": .list(failure.trail.map(value(of:))),
    ]
  }

  private static func value(of verdict: Verdict) -> Value {
    [
      "label": .string(verdict.label),
      "source": PlanJSON.value(of: verdict.place),
      "met": .boolean(verdict.isMet),
      "absence": PlanJSON.text(verdict.absence),
      "comparisons": .list(
        verdict.comparisons.map { comparison in
          [
            "name": .string(comparison.name),
            "relation": .string(comparison.relation.rawValue),
            "expected": comparison.expected,
            "actual": comparison.actual ?? .null,
            "holds": .boolean(comparison.holds),
          ]
        }
      ),
      "entry": verdict.entry.map { .integer($0.number) } ?? .null,
    ]
  }

  private static func value(of node: TrailNode) -> Value {
    let entry = node.entry
    let head: Members = [
      "number": .integer(entry.number), "at": .string(entry.time),
      "system": .string(entry.system), "type": .string(entry.happening.rawValue),
      "cause": entry.cause.map { .integer($0) } ?? .null,
      "address": PlanJSON.text(node.address?.description),
      "source": node.place.map(PlanJSON.value(of:)) ?? .null,
      "condition_sources": .list(
        node.conditionPlaces.map { $0.map(PlanJSON.value(of:)) ?? .null }
      ),
    ]
    return .object(
      head.merging([
        "details": .object(entry.details), "children": .list(node.children.map(value(of:))),
      ])
    )
  }
}
