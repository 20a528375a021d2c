package import Model
internal import Values

extension Kind {
  package static let automation = Kind(
    "zendesk.automation",
    collection: "automations",
    summary: "A rule that runs once an hour over the tickets that time has passed for.",
    page: "https://developer.zendesk.com/api-reference/ticketing/business-rules/automations/",
    identity: .attribute("title"),
    schema: [
      "title": Attribute(.text, "The automation's title, unique in the account by our choice.")
        .required.trimmed.read(from: "raw_title"),
      "active": Attribute(.boolean, "Whether the automation runs."),
      "conditions": Attribute(
        .object(RuleSchema.conditions),
        "Which tickets it changes: in all, one on hours passed and one on status, type, group, "
          + "assignee or requester."
      ).required,
      "actions": Attribute(
        .list(.object(RuleSchema.action)),
        "What it does, in order; one must end a condition, or it would run again every hour."
      ).required,
      // A new one stands at 10002 in one account and at the end in another.
      "position": Attribute(.integer, "Its place among the automations.").readOnly,
      "default": Attribute(.boolean, "Whether Zendesk itself made it.").readOnly,
    ],
    endpoints: Endpoints(
      "/api/v2/automations",
      one: "automation",
      many: "automations",
      paging: .cursor(sort: nil),
      update: .put
    ),
    // A PUT with one of the two clears the other.
    together: [["conditions", "actions"]],
    checks: [RuleCheck.automation],
    limit: Limit(500, countedUnlessFalse: "active"),
    examples: [
      Example(
        "An automation that solves what has waited for the requester for four days",
        name: "solve_pending",
        spec: """
          title: Solve pending tickets after 4 days
          conditions:
            all:
              - {field: status, operator: is, value: pending}
              - {field: PENDING, operator: greater_than, value: 96}
          actions:
            - {field: status, value: solved}
          """,
        request: #"""
          {"title": "Solve pending tickets after 4 days",
           "conditions": {"all": [
             {"field": "status", "operator": "is", "value": "pending"},
             {"field": "PENDING", "operator": "greater_than", "value": "96"}], "any": []},
           "actions": [{"field": "status", "value": "solved"}]}
          """#,
        live: #"""
          {"url": "https://acme.zendesk.com/api/v2/automations/50001.json", "id": 50001,
           "title": "Solve pending tickets after 4 days", "active": true,
           "updated_at": "2026-01-01T00:00:00Z", "created_at": "2026-01-01T00:00:00Z",
           "default": false, "actions": [{"field": "status", "value": "solved"}],
           "conditions": {"all": [
             {"field": "status", "operator": "is", "value": "pending"},
             {"field": "PENDING", "operator": "greater_than", "value": "96"}], "any": []},
           "position": 10002, "raw_title": "Solve pending tickets after 4 days"}
          """#
      )
    ]
  )
}
