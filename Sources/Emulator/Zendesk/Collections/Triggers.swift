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
  var endpoints: [Endpoint] {
    let changeable = ["position", "active", "category_id"]
    return TriggerEndpoints.all + RuleEndpoints(collection: self, changeable: changeable).all
  }

  func permitted(_ verb: Verb) -> Permitted {
    let ownOnes: [String: Permitted] = [
      "description": .anything, "category_id": .anything, "brand_id": .anything,
      "restriction": .anything, "category": .only("name", "position"),
    ]
    return .members([singular: .members(RuleDraft.permitted.merging(ownOnes) { $1 })])
  }

  func ordering(_ query: Query) throws(Refusal) -> Ordering { try .ofRules(query) }

  func sideload(_ names: Set<String>, into shown: inout Members, _ state: ZendeskState) {
    RuleUsage.add(names, to: &shown)
  }

  func matches(_ object: Members, _ call: Call) -> Bool {
    if let active = call.request.query["active"], object["active"]?.scalarText != active {
      return false
    }
    return call.request.query["category_id"].map { object["category_id"] == .string($0) } ?? true
  }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    let trigger = parameters(input, .create)
    let draft = try RuleDraft(trigger, .trigger, isNew: true, call)
    var errors = RecordErrors()
    draft.check(&errors, call, state)
    let description = try trigger.text("description")
    let given = try categoryID(trigger, state, &errors)
    try errors.throwIfAny()

    var scope = Members()
    try takeScope(trigger, into: &scope)
    let added = try newCategory(trigger, call, &state)
    let category = added ?? given ?? firstCategory(&state)
    let number = state.identifiers.integer()
    let object: Members = [
      "id": .integer(number), "active": true, "updated_at": call.stamp, "created_at": call.stamp,
      "default": false, "description": description.map { .string($0) } ?? .null,
      "position": .integer(nextPosition(in: category, &state)),
      "category_id": category.map { .string($0) } ?? .null,
    ]
    state.triggers[String(number)] = draft.laid(over: object).merging(scope)
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
    let draft = try RuleDraft(trigger, .trigger, isNew: false, call)
    var errors = RecordErrors()
    draft.check(&errors, call, state)
    object = draft.laid(over: object)
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
