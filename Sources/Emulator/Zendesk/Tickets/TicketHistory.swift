internal import Values

/// What came to a ticket one after the other: its comments, or its audits.
///
/// - <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/>
/// - <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/>
struct TicketHistory: Sendable {
  /// The name of the list in its envelope.
  let name: String
  let controller: String
  /// The member of the ticket that lists their ids.
  let ids: String
  let table: TablePath

  static let comments = TicketHistory(
    name: "comments",
    controller: "api/v2/ticket_comments",
    ids: "comment_ids",
    table: \.ticketComments
  )
  static let audits = TicketHistory(
    name: "audits",
    controller: "api/v2/ticket_audits",
    ids: "audit_ids",
    table: \.ticketAudits
  )

  /// Oldest first, unless `sort` with a cursor or `sort_order` without one says otherwise.
  func answer(_ visit: Endpoint.Visit, _ state: inout ZendeskState) throws(Refusal) -> Answer {
    let (ids, query) = (try ids(visit, state), visit.call.request.query)
    var ordering = try Ordering.sorted(query, by: ["created_at"], otherwise: "created_at")
    if query["sort_order"] == "desc", !query.roots.contains("page") || query["page"] != nil {
      ordering.isDescending = true
    }
    let objects = state[keyPath: table]
    let entries = ids.map { id in
      ObjectTable.Entry(key: ordering.key(of: objects[id] ?? [:]), id: id)
    }.sorted { ordering.areInOrder($0.key, $1.key) }
    return try ListEnvelope(
      request: visit.call.request,
      name: name,
      coding: .classic,
      ordering: ordering
    ).answer(entries, action: "\(controller)/index") { entry in
      objects[entry.id].map { shown($0) }
    }
  }

  func count(_ visit: Endpoint.Visit, _ state: ZendeskState) throws(Refusal) -> Answer {
    let count = try ids(visit, state).count
    return Answer(body: [
      "count": ["value": .integer(count), "refreshed_at": visit.call.stamp]
    ])
  }

  func one(_ visit: Endpoint.Visit, _ state: ZendeskState) throws(Refusal) -> Answer {
    let id = visit.ids.last ?? ""
    guard try ids(visit, state).contains(id), let object = state[keyPath: table][id] else {
      throw .recordNotFound
    }
    return Answer(body: ["audit": shown(object)])
  }

  /// An object as answers show it: a comment does not say what ticket it is of.
  func shown(_ object: Members) -> Value {
    var shown = object
    if name == "comments" { shown["ticket_id"] = nil }
    return .object(shown)
  }

  private func ids(_ visit: Endpoint.Visit, _ state: ZendeskState) throws(Refusal) -> [String] {
    guard let ticket = state.tickets[visit.ids.first ?? ""] else { throw .recordNotFound }
    return (ticket[ids]?.items ?? []).compactMap(\.scalarText)
  }
}
