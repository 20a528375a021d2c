internal import Diagnostics
internal import Model
internal import Scenarios
internal import Values

/// What happened, for a reader: a line, and below it what there is to see of it.
struct EntryText: Sendable {
  let palette: Palette

  /// `node` and what came of it, each level two columns deeper.
  func tree(_ node: TrailNode) -> [String] {
    let lines = ["\(sign(node.entry)) \(headline(node))"] + details(node.entry).map { "    " + $0 }
    return lines + node.children.flatMap(tree).map { "  " + $0 }
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
    switch entry.happening {
    case .triggerSkipped, .automationSkipped, .campaignSkipped, .webhookSkipped, .messageAborted:
      palette.paint("/", .warning)
    case .messageFailed, .templateFailed, .halted: palette.paint("x", .error)
    case .webhookAttempted where entry["outcome"] != "success": palette.paint("x", .error)
    default: palette.paint(">", .strong)
    }
  }

  /// What a rule or a campaign is called.
  func name(_ node: TrailNode, _ key: String) -> String {
    if let address = node.address { return address.description }
    let named = node.entry[key]
    return quoted(named?["title"] ?? named?["name"])
  }

  /// A text of somebody's in quotes, anything else as JSON.
  func quoted(_ value: Value?) -> String { ValueText.printable((value ?? .null).json()) }

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
  private func details(_ entry: Entry) -> [String] {
    switch entry.happening {
    case .triggerSkipped, .automationSkipped:
      (entry["conditions"]?.items ?? []).map(condition)
    case .campaignSkipped: (entry["checks"]?.items ?? []).map(check)
    case .webhookInvoked:
      text("template", entry["template"]) + text("rendered", entry["body"])
    case .webhookSent:
      text("url template", entry["template"]?["url"]) + text("template", entry["template"]?["body"])
        + text("rendered", entry["body"])
    case .smsSent: text("template", entry["template"])
    case .webhookAttempted where entry["outcome"] != "success":
      text("answer", entry["answer"])
    default: []
    }
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

  /// A text of somebody's, below its name where it has several lines.
  private func text(_ name: String, _ value: Value?) -> [String] {
    guard let text = value?.text, !text.isEmpty else { return [] }
    let end = text.hasSuffix("\n") ? text.dropLast() : text[...]
    let lines = end.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ValueText.printable($0) }
    guard lines.count > 1 else { return lines.map { "\(palette.paint(name, .quiet)): \($0)" } }
    return [palette.paint(name, .quiet) + ":"] + lines.map { "  " + $0 }
  }
}
