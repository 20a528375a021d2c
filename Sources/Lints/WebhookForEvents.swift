internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// Rules call webhooks that are subscribed to them, and those that events call are not.
  static let webhookForEvents = Lint(
    code: "webhook-not-for-rules",
    severity: .warning,
    summary: "Webhook is not for rules",
    why: """
      Zendesk calls a webhook either for rules or for events. A warning, since it may be subscribed anew by the
      time the rule is written.
      """,
    passing: [rule("!ref zendesk.webhooks.hook", "conditional_ticket_events")],
    failing: [rule("⟦!ref zendesk.webhooks.hook", "\"zen:event-type:user.created\"")]
  ) { survey in
    survey.calls.compactMap { call in
      guard let names = call.webhook.attributes["subscriptions"]?.items, !names.isEmpty,
        !names.contains("conditional_ticket_events")
      else { return nil }
      return Hit(
        address: call.rule.address,
        path: call.path.appending(0),
        detail:
          "\(call.webhook.address) is subscribed to events, and a rule can call only webhooks "
          + "with the subscription conditional_ticket_events. Refer to another, or make one."
      )
    }
  }

  private static func rule(_ webhook: String, _ subscription: String) -> String {
    """
    zendesk:
      webhooks:
        hook:
          name: A
          endpoint: https://a.example
          http_method: POST
          request_format: json
          subscriptions: [\(subscription)]
      triggers:
        rule:
          title: A
          conditions: {all: [{field: status, operator: changed}]}
          actions: [{field: notification_webhook, value: [\(webhook), '']}]
    """
  }
}
