internal import Values

/// <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/>
struct TicketFields: EmulatedCollection {
  let path = "ticket_fields"
  let singular = "ticket_field"
  let service = Service.classic
  let controller = "api/v2/ticket_fields"
  let keys = [
    "id", "type", "title", "raw_title", "description", "raw_description", "position", "active",
    "required", "collapsed_for_agents", "regexp_for_validation", "title_in_portal",
    "raw_title_in_portal", "visible_in_portal", "editable_in_portal", "required_in_portal", "tag",
    "created_at", "updated_at", "removable", "key", "agent_description", "sub_type_id",
    "system_field_options", "custom_statuses", "custom_field_options", "relationship_target_type",
    "relationship_filter",
  ]
  let listParameters: Set = ["locale", "creator", "sort", "include"]
  var table: TablePath { \.ticketFields }
  var endpoints: [Endpoint] {
    FieldEndpoints(collection: self, typesWithOptions: ["tagger", "multiselect"]).all
      + [.count(self)]
  }
  /// <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/#pagination>
  var listsAllUnpaged: Bool { true }

  private static let types: Set = [
    "text", "textarea", "checkbox", "date", "integer", "decimal", "regexp", "partialcreditcard",
    "multiselect", "tagger", "lookup",
  ]
  private static let flags = [
    "active", "required", "collapsed_for_agents", "visible_in_portal", "editable_in_portal",
    "required_in_portal",
  ]

  /// A field's type is for life: later it counts as unpermitted.
  func permitted(_ verb: Verb) -> Permitted {
    let plain =
      Self.flags + [
        "title", "raw_title", "description", "raw_description", "position",
        "regexp_for_validation", "title_in_portal", "raw_title_in_portal", "tag",
        "agent_description", "sub_type_id", "relationship_target_type", "relationship_filter",
      ]
    var members = Dictionary(uniqueKeysWithValues: plain.map { ($0, Permitted.anything) })
    members["custom_field_options"] = .only(
      "id",
      "name",
      "raw_name",
      "value",
      "default",
      "position"
    )
    if verb == .create { members["type"] = .anything }
    return .members([singular: .members(members)])
  }

  /// By position where everything is listed at once, by id in pages.
  func ordering(_ query: Query) throws(Refusal) -> Ordering {
    let isCursor = query.parameters.contains { $0.name.hasPrefix("page[") }
    return try .sorted(
      query,
      by: ["id", "position", "title", "created_at", "updated_at"],
      otherwise: isCursor ? "id" : "position"
    )
  }

  func missing(_ segment: String) -> Refusal { .recordNotFound }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    let given = parameters(input, .create)
    let type = try given.text("type") ?? "text"
    var errors = RecordErrors()
    if !Self.types.contains(type) { errors.invalid("type", "Type") }
    let number = state.identifiers.integer()
    var field: Members = [
      "id": .integer(number), "type": .string(type), "active": true, "required": false,
      "collapsed_for_agents": false,
      "regexp_for_validation": type == "date" ? .string(CustomFields.datePattern) : .null,
      "visible_in_portal": false, "editable_in_portal": false, "required_in_portal": false,
      "tag": .null, "created_at": call.stamp, "removable": true, "key": .null,
      "agent_description": .null,
    ]
    if !given.has("title"), !given.has("raw_title") { errors.blank("title", "Title") }
    try fill(&field, given, call, &errors)
    try fillByType(&field, given, &state.identifiers, &errors)
    try errors.throwIfAny()
    field["position"] = .integer(CustomFields.lastPosition)
    state.ticketFields[String(number)] = field
    return String(number)
  }

  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    guard var field = state.ticketFields[id] else { throw missing(id) }
    let given = parameters(input, .update)
    var errors = RecordErrors()
    try fill(&field, given, call, &errors)
    try fillByType(&field, given, &state.identifiers, &errors)
    try errors.throwIfAny()
    state.ticketFields[id] = field
  }

  func delete(_ id: String, _ call: Call, _ state: inout ZendeskState) throws(Refusal) {
    guard state.ticketFields[id]?["removable"] != false else {
      throw .recordInvalid("System fields cannot be deleted")
    }
    state.ticketFields[id] = nil
  }

  /// Lays what the request names over `field`. The description and the title in the portal follow
  /// the title as long as they were not given another text.
  private func fill(
    _ field: inout Members,
    _ given: Parameters,
    _ call: Call,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    let followers = ["description", "title_in_portal"]
    if given.has("title") || given.has("raw_title") {
      let before = field["title"]
      let title = call.trimmed(try given.text("raw_title", "title") ?? "")
      if title.isEmpty { errors.blank("title", "Title") }
      field["title"] = .string(title)
      field["raw_title"] = .string(title)
      for name in followers where field[name] == before {
        field[name] = .string(title)
        field["raw_\(name)"] = .string(title)
      }
    }
    for name in followers where given.has(name) || given.has("raw_\(name)") {
      let text = Value.string(try given.text("raw_\(name)", name) ?? "")
      field[name] = text
      field["raw_\(name)"] = text
    }
    for name in Self.flags {
      if let flag = try given.flag(name) { field[name] = .boolean(flag) }
    }
    if let position = try given.number("position") { field["position"] = .integer(position) }
    if given.has("agent_description") {
      field["agent_description"] =
        try given.text("agent_description").map { .string($0) } ?? .null
    }
    field["updated_at"] = call.stamp
  }

  private func fillByType(
    _ field: inout Members,
    _ given: Parameters,
    _ identifiers: inout Identifiers,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    switch field["type"]?.text ?? "" {
    case "regexp":
      if given.has("regexp_for_validation") {
        field["regexp_for_validation"] =
          try given.text("regexp_for_validation").map { .string($0) } ?? .null
      }
    case "checkbox":
      if given.has("tag") { field["tag"] = try given.text("tag").map { .string($0) } ?? .null }
    case "tagger", "multiselect":
      let before = field["custom_field_options"]?.items
      let options = try FieldOptions(given, before: before ?? [])
      if options != nil || before == nil {
        field["custom_field_options"] =
          (options ?? FieldOptions()).checked(withDefault: true, &errors, &identifiers)
      }
    case "lookup":
      if let target = try given.text("relationship_target_type") {
        field["relationship_target_type"] = .string(target)
      }
      if field["relationship_target_type"] == nil {
        errors.blank("relationship_target_type", "Relationship target type")
      }
      if let filter = given.members["relationship_filter"] { field["relationship_filter"] = filter }
    case "status", "priority":
      if let number = try given.number("sub_type_id") { field["sub_type_id"] = .integer(number) }
    default: break
    }
  }
}
