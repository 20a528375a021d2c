/// Sections of a spec about Braze, for the examples of lints.
enum BrazeExample {
  /// A campaign that makes a request to Zendesk.
  static func request(
    _ body: String,
    url: String = "!zendesk /api/v2/tickets.json",
    headers: String = "{Content-Type: application/json}",
    more: String = ""
  ) -> String {
    """
    braze:
      campaigns:
        ticket:
          name: A
          channel: webhook
          delivery: {type: action_based, custom_event: unhappy}
          webhook:
            url: \(url)
            method: POST
            headers: \(headers)
            body: \(body)
    \(more)
    """
  }

  /// A trigger that has Braze send a campaign.
  static func trigger(
    _ body: String,
    endpoint: String = "/campaigns/trigger/send",
    campaign: String
  ) -> String {
    """
    zendesk:
      webhooks:
        braze: {name: A, endpoint: !braze \(endpoint), http_method: POST, request_format: json}
      triggers:
        reply:
          title: A
          conditions: {all: [{field: status, operator: changed}]}
          actions:
            - field: notification_webhook
              value:
                - !ref zendesk.webhooks.braze
                - !json \(body)
    braze:
    \(campaign)
    """
  }

  /// The section of a campaign that sends an SMS.
  static func sms(
    _ body: String,
    delivery: String = "{type: api_triggered, re_eligible: true}"
  ) -> String {
    """
      campaigns:
        reply:
          name: A
          channel: sms
          delivery: \(delivery)
          sms:
            subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273
            body: \(body)
    """
  }
}
