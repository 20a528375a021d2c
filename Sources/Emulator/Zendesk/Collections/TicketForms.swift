internal import Values

/// <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_forms/>
///
/// No recorded answer is known: the order of the members and the defaults are unconfirmed.
struct TicketForms: EmulatedCollection {
  let path = "ticket_forms"
  let singular = "ticket_form"
  let service = Service.classic
  let controller = "api/v2/ticket_forms"
  let keys = [
    "name", "display_name", "id", "raw_name", "raw_display_name", "end_user_visible", "position",
    "ticket_field_ids", "active", "default", "created_at", "updated_at", "in_all_brands",
    "restricted_brand_ids", "end_user_conditions", "agent_conditions",
  ]
  let listParameters: Set = [
    "active", "end_user_visible", "fallback_to_default", "associated_to_brand", "form_type",
    "sort", "locale",
  ]
  var table: TablePath { \.ticketForms }
  var endpoints: [Endpoint] { TicketFormEndpoints.all }

  private static let limit = 300

  func permitted(_ verb: Verb) -> Permitted {
    let names = keys.filter { !["id", "created_at", "updated_at"].contains($0) }
    return .members([
      singular: .members(Dictionary(uniqueKeysWithValues: names.map { ($0, .anything) }))
    ])
  }

  func ordering(_ query: Query) throws(Refusal) -> Ordering {
    try .sorted(
      query,
      by: ["position", "id", "name", "created_at", "updated_at"],
      otherwise: "position"
    )
  }

  func matches(_ object: Members, _ call: Call) -> Bool {
    ["active", "end_user_visible"].allSatisfy { name in
      call.request.query[name].map { object[name]?.scalarText == $0 } ?? true
    }
  }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    guard state.ticketForms.objects.count < Self.limit else {
      throw .recordInvalid("The limit of \(Self.limit) ticket forms has been reached")
    }
    let last = state.ticketForms.lastPosition() ?? 0
    let fresh: Members = [
      "end_user_visible": false, "position": .integer(last &+ 1),
      "ticket_field_ids": .list(Self.complete([], state)), "active": true, "default": false,
      "created_at": call.stamp, "in_all_brands": true, "restricted_brand_ids": [],
      "end_user_conditions": [], "agent_conditions": [],
    ]
    var form = try form(parameters(input, .create), over: fresh, isNew: true, call, &state)
    let number = state.identifiers.integer()
    form["id"] = .integer(number)
    state.ticketForms[String(number)] = form
    if form["default"] == true { makeDefault(String(number), &state) }
    return String(number)
  }

  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    guard let old = state.ticketForms[id] else { throw missing(id) }
    let form = try form(parameters(input, .update), over: old, isNew: false, call, &state)
    state.ticketForms[id] = form
    if form["default"] == true, old["default"] != true { makeDefault(id, &state) }
  }

  func delete(_ id: String, _ call: Call, _ state: inout ZendeskState) throws(Refusal) {
    guard call.unconfirmed.deletesDefaults || state.ticketForms[id]?["default"] != true else {
      throw .recordInvalid("The default ticket form cannot be deleted")
    }
    state.ticketForms[id] = nil
  }

  private func form(
    _ given: Parameters,
    over old: Members,
    isNew: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Members {
    var form = old
    var errors = RecordErrors()
    if isNew || given.has("name") || given.has("raw_name") {
      let name = call.trimmed(try given.text("raw_name", "name") ?? "")
      if name.isEmpty { errors.blank("name", "Name") }
      form["name"] = .string(name)
      form["raw_name"] = .string(name)
    }
    let shown = try given.text("raw_display_name", "display_name")
    if let display = shown.map({ Value.string($0) }) ?? (isNew ? form["name"] : nil) {
      form["display_name"] = display
      form["raw_display_name"] = display
    }
    for key in ["end_user_visible", "active", "default", "in_all_brands"] {
      if let flag = try given.flag(key) { form[key] = .boolean(flag) }
    }
    if let position = try given.number("position") { form["position"] = .integer(position) }
    for key in ["end_user_conditions", "agent_conditions", "restricted_brand_ids"] {
      if let items = try given.list(key) { form[key] = .list(items) }
    }
    if let items = try given.list("ticket_field_ids") {
      let ids = items.compactMap { $0.integer ?? $0.text.flatMap { Int($0) } }
      guard ids.count == items.count else { throw given.wrong("ticket_field_ids", "an array") }
      if call.unconfirmed.refusesUnknownIDs,
        ids.contains(where: { state.ticketFields[String($0)] == nil })
      {
        errors.invalid("ticket_field_ids", "Ticket fields")
      }
      form["ticket_field_ids"] = .list(Self.complete(ids.map { .integer($0) }, state))
    }
    try errors.throwIfAny()
    form["updated_at"] = call.stamp
    return form
  }

  /// `ids` with the system fields that every form has; that the missing ones come first is
  /// unconfirmed.
  private static func complete(_ ids: [Value], _ state: ZendeskState) -> [Value] {
    let system = state.ticketFields.objects.values.filter { $0["removable"] == false }
      .sorted { ($0["position"]?.integer ?? 0) < ($1["position"]?.integer ?? 0) }
      .compactMap { $0["id"] }
    return system.filter { !ids.contains($0) } + ids
  }

  /// There is one default form.
  private func makeDefault(_ id: String, _ state: inout ZendeskState) {
    for other in state.ticketForms.objects.keys where other != id {
      state.ticketForms[other]?["default"] = false
    }
  }
}
