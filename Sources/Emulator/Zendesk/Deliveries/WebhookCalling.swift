internal import Values

/// A rule's call of a webhook: an invocation with what it will send.
struct WebhookCalling {
  let rule: RuleReference
  let moment: RuleMoment

  /// - Parameter parts: The webhook's id, and the body or, where there is none, the parameters as
  ///   pairs.
  func call(_ parts: [Value], _ state: inout ZendeskState) {
    let id = parts.first?.text ?? ""
    guard let webhook = state.webhooks[id] else {
      return skip(["id": .string(id)], "deleted", &state)
    }
    let name: Value = ["id": .string(id), "name": webhook["name"] ?? .null]
    guard webhook["status"] == "active" else { return skip(name, "inactive", &state) }
    let template = parts.element(1) ?? ""
    guard let message = message(template, to: webhook, &state) else { return }
    invoke(webhook, name, template, message, &state)
  }

  private func skip(_ webhook: Value, _ reason: Value, _ state: inout ZendeskState) {
    state.life.note(
      .webhookSkipped,
      in: .zendesk,
      at: moment.now,
      cause: rule.entry,
      [
        "webhook": webhook, "rule": rule.document, "ticket": .integer(Int(moment.id) ?? 0),
        "reason": reason,
      ]
    )
  }

  /// Nil where it cannot be rendered.
  private func message(
    _ template: Value,
    to webhook: Members,
    _ state: inout ZendeskState
  ) -> WebhookContent? {
    let texts = ActionTexts(rule: rule, moment: moment)
    let isJSON = webhook["request_format"] == "json"
    var parameters: [(name: String, value: String)] = []
    for pair in template.items ?? [] {
      guard let name = texts.rendered(pair.piece(0), forServer: false, &state),
        let value = texts.rendered(pair.piece(1), forServer: false, &state)
      else { return nil }
      parameters.append((name, value))
    }
    guard let body = texts.rendered(template.text ?? "", forServer: isJSON, &state),
      let endpoint = texts.rendered(webhook["endpoint"]?.text ?? "", forServer: false, &state)
    else { return nil }
    return WebhookContent(webhook, endpoint: endpoint, body: body, parameters: parameters)
  }

  private func invoke(
    _ webhook: Members,
    _ name: Value,
    _ template: Value,
    _ message: WebhookContent,
    _ state: inout ZendeskState
  ) {
    let id = webhook["id"]?.text ?? ""
    let invocation = WebhookInvocations.add(
      to: id,
      message,
      from: ["rule": rule.document, "ticket": .integer(Int(moment.id) ?? 0)],
      &state,
      now: moment.now
    )
    let entry = state.life.note(
      .webhookInvoked,
      in: .zendesk,
      at: moment.now,
      cause: rule.entry,
      [
        "webhook": name, "invocation": .string(invocation), "rule": rule.document,
        "ticket": .integer(Int(moment.id) ?? 0), "method": .string(message.method),
        "url": .string(Concealment.url(message.url)),
        "template": .string(template.text ?? template.json()),
        "body": .string(message.body),
      ]
    )
    state.invoked.append(
      InvokedWebhook(webhook: id, invocation: invocation, time: moment.now, entry: entry)
    )
  }
}

extension Value {
  /// One half of a pair of texts.
  fileprivate func piece(_ index: Int) -> String { items?.element(index)?.scalarText ?? "" }
}
