internal import Values

/// What a rule that fired tells people and servers.
///
/// It is told of the ticket as the rule's own actions left it; what later rules change comes too
/// late for it.
struct RuleNotification {
  static let mails: Set = ["notification_user", "notification_group", "notification_target"]
  /// Everything that notifies, of which the emulator knows mail and webhooks.
  static let fields = mails.union([
    "notification_webhook", "notification_sms_user", "notification_sms_group", "notification_zis",
    "notification_messaging_csat", "side_conversation_ticket", "side_conversation_slack",
  ])

  let rule: RuleReference
  let moment: RuleMoment

  /// Those of a rule's actions that notify in a way the emulator does not have.
  static func ignored(_ rule: Members) -> [String] {
    (rule["actions"]?.items ?? []).compactMap { $0["field"]?.text }
      .filter { fields.contains($0) && !mails.contains($0) && $0 != "notification_webhook" }
  }

  func send(_ state: inout ZendeskState) {
    for action in rule.rule["actions"]?.items ?? [] {
      let field = action["field"]?.text ?? ""
      let parts = action["value"]?.items ?? []
      if Self.mails.contains(field) {
        mail(field, parts, &state)
      } else if field == "notification_webhook" {
        WebhookCalling(rule: rule, moment: moment).call(parts, &state)
      }
    }
  }

  /// Mail goes nowhere. Nobody gets any who has no address; a target has no subject.
  private func mail(_ field: String, _ parts: [Value], _ state: inout ZendeskState) {
    let texts = ActionTexts(rule: rule, moment: moment)
    let isTarget = field == "notification_target"
    let subject = isTarget ? .null : texts.rendered(parts.element(1)?.text ?? "", &state)
    let body = texts.rendered(parts.element(isTarget ? 1 : 2)?.text ?? "", &state)
    guard let subject, let body else { return }
    for recipient in recipients(field, parts.first?.scalarText ?? "", state) {
      state.life.note(
        .mailSent,
        in: .zendesk,
        at: moment.now,
        cause: rule.entry,
        [
          "rule": rule.document, "ticket": .integer(Int(moment.id) ?? 0), "to": recipient,
          "subject": subject, "body": body,
        ]
      )
    }
  }

  private func recipients(_ field: String, _ name: String, _ state: ZendeskState) -> [Value] {
    switch field {
    case "notification_group":
      let id = name == "group_id" ? moment.ticket["group_id"]?.scalarText ?? "" : name
      guard let group = state.groups[id] else { return [] }
      return [["id": group["id"] ?? .null, "name": group["name"] ?? .null, "role": "group"]]
    case "notification_target": return [["id": .string(name), "name": .null, "role": "target"]]
    default:
      return people(name, state).filter { state.users[String($0)]?["email"]?.text != nil }
        .map { state.person($0) }
    }
  }

  private func people(_ name: String, _ state: ZendeskState) -> [Int] {
    switch name {
    case "requester_and_ccs":
      let copied = moment.ticket["email_cc_ids"]?.items?.compactMap(\.integer) ?? []
      let requester = moment.ticket["requester_id"]?.integer
      return (requester.map { [$0] } ?? []) + copied.filter { $0 != requester }
    case "all_agents":
      return state.users.objects.keys.compactMap { Int($0) }.filter { state.isAgent($0) }.sorted()
    default: return moment.user(standingFor: name).map { [$0] } ?? []
    }
  }
}

extension Array {
  /// Nil past the end.
  func element(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
