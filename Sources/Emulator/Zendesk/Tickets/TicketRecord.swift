internal import Values

/// One creation or update of a ticket, to be written down: the ticket, the comment, the audit, the
/// chronicle; and told to the triggers.
struct TicketRecord {
  /// The ticket as it was; nil for a new one.
  var before: Members?
  var draft: CommentDraft?
  /// Who said what is said.
  var author: Int
  /// Whether everybody may read it.
  var isPublic: Bool
  /// What the caller wants the audit to hold.
  var metadata: Value?
  var writing: TicketWriting

  func write(_ ticket: inout Members, id: String, _ state: inout ZendeskState) {
    if before == nil {
      ticket["is_public"] = .boolean(isPublic)
    } else if draft != nil, isPublic {
      ticket["is_public"] = true
    }
    ticket["updated_at"] = writing.stamp
    let number = ticket["id"]?.integer ?? 0
    let changes = TicketChange.between(before, ticket)
    state.tickets[id] = ticket
    let audit = state.addAudit(
      of: id,
      author: writing.actor,
      via: writing.via.document,
      now: writing.now
    )
    if let metadata { state.ticketAudits[String(audit)]?["metadata"] = Self.custom(metadata) }
    let comment = draft.map { draft in
      draft.comment(
        id: state.identifiers.integer(),
        ticket: number,
        audit: audit,
        author: author,
        isPublic: isPublic,
        via: writing.via,
        stamp: writing.stamp
      )
    }
    if let comment { add(comment, to: id, audit, &state) }
    for change in changes {
      state.addEvent(change.auditEvent(ofCreation: before == nil), to: audit)
    }
    note(comment, on: id, &state)
    let entry = chronicle(changes, comment, id: number, &state)
    let event = TicketEvent(
      ticket: id,
      before: before,
      comment: comment,
      actor: writing.actor,
      via: writing.via.id,
      entry: entry
    )
    TriggerCycle(event).run(&state, now: writing.now)
    ticket = state.tickets[id] ?? ticket
  }

  /// The audit of an update that came to nothing.
  func emptyAudit(of ticket: String, _ state: inout ZendeskState) -> Value {
    [
      "id": .integer(state.identifiers.integer()), "ticket_id": .integer(Int(ticket) ?? 0),
      "created_at": writing.stamp,
      "author_id": .integer(writing.actor), "metadata": Self.custom(metadata ?? [:]),
      "events": [], "via": writing.via.document,
    ]
  }

  private static func custom(_ metadata: Value) -> Value { ["system": [:], "custom": metadata] }

  private func add(
    _ comment: Members,
    to ticket: String,
    _ audit: Int,
    _ state: inout ZendeskState
  ) {
    let id = comment["id"] ?? .null
    state.ticketComments[id.scalarText ?? ""] = comment
    let ids = state.tickets[ticket]?["comment_ids"]?.items ?? []
    state.tickets[ticket]?["comment_ids"] = .list(ids + [id])
    let shown = [
      "id", "type", "author_id", "body", "html_body", "plain_body", "public", "attachments",
      "audit_id",
    ]
    let event = Members(shown.map { ($0, comment[$0] ?? .null) })
    let events = state.ticketAudits[String(audit)]?["events"]?.items ?? []
    state.ticketAudits[String(audit)]?["events"] = .list(events + [.object(event)])
  }

  private func note(_ comment: Members?, on id: String, _ state: inout ZendeskState) {
    guard var ticket = state.tickets[id] else { return }
    TicketMetrics.note(
      &ticket,
      before: before,
      actor: writing.actor,
      comment: comment,
      repliesAsAgent: before != nil && state.isAgent(author),
      now: writing.now
    )
    state.tickets[id] = ticket
  }

  private func chronicle(
    _ changes: [TicketChange],
    _ comment: Members?,
    id: Int,
    _ state: inout ZendeskState
  ) -> Int {
    let said: Value =
      comment.map { comment in
        [
          "body": comment["body"] ?? .null, "public": comment["public"] ?? .null,
          "author": state.person(author),
        ]
      } ?? .null
    let head: Members = [
      "ticket": .integer(id), "by": state.person(writing.actor), "via": .string(writing.via.name),
    ]
    let details: Members =
      before == nil
      ? ["values": values(id, state), "comment": said]
      : ["changes": .list(changes.map(\.document)), "comment": said]
    return state.life.note(
      before == nil ? .ticketCreated : .ticketUpdated,
      in: .zendesk,
      at: writing.now,
      head.merging(details)
    )
  }

  /// What a new ticket begins with.
  private func values(_ id: Int, _ state: ZendeskState) -> Value {
    let ticket = state.tickets[String(id)] ?? [:]
    let shown = ["subject", "status", "priority", "type", "tags"]
    var values = Members(shown.map { ($0, ticket[$0] ?? .null) })
    if let requester = ticket["requester_id"]?.integer {
      let person = state.person(requester)
      values["requester"] = ["id": .integer(requester), "name": person["name"] ?? .null]
    }
    for key in ["assignee_id", "group_id"] { values[key] = ticket[key] ?? .null }
    return .object(values.filter { _, value in !value.isNull })
  }
}
