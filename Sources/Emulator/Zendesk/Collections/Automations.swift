internal import Values

/// <https://developer.zendesk.com/api-reference/ticketing/business-rules/automations/>
struct Automations: EmulatedCollection {
  let path = "automations"
  let singular = "automation"
  let service = Service.classic
  let controller = "api/v2/rules/automations"
  let keys = [
    "id", "title", "active", "updated_at", "created_at", "default", "actions", "conditions",
    "position", "raw_title",
  ]
  let listParameters: Set = ["active", "sort", "sort_by", "sort_order", "include"]
  var table: TablePath { \.automations }
  var endpoints: [Endpoint] {
    RuleEndpoints(collection: self, changeable: ["position", "active"]).all
  }

  /// How many may be active.
  private static let limit = 500
  /// The position of the automation that every account is founded with.
  static let firstPosition = 10_001

  func permitted(_ verb: Verb) -> Permitted {
    .members([singular: .members(RuleDraft.permitted)])
  }

  func ordering(_ query: Query) throws(Refusal) -> Ordering { try .ofRules(query) }

  func sideload(_ names: Set<String>, into shown: inout Members, _ state: ZendeskState) {
    RuleUsage.add(names, to: &shown)
  }

  func matches(_ object: Members, _ call: Call) -> Bool {
    call.request.query["active"].map { object["active"]?.scalarText == $0 } ?? true
  }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    let last = max(state.automations.lastPosition() ?? 0, Self.firstPosition)
    let fresh: Members = [
      "active": true, "updated_at": call.stamp, "created_at": call.stamp, "default": false,
      "position": .integer(last &+ 1),
    ]
    var object = try object(input, .create, over: fresh, id: nil, call, state)
    let number = state.identifiers.integer()
    object["id"] = .integer(number)
    state.automations[String(number)] = object
    return String(number)
  }

  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    guard let old = state.automations[id] else { throw missing(id) }
    var object = try object(input, .update, over: old, id: id, call, state)
    object["updated_at"] = call.stamp
    state.automations[id] = object
  }

  private func object(
    _ input: Members,
    _ verb: Verb,
    over old: Members,
    id: String?,
    _ call: Call,
    _ state: ZendeskState
  ) throws(Refusal) -> Members {
    let draft = try RuleDraft(parameters(input, verb), .automation, isNew: id == nil, call)
    let object = draft.laid(over: old)
    var errors = RecordErrors()
    draft.check(&errors, call, state)
    if call.unconfirmed.refusesEqualAutomations {
      AutomationRules.checkUniqueness(of: object, id, state, &errors)
    }
    let others = state.automations.objects.filter { $0.key != id && $0.value["active"] == true }
    if object["active"] == true, others.count >= Self.limit {
      errors.add("base", "The limit of \(Self.limit) active automations has been reached")
    }
    try errors.throwIfAny()
    return object
  }
}
