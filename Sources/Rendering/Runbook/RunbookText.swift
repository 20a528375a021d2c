internal import Diagnostics
internal import Model
internal import Planning

/// A runbook for a terminal.
///
/// What is to be copied stands whole: short values behind their labels, long ones between rules at the
/// edge.
package struct RunbookText: Sendable {
  let palette: Palette
  private let wrap: LineWrap

  private static let rule = "--------"

  /// - Parameter width: The terminal's, in columns; nil where lines are not to be broken.
  package init(palette: Palette, width: Int? = nil) {
    self.palette = palette
    wrap = LineWrap(width: width)
  }

  package func text(of runbook: Runbook) -> String {
    guard !runbook.isEmpty else { return RunbookWords.nothing(runbook) + "\n" }
    var lines = wrap.lines(
      "\(palette.paint(runbook.environment, .strong)) (\(RunbookWords.targets(runbook.plan)))"
    )
    lines += [""] + wrap.lines(RunbookWords.count(runbook))
    for sentence in RunbookWords.intro(runbook) { lines += prose(sentence) }
    for (index, step) in runbook.steps.enumerated() {
      let title = "\(index + 1). \(step.action.word) the \(step.subject.quoted)"
      lines += ["", palette.paint(CopyText.shown(title), .strong)] + body(of: step, runbook)
    }
    if !runbook.waits.isEmpty {
      lines += ["", palette.paint("What waits", .strong)]
      for wait in runbook.waits { lines += prose("  " + RunbookWords.wait(wait, runbook)) }
    }
    let end = RunbookWords.end(runbook)
    lines += ["", end.sentence, "  " + end.command]
    return lines.joined(separator: "\n") + "\n"
  }

  private func body(of step: Runbook.Step, _ runbook: Runbook) -> [String] {
    let id = step.id.map { ", id \($0)" } ?? ""
    let place = "  \(step.source.file):\(step.source.line)"
    var lines = wrap.lines(
      "   \(step.address)\(id): \(step.reason)" + palette.paint(place, .quiet),
      hanging: 2
    )
    lines += wrap.lines("   Where: \(step.place ?? step.page)", hanging: 2)
    if let removal = step.removal { lines += [""] + wrap.lines("   " + removal) }
    if !step.changes.isEmpty {
      lines += [""] + ["   What to change:"] + step.changes.flatMap(self.lines)
    }
    if !step.values.isEmpty {
      lines.append("")
      if let heading = RunbookWords.values(step) { lines += wrap.lines("   " + heading) }
      lines += step.values.flatMap { self.lines($0, step) }
    }
    lines.append("")
    if let verification = step.verification {
      lines += wrap.lines("   Verified by: \(verification).", hanging: 2)
    }
    if !step.attested.isEmpty {
      lines += ["   When it is so:", "     " + runbook.invocation.attest([step.address])]
    }
    return lines.last == "" ? lines.dropLast() : lines
  }

  private func lines(_ field: Field, _ step: Runbook.Step) -> [String] {
    let label = "     " + label(field.labels, field.key)
    let notes = RunbookWords.missing(field).flatMap { prose("       " + $0) }
    let mention = field.mention.map { mention in
      field.shown == .text(mention.name)
        ? "  (\(mention.noun), \(mention.address))" : "  (\(mention.quoted), \(mention.address))"
    }
    switch field.shown {
    case .nothing: return wrap.lines("\(label): (empty)")
    case .flag(let flag): return wrap.lines("\(label): \(flag ? "yes" : "no")")
    case .choice(let name): return wrap.lines("\(label): \(name.replacing("_", with: " "))")
    case .list(let texts):
      let items = texts.map(CopyText.shown).joined(separator: ", ")
      return wrap.lines("\(label): \(texts.isEmpty ? "(none)" : items)", hanging: 2)
    case .text(let text):
      if CopyText.fitsLine(text) {
        return valued(label, text, palette.paint(mention ?? "", .quiet)) + notes
      }
      let caution = RunbookWords.caution(text, step).map { " (\($0))" } ?? ""
      return ["\(label)\(caution):"] + block(text) + notes
    }
  }

  /// A value stays whole: one that does not fit beside its label goes below it.
  private func valued(_ label: String, _ text: String, _ note: String) -> [String] {
    let line = "\(label): \(text)"
    guard let width = wrap.width, Columns.count(line + note) > width else { return [line + note] }
    let below = note.isEmpty ? [] : ["     " + note]
    if Columns.count(line) <= width { return [line] + below }
    return wrap.lines("\(label):") + ["       \(text)"] + below
  }

  private func lines(_ change: Deviation) -> [String] {
    let inside = change.inside.map { ", at \($0)" } ?? ""
    let label = "     " + label(change.labels, change.key) + inside
    return ["\(label):"] + side("from", change.before) + side("to", change.after)
  }

  private func side(_ word: String, _ side: Deviation.Side) -> [String] {
    let line = "       \(word): ".padded(to: 13)
    switch side {
    case .nothing: return [line + "(nothing)"]
    case .concealed: return [line + "(a value that is not shown)"]
    case .secret(let recipe): return [line + recipe]
    case .text(let text): return CopyText.fitsLine(text) ? [line + text] : [line] + block(text)
    }
  }

  private func block(_ text: String) -> [String] {
    let shown = CopyText.shown(text)
    let whole = shown.last == "\n" ? shown.dropLast() : shown[...]
    return [Self.rule]
      + whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      + [Self.rule]
  }

  private func label(_ labels: [String], _ key: String?) -> String {
    (labels + [key.map(CopyText.shown)].compactMap(\.self)).joined(separator: " > ")
  }

  /// A sentence without the marks around what is to be typed.
  private func prose(_ sentence: String) -> [String] {
    wrap.lines(sentence.replacing("`", with: ""))
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
