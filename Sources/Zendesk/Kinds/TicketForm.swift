package import Model
internal import Values

extension Kind {
  package static let ticketForm = Kind(
    "zendesk.ticket_form",
    collection: "ticket_forms",
    summary: "Which fields a ticket of one sort has, and in which order.",
    page: "https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_forms/",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "The form's name; may be dynamic content.")
        .required.trimmed.read(from: "raw_name"),
      "display_name": Attribute(.text, "What users see instead; may be dynamic content.")
        .read(from: "raw_display_name"),
      "active": Attribute(.boolean, "Whether it is in use."),
      "default": Attribute(.boolean, "Whether a ticket has it where nothing is said."),
      "end_user_visible": Attribute(.boolean, "Whether users can choose it."),
      "in_all_brands": Attribute(.boolean, "Whether every brand offers it."),
      "ticket_field_ids": Attribute(
        .list(.identifier(of: "zendesk.ticket_field")),
        "Its fields in their order; the system fields that it must have are added where they miss."
      ).sentAsNumber.padded(with: "zendesk.ticket_field", where: systemTicketField),
      "agent_conditions": Attribute(
        .list(.object(condition)),
        "Which fields agents see only where another has a value; [] for none."
      ),
      "end_user_conditions": Attribute(
        .list(.object(condition)),
        "Which fields users see only where another has a value; [] for none."
      ),
      "position": Attribute(.integer, "Its place among the forms.").readOnly,
      "restricted_brand_ids": Attribute(.list(.text), "The brands that offer it.").readOnly,
    ],
    endpoints: Endpoints(
      "/api/v2/ticket_forms",
      one: "ticket_form",
      many: "ticket_forms",
      // The page on forms is silent about pages, which the OpenAPI document has.
      paging: .cursorIfAny,
      update: .put
    ),
    examples: [
      Example(
        "A form that asks for a reason only where an order number is given",
        name: "returns",
        spec: """
          name: Returns
          ticket_field_ids: ["22001", "22002"]
          end_user_conditions:
            - parent_field_id: "22001"
              value: "true"
              child_fields: [{id: "22002", is_required: true}]
          """,
        request: #"""
          {"name": "Returns", "ticket_field_ids": [22001, 22002], "end_user_conditions": [
            {"parent_field_id": 22001, "value": "true",
             "child_fields": [{"id": 22002, "is_required": true}]}]}
          """#,
        live: #"""
          {"url": "https://acme.zendesk.com/api/v2/ticket_forms/80001.json", "id": 80001,
           "name": "Returns", "raw_name": "Returns", "display_name": "Returns",
           "raw_display_name": "Returns", "end_user_visible": false, "position": 2,
           "ticket_field_ids": [22001, 22002], "active": true, "default": false,
           "in_all_brands": true, "restricted_brand_ids": [], "agent_conditions": [],
           "end_user_conditions": [{"parent_field_id": 22001, "value": "true",
             "child_fields": [{"id": 22002, "is_required": true}]}],
           "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
          """#
      )
    ]
  )

  private static let condition: Schema = [
    "parent_field_id": Attribute(.identifier(of: "zendesk.ticket_field"), "The field that decides.")
      .required.sentAsNumber,
    "value": Attribute(.text, "The value it must have.").required,
    "child_fields": Attribute(.list(.object(child)), "The fields that are then shown.").required,
  ]

  private static let child: Schema = [
    "id": Attribute(.identifier(of: "zendesk.ticket_field"), "The field that is shown.")
      .required.sentAsNumber,
    "is_required": Attribute(.boolean, "Whether it must be filled in.").required,
    "required_on_statuses": Attribute(
      .object([
        "type": Attribute(
          .choice(["ALL_STATUSES", "NO_STATUSES", "SOME_STATUSES"]),
          "On which statuses an agent must fill it in."
        ).required,
        "statuses": Attribute(.list(.text), "These, for SOME_STATUSES.").unordered,
        "custom_statuses": Attribute(.list(.text), "The ids of these, for SOME_STATUSES.")
          .unordered.sentAsNumber,
      ]),
      "When an agent must fill it in; not for users."
    ),
  ]
}
