internal import Values

/// `POST /api/v2/trigger_categories/jobs`: arranges categories and triggers, all or nothing.
///
/// <https://developer.zendesk.com/api-reference/ticketing/business-rules/trigger_categories/>
struct TriggerCategoryJobs {
  static let permitted = Permitted.members([
    "job": .members([
      "action": .anything,
      "items": .members([
        "trigger_categories": .only("id", "name", "position"),
        "triggers": .only("id", "position", "active", "category_id"),
      ]),
    ])
  ])

  private let call: Call
  private var state: ZendeskState
  private var errors: [Value] = []
  private var categories: [String] = []
  private var triggers: [String] = []

  private init(_ call: Call, _ state: ZendeskState) {
    self.call = call
    self.state = state
  }

  /// - Parameter body: What the request holds, without what is not permitted.
  static func run(
    _ body: Value,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    guard let job = body["job"]?.members, !job.isEmpty else { throw .missingParameter("job") }
    var run = TriggerCategoryJobs(call, state)
    guard job["action"] == "patch" else {
      // Which code and title this gets is unconfirmed.
      throw run.failure([["code": "InvalidJob", "title": "action is not valid"]])
    }
    for item in job["items"]?["trigger_categories"]?.items ?? [] { run.arrangeCategory(item) }
    for item in job["items"]?["triggers"]?.items ?? [] { run.arrangeTrigger(item) }
    guard run.errors.isEmpty else { throw run.failure(run.errors) }
    state = run.state
    return Answer(body: ["results": run.results, "status": "complete"])
  }

  private mutating func arrangeCategory(_ item: Value) {
    let id = item["id"]?.scalarText ?? ""
    do throws(Refusal) {
      try TriggerCategories().update(id, item.members ?? [:], replacing: false, call, &state)
      categories.append(id)
    } catch {
      errors += (error.body["errors"]?.items ?? []).map { error in
        .object((error.members ?? [:]).merging(["trigger_category_id": .string(id)]))
      }
    }
  }

  private mutating func arrangeTrigger(_ item: Value) {
    let id = item["id"]?.scalarText ?? ""
    guard var trigger = state.triggers[id] else { return reject(id, "id is not valid") }
    if let value = item["category_id"] {
      guard let category = value.scalarText, state.triggerCategories[category] != nil else {
        return reject(id, "category_id is not valid")
      }
      trigger["category_id"] = .string(category)
    }
    if let value = item["position"] {
      guard value.integer != nil else { return reject(id, "position is not valid") }
      trigger["position"] = value
    }
    if let value = item["active"] {
      guard value.boolean != nil else { return reject(id, "active is not valid") }
      trigger["active"] = value
    }
    trigger["updated_at"] = call.stamp
    state.triggers[id] = trigger
    triggers.append(id)
  }

  private mutating func reject(_ trigger: String, _ title: String) {
    errors.append([
      "code": "InvalidTrigger", "title": .string(title), "trigger_id": .string(trigger),
    ])
  }

  private func failure(_ errors: [Value]) -> Refusal {
    Refusal(status: 400, body: ["errors": .list(errors), "status": "failed"])
  }

  private var results: Value {
    [
      "trigger_categories": .list(present(categories, of: TriggerCategories())),
      "triggers": .list(present(triggers, of: Triggers())),
    ]
  }

  private func present(_ ids: [String], of collection: some EmulatedCollection) -> [Value] {
    ids.compactMap { id in
      state[keyPath: collection.table][id].map { object in
        .object(collection.present(object, id: id, origin: call.request.origin))
      }
    }
  }
}
