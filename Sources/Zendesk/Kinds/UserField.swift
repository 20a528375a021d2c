package import Model
internal import Values

extension Kind {
  package static let userField = Kind(
    "zendesk.user_field",
    collection: "user_fields",
    summary: "A custom field of every user's profile.",
    page: "https://developer.zendesk.com/api-reference/ticketing/users/user_fields/",
    identity: .localName("key"),
    schema: CustomFieldSchema.profile(of: "user"),
    endpoints: Endpoints(
      "/api/v2/user_fields",
      one: "user_field",
      many: "user_fields",
      paging: .cursor(sort: nil),
      update: .put
    ),
    builtIn: CustomFieldSchema.system,
    mentionedAs: .identity("requester.custom_fields.*"),
    replacementCost: "the field's value on every user",
    checks: [CustomFieldCheck.findings],
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
}
