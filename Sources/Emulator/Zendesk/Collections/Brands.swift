internal import Values

/// <https://developer.zendesk.com/api-reference/ticketing/account-configuration/brands/>
///
/// No recorded answer is known: the order of the members, and what the documents do not say about
/// a brand that was given nothing but its name and subdomain, are unconfirmed.
struct Brands: EmulatedCollection {
  let path = "brands"
  let singular = "brand"
  let service = Service.classic
  let controller = "api/v2/brands"
  let keys = [
    "id", "name", "brand_url", "subdomain", "host_mapping", "has_help_center", "help_center_state",
    "active", "default", "is_deleted", "logo", "ticket_form_ids", "signature_template",
    "created_at", "updated_at",
  ]
  let listParameters: Set = ["sort"]
  var table: TablePath { \.brands }

  func permitted(_ verb: Verb) -> Permitted {
    .members([
      singular: .only(
        "name",
        "subdomain",
        "brand_url",
        "host_mapping",
        "has_help_center",
        "active",
        "signature_template"
      )
    ])
  }

  /// By name, as the documents say; a cursor's `sort` can be any of these.
  func ordering(_ query: Query) throws(Refusal) -> Ordering {
    try .sorted(query, by: ["id", "name", "created_at", "updated_at"], otherwise: "name")
  }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    let fresh: Members = [
      "host_mapping": .null, "has_help_center": false, "help_center_state": "disabled",
      "active": true, "default": false, "is_deleted": false, "logo": .null,
      "ticket_form_ids": .list(Self.sharedForms(state)),
      "signature_template": "{{agent.signature}}", "created_at": call.stamp,
    ]
    var brand = try brand(parameters(input, .create), over: fresh, id: nil, call, state)
    let number = state.identifiers.integer()
    brand["id"] = .integer(number)
    state.brands[String(number)] = brand
    return String(number)
  }

  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    guard let old = state.brands[id] else { throw missing(id) }
    state.brands[id] = try brand(parameters(input, .update), over: old, id: id, call, state)
  }

  /// Whether a deleted brand can still be read, marked as such, is unconfirmed: here it cannot.
  func delete(_ id: String, _ call: Call, _ state: inout ZendeskState) throws(Refusal) {
    guard call.unconfirmed.deletesDefaults || state.brands[id]?["default"] != true else {
      throw .recordInvalid("The default brand cannot be deleted")
    }
    state.brands[id] = nil
  }

  private func brand(
    _ given: Parameters,
    over old: Members,
    id: String?,
    _ call: Call,
    _ state: ZendeskState
  ) throws(Refusal) -> Members {
    var brand = old
    var errors = RecordErrors()
    for (key, label) in [("name", "Name"), ("subdomain", "Subdomain")]
    where id == nil || given.has(key) {
      let text = call.trimmed(try given.text(key) ?? "")
      if text.isEmpty { errors.blank(key, label) }
      brand[key] = .string(text)
    }
    let subdomain = brand["subdomain"] ?? .null
    if state.brands.objects.contains(where: { $0.key != id && $0.value["subdomain"] == subdomain })
    {
      errors.taken("subdomain", "Subdomain", subdomain.text ?? "")
    }
    if id == nil || given.has("subdomain") {
      brand["brand_url"] = .string("https://\(subdomain.text ?? "").zendesk.com")
    }
    for key in ["brand_url", "host_mapping", "signature_template"] where given.has(key) {
      if let text = try given.text(key) { brand[key] = .string(text) } else { brand[key] = .null }
    }
    for key in ["active", "has_help_center"] {
      if let flag = try given.flag(key) { brand[key] = .boolean(flag) }
    }
    try errors.throwIfAny()
    brand["help_center_state"] = brand["has_help_center"] == true ? "enabled" : "disabled"
    brand["updated_at"] = call.stamp
    return brand
  }

  private static func sharedForms(_ state: ZendeskState) -> [Value] {
    state.ticketForms.objects.values.filter { $0["in_all_brands"] == true }
      .compactMap { $0["id"] }
      .sorted { ($0.integer ?? 0) < ($1.integer ?? 0) }
  }
}
