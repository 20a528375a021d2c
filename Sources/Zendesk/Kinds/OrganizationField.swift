package import Model
internal import Values

extension Kind {
  package static let organizationField = Kind(
    "zendesk.organization_field",
    collection: "organization_fields",
    summary: "A custom field of every organization's profile.",
    page:
      "https://developer.zendesk.com/api-reference/ticketing/organizations/organization_fields/",
    identity: .localName("key"),
    schema: CustomFieldSchema.profile(of: "organization"),
    endpoints: Endpoints(
      "/api/v2/organization_fields",
      one: "organization_field",
      many: "organization_fields",
      paging: .cursor(sort: nil),
      update: .put
    ),
    builtIn: CustomFieldSchema.system,
    mentionedAs: .identity("organization.custom_fields.*"),
    replacementCost: "the field's value on every organization",
    checks: [CustomFieldCheck.findings],
    examples: [
      Example(
        "A checkbox that tags the organization's tickets",
        name: "is_partner",
        spec: """
          type: checkbox
          title: Partner
          tag: partner
          """,
        request: #"""
          {"key": "is_partner", "type": "checkbox", "title": "Partner", "tag": "partner"}
          """#,
        live: #"""
          {"url": "https://acme.zendesk.com/api/v2/organization_fields/21001.json", "id": 21001,
           "type": "checkbox", "key": "is_partner", "title": "Partner", "description": "",
           "raw_title": "Partner", "raw_description": "", "position": 9999, "active": true,
           "system": false, "regexp_for_validation": null, "tag": "partner",
           "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
          """#
      )
    ]
  )
}
