internal import Values

/// What requests and agents write.
extension TicketWriter {
  /// Makes a ticket, and lets the triggers see it.
  ///
  /// - Returns: The ticket's id.
  static func create(
    _ input: Members,
    _ writing: TicketWriting,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    let given = Parameters(members: input, path: "ticket", action: "api/v2/tickets/create")
    var writing = writing
    writing.via = try writing.channel(given)
    var errors = RecordErrors()
    let requester = try TicketRequester(given, writing, &state, &errors)
    let draft = try CommentDraft(given, count: 0, writing, state, &errors)
    if draft == nil { errors.blank("base", "Description") }
    let submitter = try submitter(given, state, &errors)
    var ticket = fresh(writing, state)
    try TicketDraft(given: given, writing: writing).fill(&ticket, state, &errors)
    try errors.throwIfAny()

    // Nothing is written before it is clear that everything can be.
    let requesterID = requester?.id(&state) ?? writing.actor
    let author =
      submitter ?? draft?.author
      ?? (writing.submitsAsRequester ? requesterID : writing.actor)
    state.lastTicket += 1
    let id = String(state.lastTicket)
    ticket["id"] = .integer(state.lastTicket)
    ticket["requester_id"] = .integer(requesterID)
    ticket["submitter_id"] = .integer(author)
    if !given.has("organization_id") {
      ticket["organization_id"] = state.users[String(requesterID)]?["organization_id"] ?? .null
    }
    ticket["description"] = .string(draft?.text.plain ?? "")
    TicketStatus.settle(&ticket, before: nil, solver: writing.actor, state)
    let record = TicketRecord(
      before: nil,
      draft: draft,
      author: author,
      isPublic: draft?.isPublic ?? true,
      metadata: given.members["metadata"],
      writing: writing
    )
    record.write(&ticket, id: id, &state)
    return id
  }

  /// Changes a ticket, and lets the triggers see it.
  ///
  /// What changes nothing and says nothing is no event.
  ///
  /// - Returns: The audit, without events where there was nothing to write down.
  static func update(
    _ id: String,
    _ input: Members,
    _ writing: TicketWriting,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Value {
    guard let before = state.tickets[id] else { throw .recordNotFound }
    let given = Parameters(members: input, path: "ticket", action: "api/v2/tickets/update")
    var writing = writing
    writing.via = try writing.channel(given)
    try checkCollision(given, before)
    var errors = RecordErrors()
    if before["status"] == "closed" {
      errors.add("status", "Status: closed prevents ticket update")
      try errors.throwIfAny()
    }
    let requester = try TicketRequester(given, writing, &state, &errors)
    let count = before["comment_ids"]?.items?.count ?? 0
    let draft = try CommentDraft(given, count: count, writing, state, &errors)
    var ticket = before
    try TicketDraft(given: given, writing: writing).fill(&ticket, state, &errors)
    try errors.throwIfAny()

    if let requester { ticket["requester_id"] = .integer(requester.id(&state)) }
    let author = draft?.author ?? writing.actor
    if draft != nil,
      TicketStatus.reopens(before, author: author, saysStatus: given.has("status"), &state)
    {
      ticket["status"] = "open"
    }
    TicketStatus.settle(&ticket, before: before, solver: writing.actor, state)
    let record = TicketRecord(
      before: before,
      draft: draft,
      author: author,
      // What the ticket began with holds on until somebody says otherwise.
      isPublic: draft?.isPublic ?? (before["is_public"]?.boolean ?? true),
      metadata: given.members["metadata"],
      writing: writing
    )
    guard draft != nil || !TicketChange.between(before, ticket).isEmpty else {
      return record.emptyAudit(of: id, &state)
    }
    record.write(&ticket, id: id, &state)
    return state.lastAudit(of: id)
  }

  /// The submitter whom the request names: the author of the first comment, always.
  ///
  /// <https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#the-submitter-is-always-the-first-comment-author>
  private static func submitter(
    _ given: Parameters,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) -> Int? {
    guard let id = try given.identifier("submitter_id") else { return nil }
    if state.users[id]?["active"] != true { errors.invalid("submitter_id", "Submitter") }
    return Int(id)
  }

  /// <https://developer.zendesk.com/documentation/ticketing/managing-tickets/creating-and-updating-tickets/#protecting-against-ticket-update-collisions>
  ///
  /// Any value of `safe_update` asks for it. The answer's text is unconfirmed.
  private static func checkCollision(
    _ given: Parameters,
    _ ticket: Members
  ) throws(Refusal) {
    guard try given.flag("safe_update") != nil, let stamp = try given.text("updated_stamp"),
      ticket["updated_at"] != .string(stamp)
    else { return }
    throw .named(
      409,
      "UpdateConflict",
      "Safe Update prevented the update due to outdated ticket data. Please fetch the latest "
        + "ticket data and try again."
    )
  }

  private static func fresh(_ writing: TicketWriting, _ state: ZendeskState) -> Members {
    let fields = TicketFieldValues.fresh(state)
    func standard(_ table: ObjectTable) -> Value {
      table.objects.values.first { $0["default"] == true }?["id"] ?? .null
    }
    return [
      "id": .null, "external_id": .null, "via": writing.via.document,
      "created_at": writing.stamp, "updated_at": writing.stamp, "type": .null, "subject": .null,
      "raw_subject": .null, "description": "", "priority": .null, "status": "new",
      "recipient": .null, "requester_id": .null, "submitter_id": .null, "assignee_id": .null,
      "organization_id": .null, "group_id": .null, "collaborator_ids": [], "follower_ids": [],
      "email_cc_ids": [], "forum_topic_id": .null, "problem_id": .null, "has_incidents": false,
      "is_public": true, "due_at": .null, "tags": [], "custom_fields": fields,
      "satisfaction_rating": .null, "sharing_agreement_ids": [], "custom_status_id": .null,
      "fields": fields, "followup_ids": [], "ticket_form_id": standard(state.ticketForms),
      "brand_id": standard(state.brands), "allow_channelback": false, "allow_attachments": true,
      "from_messaging_channel": false, "via_id": .integer(writing.via.id),
      "comment_ids": [], "audit_ids": [],
    ]
  }
}
