internal import HTTPTypes
internal import Values

/// How tickets are written, and what they answer beside their list and members.
enum TicketEndpoints {
  static let all = [
    Endpoint(
      method: .post,
      path: [],
      action: "create",
      permitted: TicketDraft.permitted,
      work: create
    ),
    Endpoint(
      method: .put,
      path: [Endpoint.any],
      action: "update",
      permitted: TicketDraft.permitted,
      work: update
    ),
    .count(Tickets()),
    Endpoint(
      method: .get,
      path: ["show_many"],
      action: "show_many",
      parameters: ["ids", "include"],
      work: showMany
    ),
    Endpoint(
      method: .get,
      path: [Endpoint.any, "comments"],
      action: "index",
      parameters: ["sort", "sort_order", "include", "include_inline_images"],
      work: { visit, state throws(Refusal) in
        try TicketHistory.comments.answer(visit, &state)
      }
    ),
    Endpoint(
      method: .get,
      path: [Endpoint.any, "comments", "count"],
      action: "count",
      work: { visit, state throws(Refusal) in try TicketHistory.comments.count(visit, state) }
    ),
    Endpoint(
      method: .get,
      path: [Endpoint.any, "audits"],
      action: "index",
      parameters: ["sort", "sort_order", "include"],
      work: { visit, state throws(Refusal) in try TicketHistory.audits.answer(visit, &state) }
    ),
    Endpoint(
      method: .get,
      path: [Endpoint.any, "audits", "count"],
      action: "count",
      work: { visit, state throws(Refusal) in try TicketHistory.audits.count(visit, state) }
    ),
    Endpoint(
      method: .get,
      path: [Endpoint.any, "audits", Endpoint.any],
      action: "show",
      work: { visit, state throws(Refusal) in try TicketHistory.audits.one(visit, state) }
    ),
  ]

  /// With an `Idempotency-Key`, a request that is repeated gets the answer of the first.
  private static func create(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    let request = visit.call.request
    let key = HTTPField.Name("Idempotency-Key").flatMap { request.headers[$0] }
    guard let key, !key.isEmpty else { return try made(visit, &state) }
    if let answer = try state.idempotency.answer(key, request.body, now: visit.call.now) {
      return answer
    }
    let answer = try made(visit, &state)
    return state.idempotency.note(answer, key, request.body, now: visit.call.now)
  }

  private static func made(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    let input = try input(visit)
    let id = try TicketWriter.create(input, TicketWriting(visit.call), &state)
    return created(id, visit.call.request.origin, state)
  }

  /// What a creation answers: the ticket and its audit.
  static func created(_ id: String, _ origin: Origin, _ state: ZendeskState) -> Answer {
    var answer = written(id, state.lastAudit(of: id), origin, state)
    answer.status = 201
    answer.location = Tickets().url(of: id, origin: origin)
    return answer
  }

  private static func update(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    let id = visit.ids.first ?? ""
    guard state.tickets[id] != nil else { throw Tickets().missing(id) }
    let input = try input(visit)
    let audit = try TicketWriter.update(id, input, TicketWriting(visit.call), &state)
    return written(id, audit, visit.call.request.origin, state)
  }

  static func written(
    _ id: String,
    _ audit: Value,
    _ origin: Origin,
    _ state: ZendeskState
  ) -> Answer {
    let ticket = Tickets().present(state.tickets[id] ?? [:], id: id, origin: origin)
    return Answer(body: ["ticket": .object(ticket), "audit": audit])
  }

  private static func input(_ visit: Endpoint.Visit) throws(Refusal) -> Members {
    guard let input = visit.body["ticket"]?.members else { throw .missingParameter("ticket") }
    return input
  }

  private static func showMany(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    guard let ids = visit.call.request.query["ids"] else { throw .missingParameter("ids") }
    let wanted = Set(ids.split(separator: ",").map { String($0) })
    return try CollectionList(
      collection: Tickets(),
      call: visit.call,
      isIncluded: { wanted.contains($0["id"]?.scalarText ?? "") }
    ).answer(&state)
  }
}
