internal import Diagnostics
internal import Model
internal import Planning

/// A runbook as Markdown: a checklist for a pull request or a ticket.
///
/// What is to be copied begins at the edge, so that it can be taken from the source as well.
package enum RunbookMarkdown {
  package static func text(of runbook: Runbook) -> String {
    guard !runbook.isEmpty else { return RunbookWords.nothing(runbook) + "\n" }
    var blocks = ["# Runbook: \(runbook.environment)", RunbookWords.targets(runbook.plan)]
    blocks += [RunbookWords.count(runbook)] + RunbookWords.intro(runbook)
    let tasks = runbook.steps.enumerated().map { "- [ ] \($0 + 1). \(title($1))" }
    if !tasks.isEmpty { blocks.append(tasks.joined(separator: "\n")) }
    for (index, step) in runbook.steps.enumerated() {
      blocks.append("## \(index + 1). \(title(step))")
      blocks += body(of: step, runbook)
    }
    if !runbook.waits.isEmpty {
      blocks.append("## What waits")
      blocks.append(
        runbook.waits.map { "- " + RunbookWords.wait($0, runbook) }.joined(separator: "\n")
      )
    }
    let end = RunbookWords.end(runbook)
    blocks += ["## At the end", end.sentence, fence(end.command, "sh")]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func title(_ step: Runbook.Step) -> String {
    "\(step.action.word) the \(step.subject.noun) \(code(step.subject.name))"
  }

  private static func body(of step: Runbook.Step, _ runbook: Runbook) -> [String] {
    let id = step.id.map { ", id \(code($0))" } ?? ""
    var blocks = [
      "\(code(step.address.description))\(id): \(step.reason) "
        + "(\(step.source.file):\(step.source.line))",
      "**Where:** \(step.place ?? "<\(step.page)>")",
    ]
    if let removal = step.removal { blocks.append(removal) }
    if !step.changes.isEmpty {
      blocks.append("**What to change**")
      blocks += list(step.changes.map(lines))
    }
    if !step.values.isEmpty {
      if let heading = RunbookWords.values(step) { blocks.append(heading) }
      blocks += list(step.values.map { lines($0, step) })
    }
    if let verification = step.verification { blocks.append("**Verified by:** \(verification).") }
    if !step.attested.isEmpty {
      blocks.append("When it is so:")
      blocks.append(fence(runbook.invocation.attest([step.address]), "sh"))
    }
    return blocks
  }

  /// An item of a list, and what stands below it at the edge.
  private struct Item {
    var line: String
    var blocks: [String] = []
  }

  /// Items in one list, as long as nothing stands below one of them.
  private static func list(_ items: [Item]) -> [String] {
    var blocks: [String] = []
    var open: [String] = []
    for item in items {
      open.append("- " + item.line)
      guard !item.blocks.isEmpty else { continue }
      blocks += [open.joined(separator: "\n")] + item.blocks
      open = []
    }
    return open.isEmpty ? blocks : blocks + [open.joined(separator: "\n")]
  }

  private static func lines(_ field: Field, _ step: Runbook.Step) -> Item {
    let label = label(field.labels, field.key)
    let mention = field.mention.map { mention in
      field.shown == .text(mention.name)
        ? " (\(mention.noun), \(code(mention.address.description)))"
        : " (\(mention.noun) \(code(mention.name)), \(code(mention.address.description)))"
    }
    let notes = RunbookWords.missing(field)
    switch field.shown {
    case .nothing: return Item(line: "\(label): (empty)")
    case .flag(let flag): return Item(line: "\(label): \(flag ? "yes" : "no")")
    case .choice(let name):
      return Item(line: "\(label): \(code(name.replacing("_", with: " ")))")
    case .list(let texts):
      let items = texts.isEmpty ? "(none)" : texts.map(code).joined(separator: ", ")
      return Item(line: "\(label): \(items)")
    case .text(let text):
      let caution = RunbookWords.caution(text, step).map { " (\($0))" } ?? ""
      if CopyText.fitsLine(text) {
        return Item(line: "\(label): \(code(text))\(mention ?? "")", blocks: notes)
      }
      return Item(line: "\(label)\(mention ?? "")\(caution):", blocks: [fence(text, "")] + notes)
    }
  }

  private static func lines(_ change: Deviation) -> Item {
    let inside = change.inside.map { ", at \(code($0))" } ?? ""
    let label = label(change.labels, change.key) + inside
    if let before = inline(change.before), let after = inline(change.after) {
      return Item(line: "\(label): from \(before) to \(after)")
    }
    return Item(
      line: "\(label):",
      blocks: side("from", change.before) + side("to", change.after)
    )
  }

  private static func side(_ word: String, _ side: Deviation.Side) -> [String] {
    if let inline = inline(side) { return ["\(word) \(inline)"] }
    guard case .text(let text) = side else { return [] }
    return [word, fence(text, "")]
  }

  private static func inline(_ side: Deviation.Side) -> String? {
    switch side {
    case .nothing: "nothing"
    case .concealed: "a value that is not shown"
    case .secret(let recipe): code(recipe)
    case .text(let text): CopyText.fitsLine(text) ? code(text) : nil
    }
  }

  private static func label(_ labels: [String], _ key: String?) -> String {
    (labels + [key.map(code)].compactMap(\.self)).joined(separator: " > ")
  }

  /// `text` as a code span, whatever backticks it holds.
  static func code(_ text: String) -> String {
    let shown = CopyText.shown(text)
    let marks = String(repeating: "`", count: longestRun(in: shown) + 1)
    // Blanks keep the text's own backticks from the marks; Markdown takes one off at either end.
    let pad = marks.count > 1 || shown.isEmpty ? " " : ""
    return marks + pad + shown + pad + marks
  }

  /// `text` as a fenced block, whatever backticks it holds.
  static func fence(_ text: String, _ language: String) -> String {
    let shown = CopyText.shown(text)
    let marks = String(repeating: "`", count: max(3, longestRun(in: shown) + 1))
    return "\(marks)\(language)\n\(shown)\(shown.last == "\n" ? "" : "\n")\(marks)"
  }

  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
