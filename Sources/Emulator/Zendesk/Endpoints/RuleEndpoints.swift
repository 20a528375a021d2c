internal import HTTPTypes
internal import Values

/// What triggers and automations answer alike beside their lists and members.
struct RuleEndpoints: Sendable {
  let collection: any EmulatedCollection
  /// What `update_many` changes; everything else is ignored.
  let changeable: [String]

  var all: [Endpoint] {
    let shared = collection.listParameters
    return [
      Endpoint(
        method: .get,
        path: ["active"],
        action: "active",
        parameters: shared,
        work: { visit, state throws(Refusal) in try active(visit, &state) }
      ),
      Endpoint(
        method: .get,
        path: ["search"],
        action: "search",
        parameters: shared.union(["query", "filter"]),
        work: { visit, state throws(Refusal) in try search(visit, &state) }
      ),
      Endpoint(
        method: .put,
        path: ["update_many"],
        action: "update_many",
        permitted: .members([
          collection.path: .members(
            Dictionary(uniqueKeysWithValues: (changeable + ["id"]).map { ($0, .anything) })
          )
        ]),
        work: { visit, state throws(Refusal) in try updateMany(visit, &state) }
      ),
      Endpoint(
        method: .delete,
        path: ["destroy_many"],
        action: "destroy_many",
        parameters: ["ids"],
        work: { visit, state throws(Refusal) in try destroyMany(visit, &state) }
      ),
    ]
  }

  private func active(_ visit: Endpoint.Visit, _ state: inout ZendeskState) throws(Refusal)
    -> Answer
  {
    try CollectionList(
      collection: collection,
      call: visit.call,
      isIncluded: { $0["active"] == true }
    ).answer(&state)
  }

  /// By title, and offset pagination only. That capitals do not matter is unconfirmed.
  private func search(_ visit: Endpoint.Visit, _ state: inout ZendeskState) throws(Refusal)
    -> Answer
  {
    let query = visit.call.request.query
    guard !query.parameters.contains(where: { $0.name.hasPrefix("page[") }) else {
      throw .invalidAttribute(
        "page",
        "page",
        mustBe: "an integer",
        in: "\(collection.controller)/search"
      )
    }
    let text = (query["query"] ?? "").lowercased()
    let filter = try Self.filter(query["filter"])
    return try CollectionList(collection: collection, call: visit.call) { rule in
      (text.isEmpty || rule["title"]?.text?.lowercased().contains(text) == true)
        && filter.allSatisfy { rule[$0.key]?.scalarText == $0.value.scalarText }
    }.answer(&state)
  }

  /// `{"json": {"description": "Close a ticket"}}`
  ///
  /// <https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/#filter>
  private static func filter(_ text: String?) throws(Refusal) -> Members {
    guard let text else { return [:] }
    do throws(JSONError) {
      return try Value(json: text)["json"]?.members ?? [:]
    } catch {
      throw .named(400, "InvalidJSON", "The filter is not JSON: \(error)")
    }
  }

  /// All or nothing; that an unknown id is a 404 is unconfirmed.
  private func updateMany(_ visit: Endpoint.Visit, _ state: inout ZendeskState) throws(Refusal)
    -> Answer
  {
    guard let items = visit.body[collection.path]?.items, !items.isEmpty else {
      throw .missingParameter(collection.path)
    }
    var changed = state
    var shown: [Value] = []
    for item in items {
      guard let id = item["id"]?.scalarText, changed[keyPath: collection.table][id] != nil else {
        throw .recordNotFound
      }
      let changes = (item.members ?? [:]).filter { key, _ in key != "id" }
      try collection.update(id, changes, replacing: false, visit.call, &changed)
      let object = changed[keyPath: collection.table][id] ?? [:]
      let origin = visit.call.request.origin
      shown.append(.object(collection.present(object, id: id, origin: origin)))
    }
    state = changed
    return Answer(
      body: .object([
        collection.path: .list(shown), "next_page": .null, "previous_page": .null,
        "count": .integer(shown.count),
      ])
    )
  }

  /// That ids of nothing are passed over is unconfirmed.
  private func destroyMany(_ visit: Endpoint.Visit, _ state: inout ZendeskState) throws(Refusal)
    -> Answer
  {
    let ids = visit.call.request.query["ids"]?.split(separator: ",").map { String($0) } ?? []
    guard !ids.isEmpty else { throw .missingParameter("ids") }
    for id in ids where state[keyPath: collection.table][id] != nil {
      try collection.delete(id, visit.call, &state)
    }
    return Answer(status: 204)
  }
}
