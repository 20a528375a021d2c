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
      ZendeskExample.call(
        "{id: '{{ticket.id}}', name: '{{${user_id}}}', html: '<b>{{ticket.title}}</b>'}"
      ),
      ZendeskExample.call("{a: '{% assign url = ticket.url %}{{url}}'}"),
      ZendeskExample.call("{a: '<ticket_id>5</ticket_id> 1 << 2 and 3 >> 2 <a-b> {{TICKET}}'}"),
      ZendeskExample.call("{a: '{{YOUR_'}"),
      ZendeskExample.call("{a: '{% assign YOUR_KEY = ticket.id %}{{YOUR_KEY | upcase}}'}"),
      ZendeskExample.call(
        "{a: '{% raw %}{{token}}{% endraw %}{% comment %}{{url}}{% endcomment %}'}"
      ),
    ],
    failing: [
      ZendeskExample.call("{campaign_id: '⟦{{YOUR_CAMPAIGN_ID}}'}"),
      ZendeskExample.call(
        "{a: 'x ⟦{{ Token }}', b: '⟦<< Choose one >>', c: 'Bearer ⟦YOUR-REST-API-KEY'}"
      ),
      ZendeskExample.call("{a: ⟦!var text}") + "variables: {text: 'é <email_address>/token'}\n",
      ZendeskExample.call("'{\"a\": \"⟦{{url}}\"}'"),
      ZendeskExample.call(
        "{a: '{{custom_attribute.${⟦YOUR_ATTRIBUTE} | default: \"⟦<your_default>\"}}'}"
      ),
      ZendeskExample.call("{a: '{{⟦YOUR_KEY', b: '{{ a } ⟦{{token}}'}"),
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
}
