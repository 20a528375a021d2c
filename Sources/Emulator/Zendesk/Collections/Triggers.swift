internal import Values

/// <https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/>
struct Triggers: EmulatedCollection {
  let path = "triggers"
  let singular = "trigger"
  let service = Service.classic
  let controller = "api/v2/rules/triggers"
  let keys = [
    "id", "title", "active", "updated_at", "created_at", "default", "actions", "conditions",
    "description", "position", "raw_title", "category_id", "brand_id", "restriction",
  ]
  let listParameters: Set = [
    "active", "category_id", "sort", "sort_by", "sort_order", "include",
  ]
  var table: TablePath { \.triggers }

  func permitted(_ verb: Verb) -> Permitted {
    let conditions = Permitted.only("field", "operator", "value")
    let lists: [String: Permitted] = ["all": conditions, "any": conditions]
    let plain = [
      "title", "raw_title", "active", "position", "description", "category_id", "brand_id",
    ]
    var members = Dictionary(uniqueKeysWithValues: plain.map { ($0, Permitted.anything) })
    members["restriction"] = .anything
    members["conditions"] = .members(lists)
    members.merge(lists) { $1 }
    members["actions"] = .only("field", "value")
    members["category"] = .only("name", "position")
    return .members([singular: .members(members)])
  }

  /// `sort` belongs to cursor pagination, `sort_by` and `sort_order` to offset pagination; where
  /// they do not belong they are ignored. The direction of `sort` is unconfirmed: ascending, `-`
  /// for descending.
  func ordering(_ query: Query) throws(Refusal) -> Ordering {
    let isCursor = query.roots.contains("page") && query["page"] == nil
    let sort = (isCursor ? query["sort"] : query["sort_by"]) ?? "position"
    let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
    let attributes = [
      "position": ["position", "title", "id"], "alphabetical": ["title", "id"],
      "created_at": ["created_at", "id"], "updated_at": ["updated_at", "id"],
    ]
    guard let chosen = attributes[name] else { throw .invalidPagination("sort") }
    let isOldestFirst = isCursor || ["position", "alphabetical"].contains(name)
    let isDescending =
      isCursor ? sort.hasPrefix("-") : (query["sort_order"].map { $0 == "desc" } ?? !isOldestFirst)
    return Ordering(attributes: chosen, isDescending: isDescending)
  }

  func matches(_ object: Members, _ query: Query) -> Bool {
    if let active = query["active"], object["active"]?.scalarText != active { return false }
    return query["category_id"].map { object["category_id"] == .string($0) } ?? true
  }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    let trigger = parameters(input, .create)
    let conditions = try TriggerConditions(trigger) ?? TriggerConditions()
    let actions = try TriggerActions(trigger) ?? TriggerActions()
    let title = call.trimmed(try trigger.text("raw_title", "title") ?? "")

    var errors = RecordErrors()
    if title.isEmpty { errors.blank("title", "Title") }
    conditions.check(&errors)
    actions.check(&errors, webhooks: state.webhooks)
    let active = try trigger.flag("active") ?? true
    let description = try trigger.text("description")
    let wanted = try trigger.number("position")
    let given = try categoryID(trigger, state, &errors)
    try errors.throwIfAny()

    var scope = Members()
    try takeScope(trigger, into: &scope)
    let added = try newCategory(trigger, call, &state)
    let category = added ?? given ?? firstCategory(&state)
    let number = state.identifiers.integer()
    let object: Members = [
      "id": .integer(number), "title": .string(title), "active": .boolean(active),
      "updated_at": call.stamp, "created_at": call.stamp, "default": false,
      "actions": actions.value, "conditions": conditions.value,
      "description": description.map { .string($0) } ?? .null,
      "position": .integer(wanted ?? nextPosition(in: category, &state)),
      "raw_title": .string(title), "category_id": category.map { .string($0) } ?? .null,
    ]
    state.triggers[String(number)] = object.merging(scope)
    return String(number)
  }

  /// Either of conditions and actions replaces both: the one left out is emptied.
  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    guard var object = state.triggers[id] else { throw missing(id) }
    let trigger = parameters(input, .update)
    var errors = RecordErrors()
    let conditions = try TriggerConditions(trigger)
    let actions = try TriggerActions(trigger)
    conditions?.check(&errors)
    actions?.check(&errors, webhooks: state.webhooks)
    if conditions != nil || actions != nil {
      object["conditions"] = conditions?.value ?? TriggerConditions().value
      object["actions"] = actions?.value ?? []
    }
    if trigger.has("title") || trigger.has("raw_title") {
      let title = call.trimmed(try trigger.text("raw_title", "title") ?? "")
      if title.isEmpty { errors.blank("title", "Title") }
      object["title"] = .string(title)
      object["raw_title"] = .string(title)
    }
    if let active = try trigger.flag("active") { object["active"] = .boolean(active) }
    if let position = try trigger.number("position") { object["position"] = .integer(position) }
    if trigger.has("description") {
      object["description"] = try trigger.text("description").map { .string($0) } ?? .null
    }
    try takeScope(trigger, into: &object)
    let given = try categoryID(trigger, state, &errors)
    try errors.throwIfAny()
    if let category = try newCategory(trigger, call, &state) ?? given {
      object["category_id"] = .string(category)
    }
    object["updated_at"] = call.stamp
    state.triggers[id] = object
  }

  private func parameters(_ input: Members, _ verb: Verb) -> Parameters {
    Parameters(members: input, path: singular, action: "\(controller)/\(verb.rawValue)")
  }

  /// The OpenAPI document of 2026 has these two, and no recorded answer shows them. That they are
  /// answered once they are set is unconfirmed.
  private func takeScope(_ trigger: Parameters, into object: inout Members) throws(Refusal) {
    if trigger.has("brand_id") {
      let id = try trigger.identifier("brand_id").flatMap { Int($0) }
      object["brand_id"] = id.map { .integer($0) } ?? .null
    }
    if trigger.has("restriction") {
      object["restriction"] = try trigger.object("restriction").map { .object($0.members) } ?? .null
    }
  }

  /// Text and shape of this error are unconfirmed.
  private func categoryID(
    _ trigger: Parameters,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) -> String? {
    guard let id = try trigger.identifier("category_id") else { return nil }
    if state.triggerCategories[id] == nil { errors.invalid("category_id", "Category") }
    return id
  }

  /// `category: {name, position}` makes a category on the way.
  private func newCategory(
    _ trigger: Parameters,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String? {
    guard let category = try trigger.object("category") else { return nil }
    return try TriggerCategories().create(category.members, call, &state)
  }

  private func firstCategory(_ state: inout ZendeskState) -> String? {
    state.triggerCategories.entries(in: Ordering(attributes: ["position", "id"])).first?.id
  }

  private func nextPosition(in category: String?, _ state: inout ZendeskState) -> Int {
    (state.triggers.lastPosition(in: category.map { .string($0) } ?? .null) ?? 0) &+ 1
  }
}
