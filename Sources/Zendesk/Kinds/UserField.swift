package import Model
internal import Values

extension Kind {
  package static let userField = Kind(
    "zendesk.user_field",
    collection: "user_fields",
    summary: "A custom field of every user's profile.",
    page: "https://developer.zendesk.com/api-reference/ticketing/users/user_fields/",
    identity: .localName("key"),
    schema: [
      "key": Attribute(
        .text,
        "The name in the API and in placeholders; the resource's name in the spec."
      ).required.immutable,
      "type": Attribute(
        .choice([
          "text", "textarea", "checkbox", "date", "integer", "decimal", "regexp", "dropdown",
          "lookup", "multiselect",
        ]),
        "What the field holds."
      ).defaulting(to: "text").immutable,
      "title": Attribute(.text, "The label agents see; may be dynamic content.")
        .required.trimmed.read(from: "raw_title"),
      "description": Attribute(.text, "What the field is for; may be dynamic content.")
        .read(from: "raw_description"),
      "active": Attribute(.boolean, "Whether the field is in use."),
      "regexp_for_validation": Attribute(.text, "What a value must match, for type regexp."),
      "tag": Attribute(.text, "The tag a ticked checkbox adds, for type checkbox."),
      "custom_field_options": Attribute(
        .list(.object(option)),
        "The choices of a dropdown or multiselect, in their order."
      ).matched(by: "value", carrying: "id", losing: "the choice of every user who has it"),
      "relationship_target_type": Attribute(
        .text,
        "What a lookup points to, such as zen:organization."
      ).immutable,
      "relationship_filter": Attribute(
        .object([
          "all": Attribute(.list(.object(filterCondition)), "Conditions that must all hold."),
          "any": Attribute(.list(.object(filterCondition)), "Conditions of which one must hold."),
        ]),
        "Which objects a lookup offers."
      ),
      "position": Attribute(.integer, "Its place among the fields.").readOnly,
      "system": Attribute(.boolean, "Whether Zendesk itself made the field.").readOnly,
    ],
    endpoints: Endpoints(
      "/api/v2/user_fields",
      one: "user_field",
      many: "user_fields",
      paging: .cursor(sort: nil),
      update: .put
    ),
    mentionedAs: "requester.custom_fields.*",
    replacementCost: "the field's value on every user",
    examples: [
      Example(
        "A text field",
        name: "braze_external_id",
        spec: """
          type: text
          title: Braze external ID
          """,
        request: #"{"key": "braze_external_id", "type": "text", "title": "Braze external ID"}"#,
        live: #"""
          {"url": "https://acme.zendesk.com/api/v2/user_fields/20001.json", "id": 20001,
           "type": "text", "key": "braze_external_id", "title": "Braze external ID",
           "description": "", "raw_title": "Braze external ID", "raw_description": "",
           "position": 9999, "active": true, "system": false, "regexp_for_validation": null,
           "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
          """#
      ),
      Example(
        "A title in dynamic content, whose source is compared and not what it renders to",
        name: "plan_name",
        spec: """
          type: text
          title: "{{dc.plan_name}}"
          """,
        request: #"{"key": "plan_name", "type": "text", "title": "{{dc.plan_name}}"}"#,
        live: #"""
          {"id": 20003, "type": "text", "key": "plan_name", "title": "Plan",
           "description": "", "raw_title": "{{dc.plan_name}}", "raw_description": "",
           "position": 9999, "active": true, "system": false, "regexp_for_validation": null}
          """#
      ),
      Example(
        "A dropdown, whose choices keep their ids",
        name: "sms_consent",
        spec: """
          type: dropdown
          title: SMS consent
          custom_field_options:
            - {name: Given, value: sms_given}
            - {name: Refused, value: sms_refused}
          """,
        request: #"""
          {"key": "sms_consent", "type": "dropdown", "title": "SMS consent",
           "custom_field_options": [{"name": "Given", "value": "sms_given"},
                                    {"name": "Refused", "value": "sms_refused"}]}
          """#,
        live: #"""
          {"id": 20002, "type": "dropdown", "key": "sms_consent", "title": "SMS consent",
           "description": "", "raw_title": "SMS consent", "raw_description": "", "position": 9999,
           "active": true, "system": false, "regexp_for_validation": null,
           "custom_field_options": [
             {"id": 31, "name": "Given", "raw_name": "Given", "value": "sms_given"},
             {"id": 32, "name": "Refused", "raw_name": "Refused", "value": "sms_refused"}]}
          """#
      ),
    ]
  )

  private static let option: Schema = [
    "name": Attribute(.text, "What agents see; may be dynamic content.")
      .required.read(from: "raw_name"),
    "value": Attribute(.text, "The tag that stands for the choice; it identifies the choice.")
      .required,
  ]

  private static let filterCondition: Schema = [
    "field": Attribute(.text, "What is looked at.").required,
    "operator": Attribute(.text, "How it is compared.").required,
    "value": Attribute(.text, "What it is compared with."),
  ]
}
