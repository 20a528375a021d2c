package import Model
internal import Values

extension Kind {
  package static let group = Kind(
    "zendesk.group",
    collection: "groups",
    summary: "A group of agents, to whom tickets are assigned.",
    page: "https://developer.zendesk.com/api-reference/ticketing/groups/groups/",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "The group's name, unique in the account.").required.trimmed,
      "description": Attribute(.text, "What the group is for."),
      "is_public": Attribute(
        .boolean,
        "Whether agents outside the group see its tickets; a private group stays private."
      ),
      "default": Attribute(.boolean, "Whether new agents are put into it.").readOnly,
      "deleted": Attribute(.boolean, "Whether it was deleted.").readOnly,
    ],
    endpoints: Endpoints(
      "/api/v2/groups",
      one: "group",
      many: "groups",
      paging: .cursor(sort: nil),
      update: .put,
      tombstone: Criterion("deleted", is: true)
    ),
    replacementCost: "who belongs to it",
    examples: [
      Example(
        "A group for those who answer by SMS",
        name: "sms_desk",
        spec: """
          name: SMS desk
          description: ""
          """,
        request: #"{"name": "SMS desk", "description": ""}"#,
        live: #"""
          {"url": "https://acme.zendesk.com/api/v2/groups/60001.json", "id": 60001,
           "is_public": true, "name": "SMS desk", "description": "", "default": false,
           "deleted": false, "created_at": "2026-01-01T00:00:00Z",
           "updated_at": "2026-01-01T00:00:00Z"}
          """#
      )
    ]
  )
}
