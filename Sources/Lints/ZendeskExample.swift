/// Sections of a spec about Zendesk, for the examples of lints.
enum ZendeskExample {
  /// A trigger that has a webhook send `body`: YAML that `!json` makes JSON of where it is an object, or what
  /// is written there.
  static func call(
    _ body: String,
    to endpoint: String = "https://a.example",
    format: String = "json"
  ) -> String {
    """
    zendesk:
      webhooks:
        hook: {name: A, endpoint: \(endpoint), http_method: POST, request_format: \(format)}
      triggers:
        rule:
          title: A
          conditions: {all: [{field: status, operator: changed}]}
          actions:
            - field: notification_webhook
              value:
                - !ref zendesk.webhooks.hook
                - \(body.hasPrefix("{") ? "!json " : "")\(body)

    """
  }
}
