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
    var lines = [palette.paint(list.environment, .strong), ""]
    for entry in list.entries {
      let names = entry.open.isEmpty ? entry.confirmed : entry.open
      lines += wrap.lines(
        "\(state(entry.state)) \(entry.address): \(names.joined(separator: ", "))",
        hanging: 11
      )
      if let attestation = entry.attestation { lines += wrap.lines(said(attestation), hanging: 2) }
    }
    let open = list.entries.count { !$0.open.isEmpty }
    let attested = list.entries.count { $0.state == .attested }
    lines += ["", "\(attested) attested, \(open) open."]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What was recorded.
  package func recorded(_ records: [(Address, Attestation)], lock: String) -> String {
    var lines: [String] = []
    for (address, attestation) in records {
      let names = attestation.digests.keys.sorted().joined(separator: ", ")
      lines += wrap.lines("\(state(.attested)) \(address): \(names)", hanging: 11)
      lines += wrap.lines(said(attestation), hanging: 2)
    }
    return (lines + [Self.kept(lock)]).joined(separator: "\n") + "\n"
  }

  /// What was taken back.
  package func revoked(_ addresses: [Address], lock: String) -> String {
    let lines = addresses.map { "\(palette.paint("revoked", .warning))    \($0)" }
    return (lines + [Self.kept(lock)]).joined(separator: "\n") + "\n"
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
