internal import Diagnostics
internal import Model
package import Planning
internal import Values

/// A plan for a reader: the changes kind by kind, what else there is to know, and the counts.
package struct PlanText: Sendable {
  let palette: Palette
  private let width: Int?
  private let isCompact: Bool
  /// From so many changes on, each kind gets a heading.
  private static let headedFrom = 20

  /// - Parameters:
  ///   - width: The terminal's, in columns; nil where lines are not to be broken.
  ///   - isCompact: One line a change, without values.
  package init(palette: Palette, width: Int? = nil, isCompact: Bool = false) {
    self.palette = palette
    self.width = width
    self.isCompact = isCompact
  }

  package func text(of plan: Plan) -> String {
    let wrap = LineWrap(width: width)
    var lines = wrap.lines("\(palette.paint(plan.environment, .strong)) (\(Self.targets(plan)))")
    lines += [""] + changes(plan.changes)
    let external = plan.drift.filter(\.isExternal)
    for drift in external { lines += differing(drift) + (isCompact ? [] : [""]) }
    if isCompact, !external.isEmpty { lines.append("") }
    let adopted = plan.unchanged.filter(\.adopts)
    for resource in adopted {
      let id = resource.object?.id ?? ""
      lines.append("\(palette.paint("=", .quiet)) \(resource.address): adopts \(id) as it is")
    }
    if !adopted.isEmpty { lines.append("") }
    for forgotten in plan.forgotten {
      lines += wrap.lines(
        "\(palette.paint(".", .quiet)) \(forgotten.address): left the spec; the lock forgets it, "
          + Self.leftover(of: forgotten)
      )
    }
    if !plan.forgotten.isEmpty { lines.append("") }
    for refusal in plan.refusals {
      lines += wrap.lines(palette.paint("Refused: ", .error) + refusal.explanation) + [""]
    }
    let drifted = plan.drift.count(where: \.hasBaseline)
    if drifted > 0 {
      let objects = drifted == 1 ? "1 object was" : "\(drifted) objects were"
      lines += ["Drift: \(objects) changed by somebody else since the last apply.", ""]
    }
    lines += wrap.lines(Self.summary(plan))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What becomes of what is forgotten.
  private static func leftover(of forgotten: Plan.Forgotten) -> String {
    let object = forgotten.id.isEmpty ? "" : "object \(forgotten.id) stays"
    guard let attestation = forgotten.attestation else { return object }
    let by = attestation.by.map { " by \($0)" } ?? ""
    return (object.isEmpty ? "" : object + ", ")
      + "its attestation of \(attestation.date)\(by) goes"
  }

  /// Kind by kind, in the order in which the first of each is made.
  private func changes(_ changes: [Change]) -> [String] {
    let kinds = changes.map(\.kind).reduce(into: [String]()) { kinds, kind in
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    let groups = Dictionary(grouping: changes, by: \.kind)
    let hasHeadings = kinds.count > 1 && changes.count >= Self.headedFrom
    var lines: [String] = []
    for kind in kinds {
      let group = groups[kind] ?? []
      if hasHeadings, let address = group.first?.address {
        let counts = palette.paint("  \(Self.counts(group))", .quiet)
        lines.append(palette.paint("\(address.system).\(address.collection)", .strong) + counts)
        if !isCompact { lines.append("") }
      }
      for change in group { lines += isCompact ? [line(change)] : block(change) + [""] }
      if isCompact, hasHeadings || kind == kinds.last { lines.append("") }
    }
    return lines
  }

  private func line(_ change: Change) -> String {
    let names = change.id == nil ? "" : AttributeText.names(change.attributes)
    return LineWrap(width: width).cut(head(change, about: names))
  }

  private func block(_ change: Change) -> [String] {
    let attributes = AttributeText(palette: palette, width: width)
    return LineWrap(width: width).lines(head(change), hanging: 6)
      + change.attributes.flatMap { attribute in
        change.id == nil ? attributes.created(attribute) : attributes.updated(attribute)
      }
  }

  /// What only somebody else can bring in line with the spec.
  private func differing(_ drift: Drift) -> [String] {
    guard case .changed(let attributes) = drift.change, let address = drift.address else {
      return []
    }
    let subject = isCompact ? "\(address): \(AttributeText.names(attributes))" : "\(address)"
    let notes = "  (id \(drift.id ?? ""), external: it is never written)"
    let place = drift.source.map { "  \($0.file):\($0.line)" } ?? ""
    let head =
      "\(palette.sign(of: .manual)) differs \(subject)\(palette.paint(notes + place, .quiet))"
    if isCompact { return [LineWrap(width: width).cut(head)] }
    return LineWrap(width: width).lines(head, hanging: 6)
      + attributes.flatMap(AttributeText(palette: palette, width: width).updated)
  }

  /// `~ update zendesk.triggers.solved  (id 12)  integration.yaml:7`
  ///
  /// - Parameter names: Attributes that are named behind the address, if any.
  private func head(_ change: Change, about names: String = "") -> String {
    var notes: [String] = []
    if let id = change.id { notes.append(change.adopts ? "adopts \(id)" : "id \(id)") }
    if change.action == .delete, let createdAt = change.createdAt {
      notes.append("created \(createdAt)")
    }
    if let reason = Self.reason(of: change) { notes.append(reason) }
    let suffix = notes.isEmpty ? "" : palette.paint("  (\(notes.joined(separator: ", ")))", .quiet)
    let place = palette.paint("  \(change.source.file):\(change.source.line)", .quiet)
    let sign = palette.sign(of: change.action)
    let subject = "\(change.address)" + (names.isEmpty ? "" : ": \(names)")
    return "\(sign) \(change.action.rawValue) \(subject)\(suffix)\(place)"
  }

  /// What the sign does not say already.
  private static func reason(of change: Change) -> String? {
    switch change.reason {
    case .missing, .differs: change.action.isExecuted ? nil : change.reason.rawValue
    case .idMissing: "waits for " + change.waitsFor.map(\.description).joined(separator: ", ")
    default: change.reason.rawValue
    }
  }

  private static func targets(_ plan: Plan) -> String {
    plan.targets.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  /// `3 to create, 1 to update`; "" for none.
  private static func counts(_ changes: [Change]) -> String {
    Action.allCases.compactMap { action -> String? in
      let count = changes.count { $0.action == action }
      guard count > 0 else { return nil }
      switch action {
      case .manual: return "\(count) for a person"
      case .waiting: return "\(count) waiting"
      default: return "\(count) to \(action.rawValue)"
      }
    }.joined(separator: ", ")
  }

  /// `Plan: 3 to create, 1 to update; 2 unchanged. Read with 4 requests.`
  static func summary(_ plan: Plan) -> String {
    let reads = "Read with \(plan.reads) request\(plan.reads == 1 ? "" : "s")."
    guard !plan.isEmpty else {
      return "Nothing to change: \(plan.unchanged.count) unchanged. \(reads)"
    }
    let counts = plan.changes.isEmpty ? "places to arrange" : counts(plan.changes)
    let steps =
      plan.count(.manual) == 0 ? "" : " What a person has to do: lockstep runbook."
    return "Plan: \(counts); \(plan.unchanged.count) unchanged. \(reads)\(steps)"
  }
}
