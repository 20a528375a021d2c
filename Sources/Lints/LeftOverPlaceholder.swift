internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// What a guide prints for a person to replace, and nobody did.
  static let leftOverPlaceholder = Lint(
    code: "left-over-placeholder",
    severity: .warning,
    summary: "Left-over placeholder",
    why: """
      Guides print `{{YOUR_CAMPAIGN_ID}}`, `<api_token>` or `<< Choose one >>` for a person to replace. Zendesk
      and Braze take the first for placeholders of their own and fill in nothing; the others they send as they
      are. A warning, since a text may be about such words.
      """,
    passing: [
      body("{id: '{{ticket.id}}', name: '{{${user_id}}}', html: '<b>{{ticket.title}}</b>'}"),
      body("{a: '{% assign url = ticket.url %}{{url}}'}"),
      body("{a: '<ticket_id>5</ticket_id> 1 << 2 and 3 >> 2 <a-b> {{TICKET}}'}"),
      body("{a: '{{YOUR_'}"),
      body("{a: '{% assign YOUR_KEY = ticket.id %}{{YOUR_KEY | upcase}}'}"),
      body("{a: '{% raw %}{{token}}{% endraw %}{% comment %}{{url}}{% endcomment %}'}"),
    ],
    failing: [
      body("{campaign_id: '⟦{{YOUR_CAMPAIGN_ID}}'}"),
      body("{a: 'x ⟦{{ Token }}', b: '⟦<< Choose one >>', c: 'Bearer ⟦YOUR-REST-API-KEY'}"),
      body("{a: ⟦!var text}") + "variables: {text: 'é <email_address>/token'}\n",
      body("'{\"a\": \"⟦{{url}}\"}'"),
      body("{a: '{{custom_attribute.${⟦YOUR_ATTRIBUTE} | default: \"⟦<your_default>\"}}'}"),
      body("{a: '{{⟦YOUR_KEY', b: '{{ a } ⟦{{token}}'}"),
    ]
  ) { survey in
    var hits: [Hit] = []
    for resource in survey.resources {
      for (name, value) in resource.attributes {
        value.forEachText(at: [.key(name)]) { written in
          for found in HumanPlaceholder.all(in: written.text, isVerbatim: written.isVerbatim) {
            hits.append(
              Hit(
                address: resource.address,
                path: written.path,
                detail:
                  "\"\(found.text)\" stands for something that a person was to fill in. Write "
                  + "that: a value, a !var, a !ref or a placeholder that Zendesk or Braze knows.",
                offset: found.offset
              )
            )
          }
        }
      }
    }
    return hits
  }

  private static func body(_ body: String) -> String {
    """
    zendesk:
      webhooks:
        hook: {name: A, endpoint: "https://a.example", http_method: POST, request_format: json}
      triggers:
        rule:
          title: A
          conditions: {all: [{field: status, operator: changed}]}
          actions:
            - field: notification_webhook
              value: [!ref zendesk.webhooks.hook, \(body.hasPrefix("{") ? "!json " : "")\(body)]

    """
  }
}
