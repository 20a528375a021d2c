internal import Values

/// A collection's list, as a request asks for it.
struct CollectionList {
  let collection: any EmulatedCollection
  let call: Call
  /// What of the collection is in the list, besides what the request's own filters leave.
  var isIncluded: (@Sendable (Members) -> Bool)?

  func answer(_ state: inout ZendeskState) throws(Refusal) -> Answer {
    let ordering = try collection.ordering(call.request.query)
    let table = state[keyPath: collection.table]
    let entries = included(state[keyPath: collection.table].entries(in: ordering), of: table)
    let account = state
    return try ListEnvelope(
      request: call.request,
      name: collection.path,
      coding: collection.service.cursors,
      ordering: ordering
    ).answer(
      entries,
      action: "\(collection.controller)/index",
      isWholeUnpaged: collection.listsAllUnpaged
    ) { entry in
      table.objects[entry.id].map { shown($0, entry.id, account) }
    }
  }

  private func included(
    _ entries: [ObjectTable.Entry],
    of table: ObjectTable
  ) -> [ObjectTable.Entry] {
    // Thousands of objects page by page are looked through only where something is left out.
    guard isIncluded != nil || collection.filters(call) else { return entries }
    return entries.filter { entry in
      let object = table.objects[entry.id] ?? [:]
      return isIncluded?(object) ?? true && collection.matches(object, call)
    }
  }

  private func shown(_ object: Members, _ id: String, _ state: ZendeskState) -> Value {
    var shown = collection.present(object, id: id, origin: call.request.origin)
    collection.sideload(call.included, into: &shown, state)
    return .object(shown)
  }
}
