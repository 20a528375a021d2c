internal import HTTPTypes
internal import Values

/// What agents do in Zendesk's own pages, behind `/_emulator/zendesk/…`.
///
/// JSON in, JSON out. Answers are the API's, but for 400, which explains what is wrong with `as`,
/// and for a path that leads nowhere.
///
///     GET  (nothing more)   {"tickets": [ticket with "comments": […], …], "users": […],
///                           "groups": […]}, oldest first; deleted users are left out.
///                           "triggers": [{"id", "title", "active", "category"}, …] with their
///                           category's name, in the order in which they run
///     POST tickets          {"as": USER_ID, "ticket": {…}}: an agent submits a new ticket
///     PUT  tickets/ID       {"as": USER_ID, "ticket": {…}}: an agent changes one, or comments
///
/// `ticket` is what the API takes, and comes through the web form; a comment is the agent's unless
/// it says otherwise. Users who are no agents do not get in: their requests come by the API.
enum ZendeskDoor {
  static func answer(
    _ method: HTTPRequest.Method,
    _ segments: [String],
    _ body: Value,
    _ state: inout ZendeskState,
    now: Int,
    _ unconfirmed: UnconfirmedBehaviour
  ) throws(Refusal) -> Answer {
    switch (method, segments.count, segments.first) {
    case (.get, 0, nil): return Answer(body: overview(state))
    case (.post, 1, "tickets"?):
      let writing = try writing(body, state, now: now, unconfirmed)
      let id = try TicketWriter.create(try input(body), writing, &state)
      return TicketEndpoints.created(id, origin, state)
    case (.put, 2, "tickets"?):
      let writing = try writing(body, state, now: now, unconfirmed)
      let audit = try TicketWriter.update(segments[1], try input(body), writing, &state)
      return TicketEndpoints.written(segments[1], audit, origin, state)
    default: throw noSuchDoor
    }
  }

  private static let origin = Origin(scheme: "https", host: "zendesk.localhost")

  private static func overview(_ state: ZendeskState) -> Value {
    let tickets = inOrder(state.tickets).map { id, ticket -> Value in
      var shown = Tickets().present(ticket, id: id, origin: origin)
      shown["comments"] = .list(state.comments(of: id).map { TicketHistory.comments.shown($0) })
      return .object(shown)
    }
    let users = inOrder(state.users).filter { $0.1["active"] == true }.map { id, user in
      Value.object(Users().present(user, id: id, origin: origin))
    }
    let groups = inOrder(state.groups).map { id, group in
      Value.object(Groups().present(group, id: id, origin: origin))
    }
    return [
      "tickets": .list(tickets), "users": .list(users), "groups": .list(groups),
      "triggers": .list(triggers(state)),
    ]
  }

  private static func triggers(_ state: ZendeskState) -> [Value] {
    TriggerCycle.order(state).compactMap { state.triggers[$0] }.map { trigger in
      let category = trigger["category_id"]?.text.flatMap { state.triggerCategories[$0]?["name"] }
      return [
        "id": trigger["id"] ?? .null, "title": trigger["title"] ?? .null,
        "active": trigger["active"] ?? .null, "category": category ?? .null,
      ]
    }
  }

  private static func inOrder(_ table: ObjectTable) -> [(String, Members)] {
    table.objects.sorted { ($0.value["id"]?.integer ?? 0) < ($1.value["id"]?.integer ?? 0) }
      .map { ($0.key, $0.value) }
  }

  private static func writing(
    _ body: Value,
    _ state: ZendeskState,
    now: Int,
    _ unconfirmed: UnconfirmedBehaviour
  ) throws(Refusal) -> TicketWriting {
    guard let id = body["as"]?.scalarText, let user = state.users[id], let agent = Int(id),
      user["active"] == true
    else { throw EmulatorDoor.mistake("\"as\" must be the id of a user") }
    guard state.isAgent(agent) else {
      throw EmulatorDoor.mistake(
        "\"as\": \(user["name"]?.text ?? id) is an end user; only agents work in the browser"
      )
    }
    return TicketWriting(agent: agent, now: now, unconfirmed: unconfirmed)
  }

  private static func input(_ body: Value) throws(Refusal) -> Members {
    var dropped: [String] = []
    guard
      let input = TicketDraft.permitted.sift(body, path: "", dropped: &dropped)["ticket"]?.members
    else { throw EmulatorDoor.mistake("\"ticket\" must be an object") }
    guard dropped.allSatisfy({ $0 == "as" }) else {
      let names = dropped.filter { $0 != "as" }.joined(separator: ", ")
      throw EmulatorDoor.mistake("not known: \(names)")
    }
    return input
  }

  private static let noSuchDoor = Refusal(
    status: 404,
    body: [
      "error": "no such door: there is GET for all of it, POST tickets and PUT tickets/ID"
    ]
  )
}
