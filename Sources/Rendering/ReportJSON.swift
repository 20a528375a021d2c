package import Client
package import Diagnostics
package import Execution
internal import Model
internal import Planning
package import Values

/// What an apply did, for a program.
package enum ReportJSON {
  package static func value(of report: RunReport, diagnostics: [Diagnostic]) -> Value {
    [
      "format_version": .integer(PlanJSON.formatVersion),
      "outcome": .string(outcome(of: report)),
      "summary": [
        "done": .integer(report.done),
        "failed": .integer(report.failed),
        "skipped": .integer(report.skipped),
        "unchanged": .integer(report.unchanged),
        "manual": .integer(report.manual),
        "waiting": .integer(report.waiting),
      ],
      "changes": .list(report.outcomes.map(value(of:))),
      "diagnostics": .list(diagnostics.inReadingOrder.map(DiagnosticJSON.value(of:))),
    ]
  }

  private static func outcome(of report: RunReport) -> String {
    if report.isComplete { return "done" }
    if report.wasInterrupted { return "interrupted" }
    return report.wroteSomething ? "partial" : "failed"
  }

  private static func value(of outcome: Outcome) -> Value {
    let result =
      switch outcome.result {
      case .done: "done"
      case .failed: "failed"
      case .skipped: "skipped"
      case .interrupted: "interrupted"
      }
    var value: Members = [
      "address": .string(outcome.address.description),
      "action": .string(outcome.action.rawValue),
      "outcome": .string(result),
      "id": PlanJSON.text(outcome.id),
      "error": .null,
    ]
    if let failure = outcome.failure { value["error"] = error(failure) }
    if case .skipped(let cause) = outcome.result {
      value["error"] = [
        "cause": "dependency", "message": .string("\(cause) was not done"),
      ]
    }
    return .object(value)
  }

  /// A failure of the API.
  package static func error(_ failure: APIFailure) -> Value {
    [
      "cause": .string(failure.cause.rawValue),
      "status": failure.status.map(Value.integer) ?? .null,
      "code": PlanJSON.text(failure.code),
      "message": .string(failure.message),
      "attributes": .object(
        Members(failure.attributes.sorted { $0.key < $1.key }.map { ($0, .string($1)) })
      ),
      "request": .string("\(failure.method) \(failure.path)"),
      "request_id": PlanJSON.text(failure.requestID),
      "in_doubt": .boolean(failure.isInDoubt),
    ]
  }
}
