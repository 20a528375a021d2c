package import Model
internal import Values

extension Kind {
  package static let triggerCategory = Kind(
    "zendesk.trigger_category",
    collection: "trigger_categories",
    summary: "A group of triggers; categories run one after the other.",
    page:
      "https://developer.zendesk.com/api-reference/ticketing/business-rules/trigger_categories/",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "The category's name.").required.trimmed,
      "order": Attribute(
        .order(Ordering(of: "zendesk.trigger", groupedBy: "category_id", position: "position")),
        "The relative order of these of its triggers; all others keep their places."
      ),
      "position": Attribute(.integer, "Its place among the categories.").readOnly,
    ],
    endpoints: Endpoints(
      "/api/v2/trigger_categories",
      one: "trigger_category",
      many: "trigger_categories",
      paging: .cursor(sort: "position"),
      update: .patch
    ),
    // The page's 403: "Your account has reached the limit of 500 ticket trigger categories."
    limit: Limit(500),
    examples: [
      Example(
        "A category whose triggers run in a given order",
        name: "messaging",
        spec: "name: Trigger a message",
        request: #"{"name": "Trigger a message"}"#,
        live: #"""
          {"url": "https://acme.zendesk.com/api/v2/trigger_categories/10001.json", "id": "10001",
           "name": "Trigger a message", "position": 2,
           "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
          """#
      )
    ]
  )
}
