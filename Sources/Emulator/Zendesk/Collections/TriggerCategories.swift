internal import HTTPTypes
internal import Values

/// <https://developer.zendesk.com/api-reference/ticketing/business-rules/trigger_categories/>
struct TriggerCategories: EmulatedCollection {
  let path = "trigger_categories"
  let singular = "trigger_category"
  let service = Service.classic
  let controller = "api/v2/trigger_categories"
  let keys = ["id", "name", "updated_at", "created_at", "position"]
  let listParameters: Set = ["sort", "include"]
  var table: TablePath { \.triggerCategories }
  var endpoints: [Endpoint] {
    [
      Endpoint(
        method: .post,
        path: ["jobs"],
        action: "create",
        permitted: TriggerCategoryJobs.permitted,
        work: { visit, state throws(Refusal) in
          try TriggerCategoryJobs.run(visit.body, visit.call, &state)
        }
      )
    ]
  }

  static let limit = 500

  /// There is no PUT.
  func verb(_ method: HTTPRequest.Method, ofMember: Bool) -> Verb? {
    switch (method, ofMember) {
    case (.get, false): .index
    case (.post, false): .create
    case (.get, true): .show
    case (.patch, true): .update
    case (.delete, true): .destroy
    default: nil
    }
  }

  func permitted(_ verb: Verb) -> Permitted {
    .members([singular: .only("name", "position")])
  }

  func ordering(_ query: Query) throws(Refusal) -> Ordering {
    let sort = query["sort"] ?? "position"
    let attribute = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
    guard ["position", "name", "created_at", "updated_at"].contains(attribute) else {
      throw .invalidPagination("sort")
    }
    return Ordering(attributes: [attribute, "id"], isDescending: sort.hasPrefix("-"))
  }

  func sideload(_ names: Set<String>, into shown: inout Members, _ state: ZendeskState) {
    guard names.contains("rule_counts"), let id = shown["id"] else { return }
    let triggers = state.triggers.objects.values.filter { $0["category_id"] == id }
    let active = triggers.filter { $0["active"] == true }.count
    shown["active_count"] = .integer(active)
    shown["inactive_count"] = .integer(triggers.count - active)
  }

  func missing(_ segment: String) -> Refusal { Self.notFound }

  static let notFound = Refusal.coded(
    404,
    "TriggerCategoryNotFound",
    title: "Category can’t be found. Check the ID and try again."
  )

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    guard state.triggerCategories.objects.count < Self.limit else {
      throw .coded(
        403,
        "ProductLimitExceeded",
        title: "Your account has reached the limit of \(Self.limit) ticket trigger categories."
      )
    }
    let last = state.triggerCategories.lastPosition() ?? 0
    let id = String(state.identifiers.integer())
    state.triggerCategories[id] = [
      "id": .string(id), "name": .string(try name(input["name"], call)), "updated_at": call.stamp,
      "created_at": call.stamp, "position": .integer(try position(input["position"]) ?? last &+ 1),
    ]
    return id
  }

  func finish(_ answer: inout Answer, id: String, _ call: Call) {
    answer.status = call.unconfirmed.createdCategoryStatus
  }

  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    guard var category = state.triggerCategories[id] else { throw missing(id) }
    if let value = input["name"] { category["name"] = .string(try name(value, call)) }
    if let number = try position(input["position"]) { category["position"] = .integer(number) }
    category["updated_at"] = call.stamp
    state.triggerCategories[id] = category
  }

  /// Refused as long as there are active triggers; the inactive ones go along.
  func delete(_ id: String, _ call: Call, _ state: inout ZendeskState) throws(Refusal) {
    let triggers = state.triggers.objects.filter { $0.value["category_id"] == .string(id) }
    guard !triggers.values.contains(where: { $0["active"] == true }) else {
      throw .coded(
        400,
        "TriggerCategoryNotEmpty",
        title: "A category with active ticket triggers cannot be deleted."
      )
    }
    for trigger in triggers.keys { state.triggers[trigger] = nil }
    state.triggerCategories[id] = nil
  }

  private func name(_ value: Value?, _ call: Call) throws(Refusal) -> String {
    let name = call.trimmed(value?.text ?? "")
    guard !name.isEmpty else { throw Self.invalid("Name cannot be blank") }
    return name
  }

  /// The title is unconfirmed.
  private func position(_ value: Value?) throws(Refusal) -> Int? {
    guard let value, !value.isNull else { return nil }
    guard let position = value.integer else { throw Self.invalid("Position is not a number") }
    return position
  }

  private static func invalid(_ title: String) -> Refusal {
    .coded(400, "InvalidTriggerCategory", title: title)
  }
}
