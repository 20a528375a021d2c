internal import Values

/// The fields of users, or those of organizations, which work alike.
///
/// - <https://developer.zendesk.com/api-reference/ticketing/users/user_fields/>
/// - <https://developer.zendesk.com/api-reference/ticketing/organizations/organization_fields/>
struct CustomFields: EmulatedCollection {
  static let ofUsers = CustomFields(owner: "user", table: \.userFields)
  static let ofOrganizations = CustomFields(owner: "organization", table: \.organizationFields)

  let owner: String
  let table: TablePath

  var path: String { "\(owner)_fields" }
  var singular: String { "\(owner)_field" }
  let service = Service.classic
  var controller: String { "api/v2/\(path)" }
  let keys = [
    "id", "type", "key", "title", "description", "raw_title", "raw_description", "position",
    "active", "system", "regexp_for_validation", "created_at", "updated_at", "tag",
    "custom_field_options", "relationship_target_type", "relationship_filter",
  ]
  let listParameters: Set = ["resolve_dc", "include"]
  var endpoints: [Endpoint] {
    FieldEndpoints(collection: self, typesWithOptions: ["dropdown", "multiselect"]).all
  }

  private static let types: Set = [
    "text", "textarea", "checkbox", "date", "integer", "decimal", "regexp", "dropdown", "lookup",
    "multiselect",
  ]
  /// Where a new field stands until the next change renumbers them all.
  static let lastPosition = 9999
  static let datePattern =
    #"\A([0-9]{4})-(1[0-2]|0[1-9])-(3[01]|[12][0-9]|0[1-9])\z"#

  /// A field's key and type are for life: later they count as unpermitted.
  func permitted(_ verb: Verb) -> Permitted {
    let plain = [
      "title", "raw_title", "description", "raw_description", "position", "active",
      "regexp_for_validation", "tag", "relationship_target_type", "relationship_filter",
    ]
    var members = Dictionary(uniqueKeysWithValues: plain.map { ($0, Permitted.anything) })
    members["custom_field_options"] = .only("id", "name", "raw_name", "value", "position")
    if verb == .create {
      members["key"] = .anything
      members["type"] = .anything
    }
    return .members([singular: .members(members)])
  }

  func ordering(_ query: Query) throws(Refusal) -> Ordering { Self.configured }

  private static let configured = Ordering(attributes: ["position", "id"])

  /// By id or by key.
  func id(for segment: String, in state: ZendeskState) -> String? {
    if state[keyPath: table][segment] != nil { return segment }
    return state[keyPath: table].objects.first { $0.value["key"] == .string(segment) }?.key
  }

  func missing(_ segment: String) -> Refusal { .recordNotFound }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    let field = parameters(input, .create)
    let type = try field.text("type") ?? "text"
    let key = try field.text("key") ?? ""
    var errors = RecordErrors()
    if !Self.types.contains(type) { errors.invalid("type", "Type") }
    check(key: key, state, &errors)

    let number = state.identifiers.integer()
    var object: Members = [
      "id": .integer(number), "type": .string(type), "key": .string(key), "description": "",
      "raw_description": "", "active": true, "system": false,
      "regexp_for_validation": type == "date" ? .string(Self.datePattern) : .null,
      "created_at": call.stamp,
    ]
    if !field.has("title"), !field.has("raw_title") { errors.blank("title", "Title") }
    try fill(&object, field, call, &state.identifiers, &errors)
    try errors.throwIfAny()
    object["position"] = .integer(Self.lastPosition)
    state[keyPath: table][String(number)] = object
    return String(number)
  }

  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    guard var object = state[keyPath: table][id] else { throw missing(id) }
    var errors = RecordErrors()
    try fill(&object, parameters(input, .update), call, &state.identifiers, &errors)
    try errors.throwIfAny()
    state[keyPath: table][id] = object
    renumber(&state)
  }

  private func check(key: String, _ state: ZendeskState, _ errors: inout RecordErrors) {
    let isWord = key.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || Character(Unicode.Scalar(byte)).isASCIIAlphanumeric
    }
    if key.isEmpty {
      errors.blank("key", "Key")
    } else if !isWord || key.allSatisfy(\.isNumber) {
      errors.invalid("key", "Key")
    } else if id(for: key, in: state) != nil {
      errors.taken("key", "Key", key)
    }
  }

  /// Lays what the request names over `object`; what it does not name stays.
  private func fill(
    _ object: inout Members,
    _ field: Parameters,
    _ call: Call,
    _ identifiers: inout Identifiers,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    let type = object["type"]?.text ?? ""
    if field.has("title") || field.has("raw_title") {
      let title = call.trimmed(try field.text("raw_title", "title") ?? "")
      if title.isEmpty { errors.blank("title", "Title") }
      object["title"] = .string(title)
      object["raw_title"] = .string(title)
    }
    if field.has("description") || field.has("raw_description") {
      let text = try field.text("raw_description", "description") ?? ""
      object["description"] = .string(text)
      object["raw_description"] = .string(text)
    }
    if let active = try field.flag("active") { object["active"] = .boolean(active) }
    if let position = try field.number("position") { object["position"] = .integer(position) }
    object["updated_at"] = call.stamp
    switch type {
    case "regexp":
      if field.has("regexp_for_validation") {
        object["regexp_for_validation"] =
          try field.text("regexp_for_validation").map { .string($0) } ?? .null
      }
    case "checkbox":
      let tag = try field.text("tag")
      if field.has("tag") || object["tag"] == nil {
        object["tag"] = tag.map { .string($0) } ?? .null
      }
    case "dropdown", "multiselect":
      let before = object["custom_field_options"]?.items
      let options = try FieldOptions(field, before: before ?? [])
      if options != nil || before == nil {
        object["custom_field_options"] =
          (options ?? FieldOptions()).checked(&errors, &identifiers)
      }
    case "lookup":
      let target = try field.text("relationship_target_type")
      if let target { object["relationship_target_type"] = .string(target) }
      if object["relationship_target_type"] == nil {
        errors.blank("relationship_target_type", "Relationship target type")
      }
      if let filter = field.members["relationship_filter"] {
        object["relationship_filter"] = filter
      }
    default: break
    }
  }

  /// Numbers all fields from 0 in their present order, as the server does by and by.
  private func renumber(_ state: inout ZendeskState) {
    for (index, entry) in state[keyPath: table].entries(in: Self.configured).enumerated() {
      state[keyPath: table][entry.id]?["position"] = .integer(index)
    }
  }
}

extension Character {
  fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
