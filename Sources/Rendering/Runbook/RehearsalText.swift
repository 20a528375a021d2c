/// What was done on an emulator, for a reader.
package struct RehearsalText: Sendable {
  let palette: Palette
  private let wrap: LineWrap

  /// - Parameter width: The terminal's, in columns; nil where lines are not to be broken.
  package init(palette: Palette, width: Int? = nil) {
    self.palette = palette
    wrap = LineWrap(width: width)
  }

  package func text(of deeds: [Deed], _ runbook: Runbook) -> String {
    var lines: [String] = []
    for deed in deeds {
      let id = deed.id.map { palette.paint("  (id \($0))", .quiet) } ?? ""
      lines.append("\(palette.paint("!", .strong)) \(deed.action.rawValue) \(deed.address)\(id)")
    }
    if deeds.isEmpty { lines += wrap.lines("Nothing was done in \(runbook.environment).") }
    let done = Set(deeds.map(\.address))
    let attested = runbook.attested.filter(done.contains)
    if !attested.isEmpty {
      // A command stays in its line, so that it can be copied.
      lines += ["", "Nothing is attested yet. To attest it:"]
      lines.append("  " + runbook.invocation.attest(attested))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
