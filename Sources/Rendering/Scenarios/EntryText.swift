internal import Diagnostics
internal import Model
internal import Scenarios
internal import Values

/// What happened, for a reader: a line, and below it what there is to see of it.
struct EntryText: Sendable {
  let palette: Palette
  /// The numbers of the entries that matter: conditions and templates are shown of these and of what led
  /// to them. Nil where all matter.
  let focus: Set<Int>?

  /// `node` and what came of it, each level two columns deeper.
  func tree(_ node: TrailNode) -> [String] {
    let lines = ["\(sign(node.entry)) \(headline(node))"]
    let details = isInFocus(node) ? details(node).map { "    " + $0 } : []
    return lines + details + node.children.flatMap(tree).map { "  " + $0 }
  }

  private func isInFocus(_ node: TrailNode) -> Bool {
    guard let focus else { return true }
    // What did not happen is in a trail only because it may be to blame.
    return focus.contains(node.entry.number) || failed(node.entry) || skipped(node.entry)
      || node.children.contains(where: isInFocus)
  }

  /// In one line.
  func headline(_ node: TrailNode) -> String {
    let place = node.place.map { palette.paint("  \($0.file):\($0.line)", .quiet) } ?? ""
    let line = node.entry.system == "zendesk" ? zendesk(node) : braze(node)
    return isAboutResource(node.entry) ? line + place : line
  }

  /// Whether it is about a rule or a campaign, and not about what came of one.
  private func isAboutResource(_ entry: Entry) -> Bool {
    switch entry.happening {
    case .triggerFired, .triggerSkipped, .automationFired, .automationSkipped, .campaignEntered,
      .campaignSkipped, .templateFailed:
      true
    default: false
    }
  }

  private func sign(_ entry: Entry) -> String {
    if failed(entry) { return palette.paint("x", .error) }
    return skipped(entry) ? palette.paint("/", .warning) : palette.paint(">", .strong)
  }

  private func skipped(_ entry: Entry) -> Bool {
    switch entry.happening {
    case .triggerSkipped, .automationSkipped, .campaignSkipped, .webhookSkipped, .messageAborted:
      true
    default: false
    }
  }

  private func failed(_ entry: Entry) -> Bool {
    switch entry.happening {
    case .messageFailed, .templateFailed, .halted: true
    case .webhookAttempted: entry["outcome"] != "success"
    default: false
    }
  }

  /// What a rule or a campaign is called.
  func name(_ node: TrailNode, _ key: String) -> String {
    if let address = node.address { return address.description }
    let named = node.entry[key]
    return quoted(named?["title"] ?? named?["name"])
  }

  /// A text of somebody's in quotes, anything else as JSON; the beginning of what is long.
  func quoted(_ value: Value?) -> String {
    let text = (value ?? .null).json()
    return ValueText.printable(Excerpt.beginning(of: text, limit: Excerpt.headlineLimit))
  }

  /// The words of a Braze profile.
  func user(_ entry: Entry) -> String {
    let user = entry["user"]
    return user?["external_id"]?.text ?? user?["braze_id"]?.text.map { "anonymous \($0)" }
      ?? "nobody"
  }

  /// `status new -> solved, …`
  func changes(_ entry: Entry, _ key: String) -> String {
    let changes = entry["changes"]?.items ?? []
    return changes.map { change in
      "\(change[key]?.text ?? "") \(quoted(change["from"])) -> \(quoted(change["to"]))"
    }.joined(separator: ", ")
  }

  /// What is to be seen below the line.
  private func details(_ node: TrailNode) -> [String] {
    let entry = node.entry
    return switch entry.happening {
    case .triggerFired, .triggerSkipped, .automationFired, .automationSkipped:
      conditions(node)
    case .campaignSkipped: (entry["checks"]?.items ?? []).map(check)
    case .webhookInvoked:
      text("template", entry["template"]) + text("rendered", entry["body"])
    case .webhookSent:
      text("url template", entry["template"]?["url"]) + headers(node)
        + text("template", entry["template"]?["body"])
        + text("rendered", entry["body"])
    case .smsSent: text("template", entry["template"])
    case .webhookAttempted where entry["outcome"] != "success":
      text("answer", entry["answer"])
    default: []
    }
  }

  /// Those of a rule of the spec, each with its line there.
  private func conditions(_ node: TrailNode) -> [String] {
    guard node.address != nil else { return [] }
    return (node.entry["conditions"]?.items ?? []).enumerated().map { index, value in
      let places = node.conditionPlaces
      let place = places.indices.contains(index) ? places[index] : nil
      let shown = place.map { palette.paint("  \($0.file):\($0.line)", .quiet) } ?? ""
      return condition(value) + shown
    }
  }

  /// Those of a request that was not taken: they may be why.
  private func headers(_ node: TrailNode) -> [String] {
    guard node.children.contains(where: { failed($0.entry) }) else { return [] }
    return (node.entry["headers"]?.members ?? [:]).flatMap { text("header \($0.key)", $0.value) }
  }

  private func condition(_ condition: Value) -> String {
    let previous = condition["previous"]
    let before = previous.map { $0.isNull ? "" : ", before that \(quoted($0))" } ?? ""
    let words = ["group", "field", "operator"].compactMap { condition[$0]?.text }
    let value = condition["value"].map { $0.isNull ? "" : " \(quoted($0))" } ?? ""
    return marked(
      condition["holds"] == true,
      words.joined(separator: " ") + value,
      "the ticket had \(quoted(condition["actual"]))\(before)"
    )
  }

  private func check(_ check: Value) -> String {
    marked(
      check["holds"] == true,
      "\(check["check"]?.text ?? "") \(quoted(check["expected"]))",
      "it was \(quoted(check["actual"]))"
    )
  }

  private func marked(_ holds: Bool, _ wanted: String, _ actual: String) -> String {
    holds
      ? "\(palette.paint("holds", .added))     \(wanted)"
      : "\(palette.paint("does not", .error))  \(wanted): \(actual)"
  }

  /// Of a template or what it rendered to.
  private static let lineLimit = 60

  /// A text of somebody's, below its name where it has several lines.
  private func text(_ name: String, _ value: Value?) -> [String] {
    guard let text = value?.text, !text.isEmpty else { return [] }
    let end = text.hasSuffix("\n") ? text.dropLast() : text[...]
    let lines = end.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ValueText.printable(Excerpt.beginning(of: String($0))) }
    guard lines.count > 1 else { return lines.map { "\(palette.paint(name, .quiet)): \($0)" } }
    let rest = lines.count - Self.lineLimit
    return [palette.paint(name, .quiet) + ":"] + lines.prefix(Self.lineLimit).map { "  " + $0 }
      + (rest > 0 ? ["  … (\(rest) more lines)"] : [])
  }
}
