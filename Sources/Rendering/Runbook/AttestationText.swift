package import Model
internal import Values

/// Attestations for a reader.
package struct AttestationText: Sendable {
  let palette: Palette
  private let wrap: LineWrap

  /// - Parameter width: The terminal's, in columns; nil where lines are not to be broken.
  package init(palette: Palette, width: Int? = nil) {
    self.palette = palette
    wrap = LineWrap(width: width)
  }

  /// What is attested and what is open.
  package func text(of list: AttestationList) -> String {
    guard !list.entries.isEmpty else {
      return "Nothing in \(list.environment) needs to be attested.\n"
    }
    var lines = [palette.paint(list.environment, .strong), ""] + list.entries.flatMap(lines)
    let open = list.entries.count { !$0.open.isEmpty }
    let attested = list.entries.count { $0.state == .attested }
    lines += ["", "\(attested) attested, \(open) open."]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is recorded.
  ///
  /// - Parameter isNew: Whether any of it was not before.
  package func recorded(
    _ entries: [AttestationList.Entry],
    lock: String,
    isNew: Bool
  ) -> String {
    let end = isNew ? Self.kept(lock) : "Nothing to record: \(lock) has it already."
    return (entries.flatMap(lines) + [end]).joined(separator: "\n") + "\n"
  }

  /// What was taken back.
  package func revoked(_ addresses: [Address], lock: String) -> String {
    let lines = addresses.map { "\(palette.paint("revoked", .warning))    \($0)" }
    return (lines + [Self.kept(lock)]).joined(separator: "\n") + "\n"
  }

  private func lines(_ entry: AttestationList.Entry) -> [String] {
    let names = entry.open.isEmpty ? entry.confirmed : entry.open
    let head = wrap.lines(
      "\(state(entry.state)) \(entry.address): \(names.joined(separator: ", "))",
      hanging: 11
    )
    return head + (entry.attestation.map { wrap.lines(said($0), hanging: 2) } ?? [])
  }

  private static func kept(_ lock: String) -> String { "Written to \(lock)." }

  private func state(_ state: AttestationList.State) -> String {
    let role: Palette.Role =
      switch state {
      case .attested: .added
      case .reopened, .open: .warning
      case .undeclared: .quiet
      }
    let pad = String(repeating: " ", count: max(0, 10 - state.rawValue.count))
    return palette.paint(state.rawValue, role) + pad
  }

  /// `2026-01-01T00:00:00Z by Ada: "seen in the dashboard"`
  private func said(_ attestation: Attestation) -> String {
    let by = attestation.by.map { " by \(ValueText.printable($0))" } ?? ""
    let note = attestation.note.map { ": \(ValueText.printable(Value.string($0).json()))" } ?? ""
    return "           \(ValueText.printable(attestation.date))\(by)\(note)"
  }
}
