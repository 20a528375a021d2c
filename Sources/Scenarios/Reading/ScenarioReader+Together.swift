internal import Diagnostics
internal import Spec
internal import YAML

/// What is done at one moment.
extension ScenarioReader {
  /// What takes no time: an event or an attribute may take effect later, and has `request` for this.
  private static let momentary = ["sms", "reply", "update", "create", "request"]

  mutating func together(_ entry: Findings.Entry) -> Doing? {
    guard findings.isPlain(entry.value, label: entry.key) else { return nil }
    guard case .sequence(let nodes) = entry.value.content, nodes.count > 1 else {
      findings.reportWrongType(
        entry.value,
        label: entry.key,
        expected: "a list of at least two things that are done at one moment"
      )
      return nil
    }
    let doings = nodes.map { momentary($0) }
    let known = doings.compactMap(\.self)
    return known.count == doings.count ? .together(known) : nil
  }

  private mutating func momentary(_ node: Node) -> Doing? {
    guard let form = form(node, label: "\"together\"", keys: Self.momentary) else { return nil }
    let chosen = Self.momentary.compactMap { form[$0] }
    guard let entry = chosen.first, chosen.count == 1 else {
      findings.report(
        "invalid-step",
        "Several doings or none in one item",
        "Each item of \"together\" is one thing that is done. Write one of "
          + "\(Self.momentary.joined(separator: ", ")).",
        at: node.range
      )
      return nil
    }
    return doing(entry)
  }
}
