package import Model
internal import Values

extension Kind {
  /// Its subdomain is unique in the whole of Zendesk, and therefore another one in each instance; what
  /// the instances of one spec have in common is the name.
  package static let brand = Kind(
    "zendesk.brand",
    collection: "brands",
    summary: "A face that an account shows to customers; the plan says how many there can be.",
    page: "https://developer.zendesk.com/api-reference/ticketing/account-configuration/brands/",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "The brand's name.").required.trimmed,
      "subdomain": Attribute(
        .text,
        "Its own subdomain of zendesk.com, which no brand of any account has yet."
      ).required,
      "active": Attribute(.boolean, "Whether it is in use."),
      "brand_url": Attribute(.text, "Its URL, which otherwise follows from the subdomain."),
      "host_mapping": Attribute(.text, "A domain of your own that leads to it."),
      "has_help_center": Attribute(.boolean, "Whether it has a help center."),
      "signature_template": Attribute(.text, "The signature under what its agents write."),
      // The documents call it writable, and do not say what becomes of the brand that was it.
      "default": Attribute(.boolean, "Whether it is the account's first brand.").readOnly,
      "is_deleted": Attribute(.boolean, "Whether it was deleted.").readOnly,
      "help_center_state": Attribute(.text, "Whether its help center can be seen.").readOnly,
      "logo": Attribute(.map(.text), "Its image, which is uploaded as a file.").readOnly,
      "ticket_form_ids": Attribute(.list(.text), "The forms that it offers.").readOnly,
    ],
    endpoints: Endpoints(
      "/api/v2/brands",
      one: "brand",
      many: "brands",
      paging: .cursor(sort: nil),
      update: .put,
      tombstone: Criterion("is_deleted", is: true)
    ),
    replacementCost: "its help center",
    examples: [
      Example(
        "A brand for partners",
        name: "partners",
        spec: """
          name: Acme Partners
          subdomain: acme-partners
          """,
        request: #"{"name": "Acme Partners", "subdomain": "acme-partners"}"#,
        live: #"""
          {"url": "https://acme.zendesk.com/api/v2/brands/70001.json", "id": 70001,
           "name": "Acme Partners", "brand_url": "https://acme-partners.zendesk.com",
           "subdomain": "acme-partners", "host_mapping": null, "has_help_center": false,
           "help_center_state": "disabled", "active": true, "default": false,
           "is_deleted": false, "logo": null, "ticket_form_ids": [80001],
           "signature_template": "{{agent.signature}}",
           "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
          """#
      )
    ]
  )
}
