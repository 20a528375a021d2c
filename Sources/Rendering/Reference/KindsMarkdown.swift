package import Model
internal import Values

/// The reference of all kinds: `Docs/Kinds.md`.
package enum KindsMarkdown {
  /// The whole page.
  package static func text(of kinds: [Kind]) -> String {
    var lines = [
      "# Kinds", "",
      "Every kind of resource that a spec may declare, generated from the same description that Lockstep",
      "works by. `Scripts/record` writes this page; a test holds it to the truth.", "",
      "Beside its attributes every resource takes these keys:", "",
      "| key | meaning |", "|---|---|",
    ]
    lines += OwnKey.allCases.map { "| `\($0.rawValue)` | \($0.summary) |" }
    lines += refusals(kinds)
    lines += [
      "",
      "Only what is written is managed: an attribute that is left out is left alone, and `null` clears it.",
      "",
    ]
    lines += kinds.map { "- [`\($0.system).\($0.collection)`](#\(anchor($0))): \($0.summary)" }
    for kind in kinds { lines += [""] + section(kind) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The keys that mean nothing for a kind that a person keeps.
  private static func refusals(_ kinds: [Kind]) -> [String] {
    let kept = kinds.filter(\.mode.isByHand)
    guard !kept.isEmpty else { return [] }
    let unread = kept.filter { $0.mode == .attested }
    let rows = [("`external`, `protect`", kept), ("`absent`, `match`", unread)].filter {
      !$0.1.isEmpty
    }
    return [
      "",
      "Some kinds are kept by a person, since no API writes them. Keys that mean nothing for one are",
      "[refused](Diagnostics.md#by-hand-conflict):", "", "| keys | refused for |", "|---|---|",
    ]
      + rows.map { keys, kinds in
        let names = kinds.map { "`\($0.system).\($0.collection)`" }
        return "| \(keys) | \(names.joined(separator: ", ")) |"
      }
  }

  /// As GitHub makes it from the heading.
  private static func anchor(_ kind: Kind) -> String {
    "\(kind.system)\(kind.collection)"
  }

  private static func section(_ kind: Kind) -> [String] {
    var lines = ["## \(kind.system).\(kind.collection)", "", kind.summary, ""]
    lines += ["- Kind: `\(kind.name)`; [the vendor's page](\(kind.page))", finding(kind)]
    if let cost = replacement(kind) { lines.append(cost) }
    lines += kind.together.map { names in
      "- Sent together: \(names.map { "`\($0)`" }.joined(separator: ", ")); an update of one carries all."
    }
    lines += ["", "| attribute | value | meaning | notes |", "|---|---|---|---|"]
    for attribute in kind.schema {
      let isName =
        kind.identity == .localName(attribute.name)
        || kind.identity == .nameUnlessWritten(attribute.name)
      lines += rows(attribute, of: "", isName: isName)
    }
    for example in kind.examples { lines += [""] + self.example(example, of: kind) }
    return lines
  }

  private static func finding(_ kind: Kind) -> String {
    switch kind.identity {
    case .attribute(let name):
      "- Found by its exact `\(name)` in the whole account, where neither the lock nor `match` says which it is"
    case .localName(let name):
      "- Found by its `\(name)`, which is the resource's name in the spec, where neither the lock nor `match` "
        + "says which it is"
    case .nameUnlessWritten(let name):
      "- Found by its `\(name)`, which is the resource's name in the spec unless it is written, where neither "
        + "the lock nor `match` says which it is"
    }
  }

  private static func replacement(_ kind: Kind) -> String? {
    let names = kind.schema.filter { $0.immutability != nil }.map { "`\($0.name)`" }
    guard !names.isEmpty else { return nil }
    guard kind.endpoints.deletes else {
      return
        "- The API cannot change \(names.joined(separator: ", ")), and deletes nothing: where it differs, or "
        + "the object is to be `absent`, the plan leaves a step to a person"
    }
    let cost = kind.replacementCost ?? "nothing but its id"
    return
      "- Replaced, with `--allow-replace`, where \(names.joined(separator: ", ")) must change; "
      + "lost with the old object: \(cost)"
  }

  /// - Parameter isName: The attribute's value is the resource's name, and need not be repeated.
  private static func rows(
    _ attribute: Attribute,
    of prefix: String,
    isName: Bool = false
  ) -> [String] {
    let name = prefix + attribute.name
    let notes = attribute.notes.map { isName && $0 == "required" ? "may be left out" : $0 }
    let cells = [
      "`\(name)`", attribute.shape.brief, attribute.summary,
      notes.joined(separator: "; "),
    ]
    let row = "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    guard let inner = attribute.shape.inner else { return [row] }
    return [row] + inner.schema.flatMap { rows($0, of: name + inner.infix) }
  }

  private static func example(_ example: Kind.Example, of kind: Kind) -> [String] {
    let spec = example.spec.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : "      " + line
    }
    return [
      "\(example.title):", "", "```yaml", "\(kind.system):", "  \(kind.collection):",
      "    \(example.name):",
    ] + spec + ["```"]
  }
}
