package import Model
internal import Values

extension Kind {
  package static let webhook = Kind(
    "zendesk.webhook",
    collection: "webhooks",
    summary: "An HTTP request that a trigger, an automation or an event sends.",
    page: "https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "The webhook's name.").required.trimmed,
      "description": Attribute(.text, "What the webhook is for."),
      "endpoint": Attribute(.text, "The URL it calls; may hold placeholders.").required,
      "http_method": Attribute(
        .choice(["GET", "POST", "PUT", "PATCH", "DELETE"]),
        "The request's method."
      ).required,
      "request_format": Attribute(
        .choice(["json", "xml", "form_encoded"]),
        "The format of the request's body."
      ).required,
      "status": Attribute(.choice(["active", "inactive"]), "Whether it is called.")
        .defaulting(to: "active"),
      "subscriptions": Attribute(
        .list(.text),
        "conditional_ticket_events for triggers and automations, or a list of event types."
      ).defaulting(to: ["conditional_ticket_events"]).unordered.immutable(by: subscriptionKind),
      "authentication": Attribute(
        .object([
          "type": Attribute(
            .choice(["basic_auth", "bearer_token", "api_key"]),
            "How the request proves who sends it."
          ).required,
          "data": Attribute(.object(credentials), "The credentials of that type.").required,
          "add_position": Attribute(.choice(["header"]), "Where the credentials go.")
            .defaulting(to: "header"),
        ]),
        "The credentials it sends; null for none."
      ),
      "custom_headers": Attribute(.map(.text), "Further headers; not for credentials.")
        .mergedOnUpdate,
    ],
    endpoints: Endpoints(
      "/api/v2/webhooks",
      one: "webhook",
      many: "webhooks",
      // Without `sort` the list is newest first, by an id that never changes; its two sort orders,
      // name and status, are not unique.
      paging: .cursor(sort: nil),
      update: .patchAnsweringNothing
    ),
    replacementCost: "its signing secret and its history of calls",
    checks: [WebhookCheck.findings, ClearTextCheck.findings],
    examples: [
      Example(
        "A webhook that triggers a Braze campaign",
        name: "trigger_campaign",
        spec: """
          name: Braze - trigger campaign
          endpoint: https://rest.iad-01.braze.com/campaigns/trigger/send
          http_method: POST
          request_format: json
          authentication: {type: bearer_token, data: {token: !env BRAZE_SENDING_KEY}}
          """,
        request: #"""
          {"name": "Braze - trigger campaign",
           "endpoint": "https://rest.iad-01.braze.com/campaigns/trigger/send",
           "http_method": "POST", "request_format": "json", "status": "active",
           "subscriptions": ["conditional_ticket_events"],
           "authentication": {"type": "bearer_token", "data": {"token": "(secret)"},
                              "add_position": "header"}}
          """#,
        live: #"""
          {"id": "01HANAHBMTDTB8Q98K38YZ5ZQS", "name": "Braze - trigger campaign",
           "status": "active", "subscriptions": ["conditional_ticket_events"],
           "created_at": "2026-01-01T00:00:00Z", "created_by": "6130907993114",
           "endpoint": "https://rest.iad-01.braze.com/campaigns/trigger/send",
           "http_method": "POST", "request_format": "json",
           "authentication": {"type": "bearer_token", "add_position": "header"}}
          """#
      )
    ]
  )

  private static let credentials: Schema = [
    "username": Attribute(.text, "For basic_auth: the user's name.").comparedIfRead,
    "password": Attribute(.text, "For basic_auth: the password.").secret,
    "token": Attribute(.text, "For bearer_token: the token.").secret,
    // Whether a read tells the header's name is not documented, hence compared only if it does.
    "name": Attribute(.text, "For api_key: the header's name.").comparedIfRead,
    "value": Attribute(.text, "For api_key: the header's value.").secret,
  ]

  /// A webhook for triggers cannot become one for events, nor the other way round.
  @Sendable private static func subscriptionKind(of subscriptions: Value) -> Value {
    .boolean(subscriptions.items?.contains("conditional_ticket_events") ?? true)
  }
}
