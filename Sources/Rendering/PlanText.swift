internal import Diagnostics
internal import Model
package import Planning
internal import Values

/// A plan for a reader.
package struct PlanText: Sendable {
  let palette: Palette

  package init(palette: Palette) {
    self.palette = palette
  }

  package func text(of plan: Plan) -> String {
    var lines = ["\(palette.paint(plan.environment, .strong)) (\(Self.targets(plan)))", ""]
    for change in plan.changes {
      lines += block(change)
      lines.append("")
    }
    for drift in plan.drift where drift.isExternal {
      lines += differing(drift)
      lines.append("")
    }
    let adopted = plan.unchanged.filter(\.adopts)
    for resource in adopted {
      let id = resource.baseline?.id ?? ""
      lines.append("\(palette.paint("=", .quiet)) \(resource.address): adopts \(id) as it is")
    }
    if !adopted.isEmpty { lines.append("") }
    for forgotten in plan.forgotten {
      lines.append(
        "\(palette.paint(".", .quiet)) \(forgotten.address): left the spec; the lock forgets it, "
          + "object \(forgotten.id) stays"
      )
    }
    if !plan.forgotten.isEmpty { lines.append("") }
    for refusal in plan.refusals {
      lines.append(palette.paint("Refused: ", .error) + refusal.explanation)
      lines.append("")
    }
    let drifted = plan.drift.count(where: \.hasBaseline)
    if drifted > 0 {
      let objects = drifted == 1 ? "1 object was" : "\(drifted) objects were"
      lines += ["Drift: \(objects) changed by somebody else since the last apply.", ""]
    }
    lines.append(Self.summary(plan))
    return lines.joined(separator: "\n") + "\n"
  }

  private func block(_ change: Change) -> [String] {
    var notes: [String] = []
    if let id = change.id { notes.append(change.adopts ? "adopts \(id)" : "id \(id)") }
    if change.action == .delete, let createdAt = change.createdAt {
      notes.append("created \(createdAt)")
    }
    if change.reason != .missing, change.reason != .differs { notes.append(change.reason.rawValue) }
    let suffix = notes.isEmpty ? "" : palette.paint("  (\(notes.joined(separator: ", ")))", .quiet)
    let place = palette.paint("  \(change.source.file):\(change.source.line)", .quiet)
    let attributes = AttributeText(palette: palette)
    let body = change.attributes.flatMap { attribute in
      change.action == .create ? attributes.created(attribute) : attributes.updated(attribute)
    }
    return [
      "\(palette.sign(of: change.action)) \(change.action.rawValue) \(change.address)\(suffix)\(place)"
    ]
      + body.map { "    " + $0 }
  }

  /// What only somebody else can bring in line with the spec.
  private func differing(_ drift: Drift) -> [String] {
    guard case .changed(let attributes) = drift.change, let address = drift.address else {
      return []
    }
    let notes = "  (id \(drift.id ?? ""), external: it is never written)"
    let place = drift.source.map { "  \($0.file):\($0.line)" } ?? ""
    return [
      "\(palette.sign(of: .manual)) differs \(address)\(palette.paint(notes, .quiet))"
        + palette.paint(place, .quiet)
    ]
      + attributes.flatMap(AttributeText(palette: palette).updated).map { "    " + $0 }
  }

  private static func targets(_ plan: Plan) -> String {
    plan.targets.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  /// `Plan: 3 to create, 1 to update; 2 unchanged. Read with 4 requests.`
  static func summary(_ plan: Plan) -> String {
    let reads = "Read with \(plan.reads) request\(plan.reads == 1 ? "" : "s")."
    guard !plan.isEmpty else {
      return "Nothing to change: \(plan.unchanged.count) unchanged. \(reads)"
    }
    var counts = Action.allCases.compactMap { action -> String? in
      let count = plan.count(action)
      return count == 0 ? nil : "\(count) to \(action.rawValue)"
    }
    if counts.isEmpty { counts = ["places to arrange"] }
    return "Plan: \(counts.joined(separator: ", ")); \(plan.unchanged.count) unchanged. \(reads)"
  }
}
