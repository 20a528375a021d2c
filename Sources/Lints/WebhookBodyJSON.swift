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
      ZendeskExample.call(
        #"'{"id": {{ticket.id}}, "title": "{{ticket.title | default: "none"}}"}'"#
      ),
      ZendeskExample.call(#"'{"a": {% if ticket.id %}1{% else %}2{% endif %}}'"#),
      ZendeskExample.call(#"'{% capture a %}"b": 1{% endcapture %}{ {{a}} }'"#),
      ZendeskExample.call(#"!json {a: "{{ticket.id}}"}"#),
      ZendeskExample.call("''"),
      ZendeskExample.call("'{ {{dc.more_members}} }'"),
      ZendeskExample.call("<a>{{ticket.id}}</a>", format: "xml"),
    ],
    failing: [
      ZendeskExample.call(#"'{"id": {{ticket.id}}, ⟦}'"#),
      ZendeskExample.call(
        """
        |
                        {
                          "id": {{ticket.id}},
                          "title": {⟦ticket.title}
                        }
        """
      ),
      ZendeskExample.call("⟦!format '[{zendesk.webhooks.hook}, ]'"),
      ZendeskExample.call(#"'{"a": [{% for a in ticket.tags %}"{{a}}",{% endfor %}⟦]}'"#),
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
}
