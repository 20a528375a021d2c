internal import Diagnostics
internal import Model
package import Planning
package import Values

/// A plan for a program: the format that `Docs/PlanFormat.md` describes.
package enum PlanJSON {
  package static let formatVersion = 1

  package static func value(of plan: Plan) -> Value {
    [
      "format_version": .integer(formatVersion),
      "environment": .string(plan.environment),
      "target": targets(of: plan),
      "summary": summary(plan),
      "requests": ["reads": .integer(plan.reads)],
      "changes": .list(plan.changes.map(value(of:))),
      "adopted": .list(
        plan.unchanged.filter(\.adopts).map { resource in
          [
            "address": .string(resource.address.description),
            "id": text(resource.object?.id),
          ]
        }
      ),
      "forgotten": .list(
        plan.forgotten.map { ["address": .string($0.address.description), "id": .string($0.id)] }
      ),
      "refusals": .list(plan.refusals.map(value(of:))),
      "drift": .list(plan.drift.map(DriftJSON.value(of:))),
      "diagnostics": .list(plan.diagnostics.map(DiagnosticJSON.value(of:))),
    ]
  }

  static func targets(of plan: Plan) -> Value {
    ["zendesk": text(plan.targets["zendesk"]), "braze": text(plan.targets["braze"])]
  }

  private static func summary(_ plan: Plan) -> Value {
    var summary = Members(
      Action.allCases.map { ($0.rawValue, Value.integer(plan.count($0))) }
    )
    summary["unchanged"] = .integer(plan.unchanged.count)
    return .object(summary)
  }

  private static func value(of change: Change) -> Value {
    [
      "address": .string(change.address.description),
      "kind": .string(change.kind),
      "action": .string(change.action.rawValue),
      "reason": .string(change.reason.rawValue),
      "id": text(change.id),
      "adopts": .boolean(change.adopts),
      "waits_for": .list(change.waitsFor.map { .string($0.description) }),
      "attributes": .list(change.attributes.map(value(of:))),
      "source": value(of: change.source),
    ]
  }

  static func value(of attribute: AttributeChange) -> Value {
    [
      "path": .string(attribute.path),
      "before": shown(attribute.before),
      "after": shown(attribute.after),
      "secret": .boolean(attribute.isSecret),
    ]
  }

  private static func value(of refusal: Refusal) -> Value {
    [
      "address": .string(refusal.address.description),
      "code": .string(refusal.cause.rawValue),
      "explanation": .string(refusal.explanation),
    ]
  }

  static func value(of place: Place) -> Value {
    [
      "file": .string(place.file),
      "line": .integer(place.line),
      "column": .integer(place.column),
    ]
  }

  static func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }

  /// JSON texts are given as the JSON they hold.
  private static func shown(_ value: Value?) -> Value {
    switch value {
    case nil: .null
    case .json(let inner)?: shown(inner)
    case .list(let items)?: .list(items.map(shown))
    case .object(let members)?: .object(members.mapValues(shown))
    case let value?: value
    }
  }
}
