internal import HTTPTypes
internal import Values

/// What the fields of users, organizations and tickets answer beside their lists and members.
struct FieldEndpoints: Sendable {
  let collection: any EmulatedCollection
  /// The types of field that have options.
  let typesWithOptions: Set<String>

  var all: [Endpoint] {
    let idsName = "\(collection.singular)_ids"
    return [
      Endpoint(
        method: .put,
        path: ["reorder"],
        action: "reorder",
        permitted: .only(idsName),
        work: { visit, state throws(Refusal) in try reorder(idsName, visit, &state) }
      ),
      Endpoint(
        method: .get,
        path: ["show_many"],
        action: "show_many",
        parameters: collection.listParameters.union(["ids", "keys"]),
        work: { visit, state throws(Refusal) in try showMany(visit, &state) }
      ),
      Endpoint(
        method: .get,
        path: [Endpoint.any, "options"],
        action: "index",
        work: { visit, state throws(Refusal) in try options(visit, state) }
      ),
      Endpoint(
        method: .post,
        path: [Endpoint.any, "options"],
        action: "create_or_update",
        permitted: .members(["custom_field_option": .only("id", "name", "value", "position")]),
        work: { visit, state throws(Refusal) in try setOption(visit, &state) }
      ),
      Endpoint(
        method: .get,
        path: [Endpoint.any, "options", Endpoint.any],
        action: "show",
        work: { visit, state throws(Refusal) in try showOption(visit, state) }
      ),
      Endpoint(
        method: .delete,
        path: [Endpoint.any, "options", Endpoint.any],
        action: "destroy",
        work: { visit, state throws(Refusal) in try deleteOption(visit, &state) }
      ),
    ]
  }

  /// The named ones come first, in this order; the answer has no body.
  private func reorder(
    _ name: String,
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    guard let items = visit.body[name]?.items else { throw .missingParameter(name) }
    let ids = items.compactMap(\.scalarText)
    let known = state[keyPath: collection.table].entries(
      in: Ordering(attributes: ["position", "id"])
    ).map(\.id)
    guard Set(ids).isSubset(of: known), ids.count == Set(ids).count else { throw .recordNotFound }
    let named = Set(ids)
    for (index, id) in (ids + known.filter { !named.contains($0) }).enumerated() {
      state[keyPath: collection.table][id]?["position"] = .integer(index)
    }
    return Answer()
  }

  private func showMany(_ visit: Endpoint.Visit, _ state: inout ZendeskState) throws(Refusal)
    -> Answer
  {
    let query = visit.call.request.query
    guard let names = query["keys"] ?? query["ids"] else { throw .missingParameter("keys") }
    let wanted = Set(names.split(separator: ",").map { String($0) })
    return try CollectionList(collection: collection, call: visit.call) { field in
      [field["id"], field["key"]].contains { $0?.scalarText.map { wanted.contains($0) } ?? false }
    }.answer(&state)
  }

  private func options(_ visit: Endpoint.Visit, _ state: ZendeskState) throws(Refusal) -> Answer {
    let (id, field) = try field(visit, state)
    let options = field["custom_field_options"]?.items ?? []
    var table = ObjectTable()
    for (index, option) in options.enumerated() {
      let members = option.members ?? [:]
      table[members["id"]?.scalarText ?? ""] = members.merging(["position": .integer(index)])
    }
    let ordering = Ordering(attributes: ["position", "id"])
    let request = visit.call.request
    return try ListEnvelope(
      request: request,
      name: "custom_field_options",
      coding: .classic,
      ordering: ordering
    ).answer(
      table.entries(in: ordering),
      action: "\(collection.controller)/options/index"
    ) { entry in
      table.objects[entry.id].map { shown($0, of: id, request.origin) }
    }
  }

  private func showOption(_ visit: Endpoint.Visit, _ state: ZendeskState) throws(Refusal) -> Answer
  {
    let (id, field) = try field(visit, state)
    let options = field["custom_field_options"]?.items ?? []
    guard let index = options.firstIndex(where: { $0["id"]?.scalarText == visit.ids.last }) else {
      throw .recordNotFound
    }
    return answer(options[index], at: index, of: id, visit)
  }

  /// An option that has this id is changed, else a new one is added.
  private func setOption(_ visit: Endpoint.Visit, _ state: inout ZendeskState) throws(Refusal)
    -> Answer
  {
    let (id, field) = try field(visit, state)
    guard let given = visit.body["custom_field_option"]?.members, !given.isEmpty else {
      throw .missingParameter("custom_field_option")
    }
    var options = field["custom_field_options"]?.items ?? []
    let known = options.firstIndex {
      $0["id"]?.scalarText == given["id"]?.scalarText && given["id"] != nil
    }
    let before = known.map { options[$0].members ?? [:] } ?? [:]
    let option = Value.object(before.merging(given.filter { key, _ in key != "position" }))
    let place = given["position"]?.integer ?? known ?? options.count
    if let known { options.remove(at: known) }
    let index = min(max(place, 0), options.count)
    options.insert(option, at: index)
    let changes: Members = ["custom_field_options": .list(options)]
    try collection.update(id, changes, replacing: false, visit.call, &state)
    let after = state[keyPath: collection.table][id]?["custom_field_options"]?.items ?? []
    guard index < after.count else { throw .recordNotFound }
    var answer = answer(after[index], at: index, of: id, visit)
    answer.status = known == nil ? 201 : 200
    answer.location = "\(visit.call.request.origin.text)/api/v2/\(collection.path)/\(id)/options"
    return answer
  }

  /// That the last option stays is unconfirmed; it follows from a field not being without any.
  private func deleteOption(_ visit: Endpoint.Visit, _ state: inout ZendeskState) throws(Refusal)
    -> Answer
  {
    let (id, field) = try field(visit, state)
    var options = field["custom_field_options"]?.items ?? []
    guard let index = options.firstIndex(where: { $0["id"]?.scalarText == visit.ids.last }) else {
      throw .recordNotFound
    }
    options.remove(at: index)
    let changes: Members = ["custom_field_options": .list(options)]
    try collection.update(id, changes, replacing: false, visit.call, &state)
    return Answer(status: 204)
  }

  private func answer(
    _ option: Value,
    at index: Int,
    of field: String,
    _ visit: Endpoint.Visit
  ) -> Answer {
    let members = (option.members ?? [:]).merging(["position": .integer(index)])
    return Answer(
      body: ["custom_field_option": shown(members, of: field, visit.call.request.origin)]
    )
  }

  private func shown(_ option: Members, of field: String, _ origin: Origin) -> Value {
    var shown = option
    let id = option["id"]?.scalarText ?? ""
    shown["url"] = .string("\(origin.text)/api/v2/\(collection.path)/\(field)/options/\(id).json")
    return .object(shown)
  }

  /// The field that the path names; what one without options gets is unconfirmed.
  private func field(
    _ visit: Endpoint.Visit,
    _ state: ZendeskState
  ) throws(Refusal) -> (String, Members) {
    guard let id = visit.ids.first.flatMap({ collection.id(for: $0, in: state) }),
      let field = state[keyPath: collection.table][id],
      typesWithOptions.contains(field["type"]?.text ?? "")
    else { throw .recordNotFound }
    return (id, field)
  }
}
