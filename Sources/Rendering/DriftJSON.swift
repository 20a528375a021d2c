internal import Diagnostics
internal import Model
package import Planning
package import Values

/// Drift for a program.
package enum DriftJSON {
  package static func report(_ plan: Plan) -> Value {
    [
      "format_version": .integer(PlanJSON.formatVersion),
      "environment": .string(plan.environment),
      "target": PlanJSON.targets(of: plan),
      "requests": ["reads": .integer(plan.reads)],
      "drift": .list(plan.drift.map(value(of:))),
      "diagnostics": .list(plan.diagnostics.map(DiagnosticJSON.value(of:))),
    ]
  }

  static func value(of drift: Drift) -> Value {
    var value: Members = [
      "address": PlanJSON.text(drift.address?.description),
      "kind": .string(drift.kind),
      "id": PlanJSON.text(drift.id),
      "baseline": .boolean(drift.hasBaseline),
      "external": .boolean(drift.isExternal),
      "source": drift.source.map(PlanJSON.value(of:)) ?? .null,
    ]
    switch drift.change {
    case .changed(let attributes):
      value["change"] = "changed"
      value["attributes"] = .list(attributes.map(PlanJSON.value(of:)))
    case .deleted:
      value["change"] = "deleted"
      value["attributes"] = []
    case .unmanaged(let title):
      value["change"] = "unmanaged"
      value["title"] = .string(title)
      value["attributes"] = []
    }
    return .object(value)
  }
}
