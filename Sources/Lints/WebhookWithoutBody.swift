internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// A request by GET or DELETE takes parameters, not a body.
  static let webhookWithoutBody = Lint(
    code: "webhook-body-not-sent",
    severity: .warning,
    summary: "Webhook sends no body",
    why: """
      A request by GET or DELETE has no body, so that what the rule says is never sent. A warning, since the
      call itself works.
      """,
    passing: [
      rule("POST", "[!ref zendesk.webhooks.hook, !json {a: 1}]"),
      rule("GET", "[!ref zendesk.webhooks.hook]"), rule("GET", "[!ref zendesk.webhooks.hook, '']"),
    ],
    failing: [
      rule("GET", "[!ref zendesk.webhooks.hook, ⟦!json {a: 1}]"),
      rule("DELETE", "[!ref zendesk.webhooks.hook, ⟦text]"),
    ]
  ) { survey in
    survey.calls.compactMap { call in
      guard !call.sendsBody, let method = call.webhook.attributes["http_method"]?.text,
        let body = call.body, body.items == nil, !body.isNull, body != ""
      else { return nil }
      return Hit(
        address: call.rule.address,
        path: call.bodyPath,
        detail:
          "\(call.webhook.address) calls by \(method), which sends no body. Leave the body out, "
          + "or have the webhook call by POST, PUT or PATCH."
      )
    }
  }

  private static func rule(_ method: String, _ value: String) -> String {
    """
    zendesk:
      webhooks:
        hook: {name: A, endpoint: "https://a.example", http_method: \(method), request_format: json}
      triggers:
        rule:
          title: A
          conditions: {all: [{field: status, operator: changed}]}
          actions: [{field: notification_webhook, value: \(value)}]
    """
  }
}
