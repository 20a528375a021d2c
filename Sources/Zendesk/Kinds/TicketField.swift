package import Model
internal import Values

extension Kind {
  package static let ticketField = Kind(
    "zendesk.ticket_field",
    collection: "ticket_fields",
    summary: "A custom field of tickets; rules name it custom_fields_ID.",
    page: "https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/",
    identity: .attribute("title"),
    schema: [
      "title": CustomFieldSchema.title,
      "type": Attribute(
        .choice([
          "text", "textarea", "checkbox", "date", "integer", "decimal", "regexp",
          "partialcreditcard", "multiselect", "tagger", "lookup",
        ]),
        "What the field holds; a dropdown is a tagger."
      ).defaulting(to: "text").immutable,
      "description": Attribute(
        .text,
        "What the field is for, as users see it; its title where nothing is said."
      ).read(from: "raw_description"),
      "title_in_portal": Attribute(
        .text,
        "The label users see; its title where nothing is said."
      ).read(from: "raw_title_in_portal"),
      "agent_description": Attribute(.text, "What the field is for, as agents alone see it."),
      "active": CustomFieldSchema.active,
      "required": Attribute(.boolean, "Whether a ticket needs it to be solved."),
      "collapsed_for_agents": Attribute(
        .boolean,
        "Whether agents see it among the rarely used fields only."
      ),
      "visible_in_portal": Attribute(.boolean, "Whether users see it."),
      "editable_in_portal": Attribute(.boolean, "Whether users can change it."),
      "required_in_portal": Attribute(.boolean, "Whether users must fill it in."),
      "regexp_for_validation": CustomFieldSchema.regexp,
      "tag": Attribute(.text, "The tag a ticked checkbox adds, for type checkbox."),
      "custom_field_options": Attribute(
        .list(.object(option)),
        "The choices of a tagger or multiselect, in their order."
      ).matched(
        by: "value",
        carrying: "id",
        losing: "the choice of every ticket and macro that has it"
      ),
      "relationship_target_type": CustomFieldSchema.relationshipTarget,
      "relationship_filter": CustomFieldSchema.relationshipFilter,
      "sub_type_id": Attribute(
        .integer,
        "Which choices the system fields priority and status have, for an external one."
      ),
      "position": CustomFieldSchema.position,
      "key": Attribute(.text, "Null; only fields of profiles have a key.").readOnly,
      "removable": Attribute(.boolean, "False for the system fields of every ticket.").readOnly,
    ],
    endpoints: Endpoints(
      "/api/v2/ticket_fields",
      one: "ticket_field",
      many: "ticket_fields",
      // A cursor's pages are in the order of the ids.
      paging: .cursor(sort: nil),
      update: .put
    ),
    following: ["title": ["description", "title_in_portal"]],
    builtIn: systemTicketField,
    mentionedAs: .id("custom_fields_*"),
    replacementCost: "the field's value on every ticket",
    examples: [
      Example(
        "A text field, whose description and label for users follow its title",
        name: "order_number",
        spec: """
          type: text
          title: Order number
          required: true
          """,
        request: #"{"title": "Order number", "type": "text", "required": true}"#,
        live: #"""
          {"url": "https://acme.zendesk.com/api/v2/ticket_fields/22001.json", "id": 22001,
           "type": "text", "title": "Order number", "raw_title": "Order number",
           "description": "Order number", "raw_description": "Order number", "position": 9999,
           "active": true, "required": true, "collapsed_for_agents": false,
           "regexp_for_validation": null, "title_in_portal": "Order number",
           "raw_title_in_portal": "Order number", "visible_in_portal": false,
           "editable_in_portal": false, "required_in_portal": false, "tag": null,
           "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
           "removable": true, "key": null, "agent_description": null}
          """#
      ),
      Example(
        "A dropdown with a choice that is made unasked",
        name: "channel",
        spec: """
          type: tagger
          title: Preferred channel
          custom_field_options:
            - {name: SMS, value: channel_sms, default: true}
            - {name: E-mail, value: channel_mail}
          """,
        request: #"""
          {"title": "Preferred channel", "type": "tagger", "custom_field_options": [
            {"name": "SMS", "value": "channel_sms", "default": true},
            {"name": "E-mail", "value": "channel_mail", "default": false}]}
          """#,
        live: #"""
          {"id": 22002, "type": "tagger", "title": "Preferred channel",
           "raw_title": "Preferred channel", "description": "Preferred channel",
           "raw_description": "Preferred channel", "position": 9999, "active": true,
           "removable": true, "custom_field_options": [
             {"id": 41, "name": "SMS", "raw_name": "SMS", "value": "channel_sms",
              "default": true},
             {"id": 42, "name": "E-mail", "raw_name": "E-mail", "value": "channel_mail",
              "default": false}]}
          """#
      ),
    ]
  )

  /// What every ticket has, such as its subject; forms hold them unasked.
  static let systemTicketField = Criterion("removable", is: false)

  private static let option: Schema = [
    "name": Attribute(.text, "What agents see; may be dynamic content.")
      .required.read(from: "raw_name"),
    "value": Attribute(.text, "The tag that stands for the choice; no other field may have it.")
      .required,
    "default": Attribute(.boolean, "Whether it is chosen where nothing is said.")
      .defaulting(to: false),
  ]
}
