package import Model
internal import Values

extension Kind {
  package static let customAttribute = Kind(
    "braze.custom_attribute",
    collection: "custom_attributes",
    summary: "An attribute of a user's profile that is not one of Braze's own.",
    page: "https://www.braze.com/docs/api/endpoints/export/custom_attributes/get_custom_attributes",
    identity: .nameUnlessWritten("name"),
    mode: .verified,
    emergence: "Braze makes it when it is first set",
    handwork: Handwork(
      place: { _ in "Data Settings > Custom Attributes > Add custom attributes" },
      placeOfChange: "Data Settings > Custom Attributes",
      removal:
        "Delete it, where the workspace offers that; until no API lists it, the step stays open.",
      verification: "the next plan reads its data type and its status",
      rehearsal: Handwork.Rehearsal("custom_attributes", archives: false, form: rehearsed)
    ),
    schema: [
      "name": Attribute(.text, "Its name in profiles; the resource's name unless written.").trimmed
        .labelled("Attribute name"),
      "data_type": Attribute(
        .choice(["string", "number", "boolean", "date", "array", "object", "object_array"]),
        "What its values are, detected by Braze or set in the dashboard."
      ).labelled("Data type"),
      "blocklisted": Attribute(.boolean, "Whether Braze ignores what is sent for it.")
        .defaulting(to: false).labelled("Blocklisted"),
    ],
    endpoints: Endpoints(
      "/custom_attributes",
      many: "attributes",
      idName: "name",
      paging: .link,
      calls: Endpoints.Calls(id: "name", read: nil),
      form: attributes
    ),
    checks: [CustomAttributeCheck.findings],
    examples: [
      Example(
        "A flag that is sent as text",
        name: "zendesk_ticket_open",
        spec: "data_type: string",
        live: #"""
          {"array_length": null, "data_type": "String (Automatically Detected)",
           "description": null, "name": "zendesk_ticket_open", "status": "Active",
           "tag_names": []}
          """#
      )
    ]
  )

  /// The dashboard's words for data types; it has no default.
  @Sendable private static func rehearsed(_ attributes: Members) -> Members {
    let type = attributes["data_type"]?.text ?? "string"
    let words = type.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return ["data_type": .string(words.joined(separator: " "))]
  }

  /// Braze answers `String (Automatically Detected)` where nobody chose the type, and `Blocklisted` for a
  /// status.
  @Sendable private static func attributes(_ answer: Members) -> Members {
    var attributes = answer
    if let text = answer["data_type"]?.text {
      let type = text.replacing(/\s*\(.*\)$/, with: "").lowercased()
      attributes["data_type"] = .string(type.replacing(" ", with: "_"))
    }
    attributes["blocklisted"] = answer["status"]?.text.map { .boolean($0 == "Blocklisted") }
    return attributes
  }
}
