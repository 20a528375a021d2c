internal import Platform
internal import Values

/// The calls of webhooks, kept for seven days, as the API shows them.
///
/// <https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/>
enum WebhookInvocations {
  /// Seconds for which an invocation can be read.
  private static let lifetime = 7 * 86_400
  /// Seconds between two looks at what is too old.
  private static let pause = 3600

  /// Keeps a new invocation; those that are too old go.
  ///
  /// - Parameter origin: The rule and the ticket.
  /// - Returns: Its id.
  static func add(
    to webhook: String,
    _ message: WebhookContent,
    from origin: Members,
    _ state: inout ZendeskState,
    now: Int
  ) -> String {
    removeOld(&state, now: now)
    let id = state.identifiers.ulid(now: now)
    let record: Members = [
      "id": .string(id), "webhook_id": .string(webhook), "created": .integer(now),
      "method": .string(message.method), "url": .string(message.url),
      "payload": .string(message.body), "status": "accepted", "attempts": [],
    ]
    state.webhookInvocations[id] = record.merging(origin)
    return id
  }

  private static func removeOld(_ state: inout ZendeskState, now: Int) {
    guard now >= state.invocationsChecked + pause else { return }
    state.invocationsChecked = now
    for (id, record) in state.webhookInvocations.objects where !isKept(record, now: now) {
      state.webhookInvocations[id] = nil
    }
  }

  /// The newest first, unless asked otherwise.
  static func list(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    guard state.webhooks[visit.ids[0]] != nil else { throw Webhooks().missing(visit.ids[0]) }
    let query = visit.call.request.query
    let ordering: Ordering
    switch query["sort"] {
    case nil: ordering = Ordering(attributes: ["id"], isDescending: true)
    case "latest_completed_at": ordering = Ordering(attributes: ["latest_completed_at", "id"])
    case "-latest_completed_at":
      ordering = Ordering(attributes: ["latest_completed_at", "id"], isDescending: true)
    default: throw .invalidPagination("sort")
    }
    let from = try time("from_ts", query)
    let until = try time("to_ts", query)
    let webhook = Value.string(visit.ids[0])
    let records = state.webhookInvocations.objects
    let entries = state.webhookInvocations.entries(in: ordering).filter { entry in
      let record = records[entry.id] ?? [:]
      guard record["webhook_id"] == webhook, isKept(record, now: visit.call.now) else {
        return false
      }
      if let status = query["filter[status]"], record["status"] != .string(status) { return false }
      guard from != nil || until != nil else { return true }
      let completed = record["latest_completed_at"]?.text.flatMap { BrazeTime.seconds($0) }
      return completed.map { ((from ?? $0)...).contains($0) && $0 <= until ?? $0 } ?? false
    }
    return try ListEnvelope(
      request: visit.call.request,
      name: "invocations",
      coding: .webhooks,
      ordering: ordering
    ).answer(entries, action: "api/v2/webhooks/invocations/index") { entry in
      records[entry.id].map { shown($0) }
    }
  }

  /// The attempts of one invocation, the newest first.
  ///
  /// Code and title of the refusal are unconfirmed.
  static func attempts(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    guard state.webhooks[visit.ids[0]] != nil else { throw Webhooks().missing(visit.ids[0]) }
    guard let record = state.webhookInvocations[visit.ids[1]],
      record["webhook_id"] == .string(visit.ids[0]), isKept(record, now: visit.call.now)
    else {
      throw .coded(
        404,
        "InvocationNotFound",
        title: "Invocation Not Found",
        ["detail": .string("Invocation \(visit.ids[1]) could not be found")]
      )
    }
    let order = [
      "id", "invocation_id", "status_code", "status", "request", "response", "completed_at",
    ]
    let attempts = (record["attempts"]?.items ?? []).reversed().map { attempt -> Value in
      .object(Members(order.compactMap { key in attempt[key].map { (key, $0) } }))
    }
    return Answer(body: ["attempts": .list(Array(attempts))])
  }

  /// Plans those attempts again that were to come when the store was closed.
  static func resume(_ state: inout ZendeskState) {
    for (id, record) in state.webhookInvocations.objects.sorted(by: { $0.key < $1.key }) {
      guard let due = record["retry_at"]?.integer, let webhook = record["webhook_id"]?.text else {
        continue
      }
      let job = Job.Work.zendesk(.attempt(webhook: webhook, invocation: id))
      state.life.plan(job, due: due, cause: nil)
    }
  }

  private static func isKept(_ record: Members, now: Int) -> Bool {
    (record["created"]?.integer ?? 0) > now - lifetime
  }

  private static func shown(_ record: Members) -> Value {
    let order = ["id", "status_code", "status", "latest_completed_at"]
    return .object(Members(order.compactMap { key in record[key].map { (key, $0) } }))
  }

  /// The refusal is unconfirmed.
  private static func time(_ name: String, _ query: Query) throws(Refusal) -> Int? {
    guard let text = query["filter[\(name)]"] else { return nil }
    guard let seconds = BrazeTime.seconds(text) else {
      throw .coded(400, "InvalidFilter", title: "filter[\(name)] is not a time in ISO 8601")
    }
    return seconds
  }
}
