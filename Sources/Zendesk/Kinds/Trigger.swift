package import Model
internal import Values

extension Kind {
  package static let trigger = Kind(
    "zendesk.trigger",
    collection: "triggers",
    summary: "A rule that runs whenever a ticket is created or updated.",
    page: "https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/",
    identity: .attribute("title"),
    schema: [
      "title": Attribute(.text, "The trigger's title, unique in the account by our choice.")
        .required.trimmed.read(from: "raw_title"),
      "description": Attribute(.text, "What the trigger is for."),
      "active": Attribute(.boolean, "Whether the trigger runs."),
      "category_id": Attribute(.identifier(of: "zendesk.trigger_category"), "Its category."),
      "conditions": Attribute(
        .object(RuleSchema.conditions),
        "When the trigger runs: at least one condition in all."
      ).required,
      "actions": Attribute(.list(.object(RuleSchema.action)), "What the trigger does, in order.")
        .required,
      // Documented since 2026 and in no recorded answer, hence compared only where they are read.
      "brand_id": Attribute(.identifier(of: "zendesk.brand"), "The brand it belongs to.")
        .comparedIfRead,
      "restriction": Attribute(
        .map(.either([.text, .list(.text)])),
        "Who may use it; null for everybody."
      ).comparedIfRead,
      "position": Attribute(
        .integer,
        "Its place in its category, which the category's order decides."
      ).readOnly,
    ],
    endpoints: Endpoints(
      "/api/v2/triggers",
      one: "trigger",
      many: "triggers",
      paging: .counted(newestFirst: "sort_by=created_at&sort_order=desc", sort: "position"),
      update: .put,
      arranging: Endpoints.Arranging(
        path: "/api/v2/trigger_categories/jobs",
        ordering: Ordering(of: "zendesk.trigger", groupedBy: "category_id", position: "position"),
        chunk: 100
      ) { places in
        let triggers = places.map { place -> Value in
          ["id": .string(place.id), "position": .integer(place.position)]
        }
        return ["job": ["action": "patch", "items": ["triggers": .list(triggers)]]]
      }
    ),
    // A PUT with one of the two clears the other.
    together: [["conditions", "actions"]],
    checks: [RuleCheck.trigger],
    limit: Limit(7_000, countedUnlessFalse: "active"),
    definitions: Definitions("/api/v2/triggers/definitions", check: RuleDefinitions.check),
    examples: [
      Example(
        "A trigger that hands an agent's reply to a webhook",
        name: "reply_by_sms",
        spec: """
          title: Reply by SMS
          conditions:
            all:
              - {field: comment_is_public, operator: is, value: true}
              - {field: current_via_id, operator: is_not, value: web_service}
              - {field: status, operator: changed}
          actions:
            - field: notification_webhook
              value:
                - 01HANAHBMTDTB8Q98K38YZ5ZQS
                - !json {ticket: "{{ticket.id}}"}
          """,
        request: #"""
          {"title": "Reply by SMS",
           "conditions": {"all": [
             {"field": "comment_is_public", "operator": "is", "value": "true"},
             {"field": "current_via_id", "operator": "is_not", "value": "5"},
             {"field": "status", "operator": "changed"}], "any": []},
           "actions": [{"field": "notification_webhook", "value": [
             "01HANAHBMTDTB8Q98K38YZ5ZQS", "{\n  \"ticket\": \"{{ticket.id}}\"\n}"]}]}
          """#,
        live: #"""
          {"url": "https://acme.zendesk.com/api/v2/triggers/40001.json", "id": 40001,
           "title": "Reply by SMS", "active": true, "default": false,
           "actions": [{"field": "notification_webhook", "value": [
             "01HANAHBMTDTB8Q98K38YZ5ZQS", "{\"ticket\":\"{{ticket.id}}\"}"]}],
           "conditions": {"all": [
             {"field": "comment_is_public", "operator": "is", "value": true},
             {"field": "current_via_id", "operator": "is_not", "value": "5"},
             {"field": "status", "operator": "changed", "value": null}], "any": []},
           "description": null, "position": 5, "raw_title": "Reply by SMS", "category_id": "10001"}
          """#
      )
    ]
  )
}
