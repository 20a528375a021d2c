internal import Model
internal import Values

/// Small kinds that have every shape between them.
enum TestKinds {
  static let all = [field, hook, group, rule]

  static let field = Kind(
    "zendesk.field",
    collection: "fields",
    summary: "A field.",
    page: "",
    identity: .localName("key"),
    schema: [
      "key": Attribute(.text, "The key.").required,
      "type": Attribute(.choice(["text", "checkbox", "integer"]), "The type.").required,
      "title": Attribute(.text, "The title.").required.trimmed,
      "active": Attribute(.boolean, "Whether it is shown."),
      "position": Attribute(.integer, "Its place."),
    ],
    endpoints: Endpoints(
      "/fields",
      one: "field",
      many: "fields",
      paging: .cursor(sort: nil),
      update: .put
    ),
    examples: []
  )

  static let hook = Kind(
    "zendesk.hook",
    collection: "hooks",
    summary: "A hook.",
    page: "",
    identity: .attribute("name"),
    schema: [
      "id": Attribute(.text, "The id.").readOnly,
      "name": Attribute(.text, "The name.").required.trimmed,
      "endpoint": Attribute(.text, "Where to.").required,
      "headers": Attribute(.map(.text), "The headers."),
      "authentication": Attribute(
        .either([
          .object([
            "type": Attribute(.choice(["bearer"]), "Bearer.").required,
            "token": Attribute(.text, "The token.").required.secret,
          ]),
          .object([
            "type": Attribute(.choice(["basic"]), "Basic.").required,
            "username": Attribute(.text, "The user.").required,
            "password": Attribute(.text, "The password.").required.secret,
          ]),
        ]),
        "How to authenticate."
      ),
      "authorization": Attribute(.text, "A whole header.").secret,
    ],
    endpoints: Endpoints(
      "/hooks",
      one: "hook",
      many: "hooks",
      paging: .cursor(sort: nil),
      update: .put
    ),
    examples: []
  )

  static let group = Kind(
    "zendesk.group",
    collection: "groups",
    summary: "A group.",
    page: "",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "The name.").required,
      "order": Attribute(
        .order(Ordering(of: "zendesk.rule", groupedBy: "group_id", position: "position")),
        "The order of its rules."
      ),
    ],
    endpoints: Endpoints(
      "/groups",
      one: "group",
      many: "groups",
      paging: .cursor(sort: nil),
      update: .put
    ),
    examples: []
  )

  static let rule = Kind(
    "zendesk.rule",
    collection: "rules",
    summary: "A rule.",
    page: "",
    identity: .attribute("title"),
    schema: [
      "title": Attribute(.text, "The title.").required,
      "group_id": Attribute(.identifier(of: "zendesk.group"), "The group."),
      "position": Attribute(.integer, "The place.").readOnly,
      "active": Attribute(.boolean, "Whether it runs."),
      "note": Attribute(.text, "A note."),
      "body": Attribute(.body, "What is sent."),
      "tags": Attribute(.list(.text), "Tags."),
      "steps": Attribute(
        .list(
          .object([
            "field": Attribute(.text, "The field.").required,
            "value": Attribute(.either([.text, .list(.body)]), "The value."),
          ])
        ),
        "What it does."
      ),
    ],
    endpoints: Endpoints(
      "/rules",
      one: "rule",
      many: "rules",
      paging: .cursor(sort: nil),
      update: .put
    ),
    examples: []
  )
}
