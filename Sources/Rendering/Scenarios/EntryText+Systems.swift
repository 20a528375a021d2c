internal import Scenarios
internal import Values

/// The line that tells of each thing that can happen.
extension EntryText {
  func zendesk(_ node: TrailNode) -> String {
    let entry = node.entry
    let ticket = "ticket \(entry.ticket ?? "")"
    switch entry.happening {
    case .ticketCreated: return "\(ticket) created by \(actor(entry))\(comment(entry))"
    case .ticketUpdated:
      let changes = changes(entry, "field")
      return "\(ticket) updated by \(actor(entry))\(changes.isEmpty ? "" : ": \(changes)")"
        + comment(entry)
    case .triggerFired: return "\(name(node, "trigger")) fired\(changed(entry))"
    case .triggerSkipped: return "\(name(node, "trigger")) did not fire"
    case .automationFired: return "\(name(node, "automation")) fired\(changed(entry))"
    case .automationSkipped: return "\(name(node, "automation")) did not fire"
    case .mailSent:
      return "mail to \(plain(entry["to"]?["name"] ?? entry["to"])): \(quoted(entry["subject"]))"
    case .webhookInvoked:
      return "webhook \(quoted(entry["webhook"]?["name"])) \(request(entry))"
    case .webhookSkipped:
      return "webhook \(quoted(entry["webhook"]?["name"])) not sent: \(plain(entry["reason"]))"
    default: return other(node)
    }
  }

  func braze(_ node: TrailNode) -> String {
    let entry = node.entry
    switch entry.happening {
    case .smsReceived:
      let ignored = entry["ignored"]?.text.map { ", ignored: \($0)" } ?? ""
      return "SMS from \(plain(entry["from"])) \(quoted(entry["body"])), category "
        + "\(plain(entry["category"]))\(ignored)"
    case .subscriptionChanged:
      return
        "\(user(entry)) is \(plain(entry["to"])) in \(plain(entry["subscription_group"]?["name"]))"
    case .attributesChanged: return "attributes of \(user(entry)): \(changes(entry, "attribute"))"
    case .eventTracked:
      let properties = entry["properties"].map { $0 == [:] || $0.isNull ? "" : " \(quoted($0))" }
      return "event \(plain(entry["event"])) of \(user(entry))\(properties ?? "")"
    case .campaignSkipped: return "\(name(node, "campaign")) did not go to \(user(entry))"
    case .campaignEntered: return "\(name(node, "campaign")) goes to \(user(entry))"
    case .messageAborted:
      return "\(name(node, "campaign")) aborted for \(user(entry)): \(plain(entry["reason"]))"
    case .messageFailed:
      return "\(name(node, "campaign")) failed for \(user(entry)): \(plain(entry["reason"]))"
    case .smsSent:
      let segments = entry["segments"]?.integer ?? 1
      return "SMS to \(plain(entry["to"])) \(quoted(entry["body"])) (\(segments) "
        + "segment\(segments == 1 ? "" : "s"), \(plain(entry["encoding"])))"
    case .webhookSent: return "\(name(node, "campaign")) sends \(request(entry))"
    default: return other(node)
    }
  }

  private func other(_ node: TrailNode) -> String {
    let entry = node.entry
    switch entry.happening {
    case .webhookAttempted:
      let status = entry["status_code"]?.scalarText.map { " \($0)" } ?? ""
      let retry = entry["retry_at"]?.text.map { ", again at \($0)" } ?? ""
      return "attempt \(plain(entry["attempt"])):\(status) \(plain(entry["outcome"]))\(retry)"
    case .templateFailed:
      let key = entry["rule"] == nil ? "campaign" : "rule"
      return "the template of \(name(node, key)) could not be rendered: \(plain(entry["reason"]))"
    case .halted: return "halted: \(plain(entry["reason"]))"
    default: return entry.happening.rawValue
    }
  }

  private func actor(_ entry: Entry) -> String {
    "\(plain(entry["by"]?["name"])) (\(plain(entry["via"])))"
  }

  private func comment(_ entry: Entry) -> String {
    guard let comment = entry["comment"], !comment.isNull else { return "" }
    let sort = comment["public"] == true ? "public" : "private"
    let author = comment["author"]?["name"] ?? .null
    let by = author == entry["by"]?["name"] ?? .null ? "" : " of \(plain(author))"
    return ", \(sort) comment\(by) \(quoted(comment["body"]))"
  }

  private func changed(_ entry: Entry) -> String {
    let changes = changes(entry, "field")
    return changes.isEmpty ? "" : ": \(changes)"
  }

  private func request(_ entry: Entry) -> String {
    "\(plain(entry["method"])) \(plain(entry["url"]))"
  }

  /// A text without quotes.
  private func plain(_ value: Value?) -> String {
    value?.scalarText.map { ValueText.printable($0) } ?? "(none)"
  }
}
