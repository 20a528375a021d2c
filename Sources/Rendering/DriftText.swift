internal import Diagnostics
internal import Model
package import Planning
internal import Values

/// Drift for a reader.
package struct DriftText: Sendable {
  let palette: Palette

  package init(palette: Palette) {
    self.palette = palette
  }

  package func text(of plan: Plan) -> String {
    var lines: [String] = []
    for drift in plan.drift {
      lines += block(drift)
      lines.append("")
    }
    let reads = "Read with \(plan.reads) request\(plan.reads == 1 ? "" : "s")."
    let count = plan.drift.count
    lines.append(
      count == 0
        ? "No drift in \(plan.environment). \(reads)"
        : "Drift in \(plan.environment): \(count) object\(count == 1 ? "" : "s"). \(reads)"
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private func block(_ drift: Drift) -> [String] {
    let place = drift.source.map { palette.paint("  \($0.file):\($0.line)", .quiet) } ?? ""
    let name = drift.address?.description ?? drift.kind
    var notes = drift.id.map { ["id \($0)"] } ?? []
    if drift.isExternal {
      notes.append("external")
    } else if !drift.hasBaseline, drift.address != nil {
      notes.append("never applied here")
    }
    let suffix = notes.isEmpty ? "" : palette.paint("  (\(notes.joined(separator: ", ")))", .quiet)
    switch drift.change {
    case .changed(let attributes):
      return ["\(palette.paint("~", .changed)) changed \(name)\(suffix)\(place)"]
        + attributes.flatMap(AttributeText(palette: palette).drifted).map { "    " + $0 }
    case .deleted:
      return ["\(palette.paint("-", .removed)) missing \(name)\(suffix)\(place)"]
    case .unmanaged(let title):
      let shown = Value.string(title).json()
      return ["\(palette.paint("?", .strong)) unmanaged \(name) \(shown)\(suffix)"]
    }
  }
}

extension AttributeText {
  /// What the spec says, and what somebody made of it.
  fileprivate func drifted(_ change: AttributeChange) -> [String] {
    updated(AttributeChange(path: change.path, before: change.after, after: change.before))
  }
}
