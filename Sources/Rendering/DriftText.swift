internal import Diagnostics
internal import Model
package import Planning
internal import Values

/// Drift for a reader.
package struct DriftText: Sendable {
  let palette: Palette
  private let width: Int?
  private let isCompact: Bool

  /// - Parameters:
  ///   - width: The terminal's, in columns; nil where lines are not to be broken.
  ///   - isCompact: One line an object, without values.
  package init(palette: Palette, width: Int? = nil, isCompact: Bool = false) {
    self.palette = palette
    self.width = width
    self.isCompact = isCompact
  }

  package func text(of plan: Plan) -> String {
    var lines: [String] = []
    for drift in plan.drift { lines += isCompact ? [line(drift)] : block(drift) + [""] }
    if isCompact, !lines.isEmpty { lines.append("") }
    let reads = "Read with \(plan.reads) request\(plan.reads == 1 ? "" : "s")."
    let count = plan.drift.count
    lines += LineWrap(width: width).lines(
      count == 0
        ? "No drift in \(plan.environment). \(reads)"
        : "Drift in \(plan.environment): \(count) object\(count == 1 ? "" : "s"). \(reads)"
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ drift: Drift) -> String {
    guard case .changed(let attributes) = drift.change else {
      return LineWrap(width: width).cut(head(drift))
    }
    return LineWrap(width: width).cut(head(drift, about: AttributeText.names(attributes)))
  }

  private func block(_ drift: Drift) -> [String] {
    let head = LineWrap(width: width).lines(head(drift), hanging: 6)
    guard case .changed(let attributes) = drift.change else { return head }
    return head + attributes.flatMap(AttributeText(palette: palette, width: width).drifted)
  }

  /// - Parameter names: Attributes that are named behind the address, if any.
  private func head(_ drift: Drift, about names: String = "") -> String {
    let place = drift.source.map { palette.paint("  \($0.file):\($0.line)", .quiet) } ?? ""
    let address = drift.address?.description ?? drift.kind
    let name = names.isEmpty ? address : "\(address): \(names)"
    var notes = drift.id.map { ["id \($0)"] } ?? []
    if drift.isExternal {
      notes.append("external")
    } else if !drift.hasBaseline, drift.address != nil {
      notes.append("never applied here")
    }
    let suffix = notes.isEmpty ? "" : palette.paint("  (\(notes.joined(separator: ", ")))", .quiet)
    switch drift.change {
    case .changed: return "\(palette.paint("~", .changed)) changed \(name)\(suffix)\(place)"
    case .deleted: return "\(palette.paint("-", .removed)) missing \(name)\(suffix)\(place)"
    case .unmanaged(let title):
      let shown = Value.string(title).json()
      return "\(palette.paint("?", .strong)) unmanaged \(name) \(shown)\(suffix)"
    }
  }
}
