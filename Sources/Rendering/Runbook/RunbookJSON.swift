internal import Diagnostics
internal import Model
internal import Planning
package import Values

/// A runbook for a program: the format that `Docs/RunbookFormat.md` describes.
package enum RunbookJSON {
  private static let formatVersion = 1

  package static func value(of runbook: Runbook) -> Value {
    let plan = runbook.plan
    return [
      "format_version": .integer(formatVersion),
      "environment": .string(plan.environment),
      "target": PlanJSON.targets(of: plan),
      "requests": ["reads": .integer(plan.reads)],
      "pending": .integer(runbook.pending),
      "steps": .list(runbook.steps.map { value(of: $0, runbook) }),
      "waiting": .list(runbook.waits.map(value(of:))),
      "next": runbook.isEmpty ? .null : .string(RunbookWords.end(runbook).command),
      "diagnostics": .list(plan.diagnostics.map(DiagnosticJSON.value(of:))),
    ]
  }

  private static func value(of step: Runbook.Step, _ runbook: Runbook) -> Value {
    [
      "address": .string(step.address.description),
      "kind": .string(step.kind),
      "name": .string(step.subject.name),
      "action": .string(step.action.rawValue),
      "reason": .string(step.reason),
      "id": PlanJSON.text(step.id),
      "place": PlanJSON.text(step.place),
      "page": .string(step.page),
      "changes": .list(step.changes.map(value(of:))),
      "values": .list(step.values.map(value(of:))),
      "removal": PlanJSON.text(step.removal),
      "verification": PlanJSON.text(step.verification),
      "attested": .list(step.attested.map(Value.string)),
      "attest": step.attested.isEmpty
        ? .null : .string(runbook.invocation.attest([step.address])),
      "source": PlanJSON.value(of: step.source),
    ]
  }

  private static func value(of field: Field) -> Value {
    [
      "path": .string(field.path),
      "label": .string(label(field.labels, field.key)),
      "value": value(of: field.shown),
      "secret": .boolean(field.isSecret),
      "reference": PlanJSON.text(field.mention?.address.description),
      "missing": .list(field.missing.map { .string($0.description) }),
    ]
  }

  private static func value(of shown: Field.Shown) -> Value {
    switch shown {
    case .text(let text), .choice(let text): .string(text)
    case .flag(let flag): .boolean(flag)
    case .list(let texts): .list(texts.map(Value.string))
    case .nothing: .null
    }
  }

  private static func value(of change: Deviation) -> Value {
    var isSecret = change.before == .concealed
    if case .secret = change.after { isSecret = true }
    return [
      "path": .string(change.path + (change.inside.map { "#" + $0 } ?? "")),
      "label": .string(label(change.labels, change.key)),
      "before": value(of: change.before),
      "after": value(of: change.after),
      "secret": .boolean(isSecret),
    ]
  }

  private static func value(of side: Deviation.Side) -> Value {
    switch side {
    case .nothing: .null
    case .concealed: "(secret)"
    case .text(let text), .secret(let text): .string(text)
    }
  }

  private static func label(_ labels: [String], _ key: String?) -> String {
    (labels + [key].compactMap(\.self)).joined(separator: " > ")
  }

  private static func value(of wait: Runbook.Wait) -> Value {
    [
      "address": .string(wait.address.description),
      "kind": .string(wait.kind),
      "reason": .string(wait.reason),
      "waits_for": .list(wait.needs.map { .string($0.description) }),
      "emergence": PlanJSON.text(wait.emergence),
      "place": PlanJSON.text(wait.place),
    ]
  }
}
