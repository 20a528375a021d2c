internal import Values

/// A collection's list, as a request asks for it.
struct CollectionList {
  let collection: any EmulatedCollection
  let call: Call
  /// What of the collection is in the list, besides what the request's own filters leave.
  var isIncluded: (@Sendable (Members) -> Bool)?

  func answer(_ state: inout ZendeskState) throws(Refusal) -> Answer {
    let request = call.request
    let ordering = try collection.ordering(request.query)
    let coding = collection.service.cursors
    let asked = try ListRequest(
      request.query,
      cursor: coding,
      ordering: ordering,
      action: "\(collection.controller)/index"
    )
    let table = state[keyPath: collection.table]
    let entries = included(state[keyPath: collection.table].entries(in: ordering), of: table)
    let envelope = ListEnvelope(
      request: request,
      name: collection.path,
      coding: coding,
      ordering: ordering
    )
    let shown = { [state] (entries: ArraySlice<ObjectTable.Entry>) in
      entries.compactMap { entry in
        table.objects[entry.id].map { self.shown($0, entry.id, state) }
      }
    }
    switch asked {
    case .cursor(let cursor):
      let page = cursor.page(of: entries, in: ordering)
      return Answer(
        body: envelope.answer(page, items: shown(page.entries), size: cursor.size)
      )
    case .offset where collection.listsAllUnpaged:
      let size = max(entries.count, 1)
      return Answer(
        body: envelope.answer(items: shown(entries[...]), page: 1, size: size, count: entries.count)
      )
    case .offset(let page, let size):
      let slice = entries.dropFirst((page - 1) * size).prefix(size)
      return Answer(
        body: envelope.answer(items: shown(slice), page: page, size: size, count: entries.count)
      )
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
