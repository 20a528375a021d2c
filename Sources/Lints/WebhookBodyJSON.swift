internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// A JSON webhook sends what the rule gives it, JSON or not.
  static let webhookBodyJSON = Lint(
    code: "webhook-body-not-json",
    severity: .error,
    summary: "Webhook body is not JSON",
    why: """
      The receiver refuses the request, and Zendesk tells nobody but the webhook's log of calls. Placeholders
      are filled in before the body is read: one outside of quotes stands for a number, one inside for text. A
      body with Liquid tags (`{% %}`), and what Braze sends, is gone through by every branch, and is reported here
      where none of them leaves JSON.
      """,
    passing: [
      rule(#"'{"id": {{ticket.id}}, "title": "{{ticket.title | default: "none"}}"}'"#),
      rule(#"'{"a": {% if ticket.id %}1{% else %}2{% endif %}}'"#),
      rule(#"'{% capture a %}"b": 1{% endcapture %}{ {{a}} }'"#),
      rule(#"!json {a: "{{ticket.id}}"}"#),
      rule("''"),
      rule("'{ {{dc.more_members}} }'"),
      rule("<a>{{ticket.id}}</a>", format: "xml"),
    ],
    failing: [
      rule(#"'{"id": {{ticket.id}}, ⟦}'"#),
      rule(
        """
        |
                        {
                          "id": {{ticket.id}},
                          "title": {⟦ticket.title}
                        }
        """
      ),
      rule("⟦!format '[{zendesk.webhooks.hook}, ]'"),
      rule(#"'{"a": [{% for a in ticket.tags %}"{{a}}",{% endfor %}⟦]}'"#),
      BrazeExample.request("'⟦Choose one: {\"ticket\": {\"status\": \"open\"}}'"),
      BrazeExample.request(
        #"'{"ticket": {"status": "open"},⟦}'"#,
        url: "https://a.example",
        headers: "{X: y}"
      ),
    ]
  ) { survey in
    survey.bodyFaults(\.always).map { fault in
      fault.hit(
        "This body is sent as JSON, and with its placeholders filled in it is none: \(fault.reason). "
          + "Mend it, or write it as YAML behind !json."
      )
    }
  }

  private static func rule(_ body: String, format: String = "json") -> String {
    """
    zendesk:
      webhooks:
        hook: {name: A, endpoint: "https://a.example", http_method: POST, request_format: \(format)}
      triggers:
        rule:
          title: A
          conditions: {all: [{field: status, operator: changed}]}
          actions:
            - field: notification_webhook
              value:
                - !ref zendesk.webhooks.hook
                - \(body)
    """
  }
}
