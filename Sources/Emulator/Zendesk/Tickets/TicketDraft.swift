internal import Values

/// Lays what a request says of a ticket over it.
///
/// <https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#json-format>
///
/// How wrong values are refused is unconfirmed.
struct TicketDraft {
  static let permitted = Permitted.members([
    "ticket": .members(
      Dictionary(
        uniqueKeysWithValues: [
          "subject", "raw_subject", "description", "requester_id", "submitter_id", "assignee_id",
          "assignee_email", "group_id", "status", "priority", "type", "tags",
          "additional_tags", "remove_tags", "external_id",
          "custom_fields", "fields", "due_at", "problem_id", "brand_id", "ticket_form_id",
          "organization_id", "recipient", "collaborator_ids", "metadata", "safe_update",
          "updated_stamp", "via_id", "via", "requester",
        ].map { ($0, Permitted.anything) }
          + [("comment", .only("body", "html_body", "public", "author_id"))]
      )
    )
  ])

  private static let words: [(key: String, label: String, values: Set<String>)] = [
    ("status", "Status", ["new", "open", "pending", "hold", "solved", "closed"]),
    ("priority", "Priority", ["urgent", "high", "normal", "low"]),
    ("type", "Type", ["problem", "incident", "question", "task"]),
  ]

  let given: Parameters
  let writing: TicketWriting

  func fill(
    _ ticket: inout Members,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    try fillTexts(&ticket)
    try fillWords(&ticket, &errors)
    try fillPeople(&ticket, state, &errors)
    try fillPlaces(&ticket, state, &errors)
    // The tags that fields stand for are added to those that are given.
    fillTags(&ticket)
    try fillFields(&ticket, state, &errors)
  }

  /// What is added and removed is documented of many tickets at once; that one ticket takes it is
  /// unconfirmed.
  private func fillTags(_ ticket: inout Members) {
    if let tags = given.members["tags"] { ticket["tags"] = Tags.value(tags) }
    for tag in Tags.value(given.members["additional_tags"] ?? []).items ?? [] {
      ticket["tags"] = Tags.adding(tag.text ?? "", to: ticket["tags"] ?? [])
    }
    for tag in Tags.value(given.members["remove_tags"] ?? []).items ?? [] {
      ticket["tags"] = Tags.removing(tag.text ?? "", from: ticket["tags"] ?? [])
    }
  }

  private func fillTexts(_ ticket: inout Members) throws(Refusal) {
    if given.has("subject") || given.has("raw_subject") {
      let subject = try given.text("subject", "raw_subject").map { Value.string($0) } ?? .null
      ticket["subject"] = subject
      ticket["raw_subject"] = subject
    }
    for key in ["recipient", "due_at"] where given.has(key) {
      ticket[key] = try given.text(key).map { .string($0) } ?? .null
    }
    if let id = given.members["external_id"] {
      ticket["external_id"] = id.scalarText.map { .string($0) } ?? .null
    }
  }

  private func fillWords(
    _ ticket: inout Members,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    for (key, label, values) in Self.words where given.has(key) {
      if let word = try given.text(key), !word.isEmpty {
        if !values.contains(word) { errors.invalid(key, label) }
        ticket[key] = .string(word)
      } else if key != "status" {
        ticket[key] = .null
      }
    }
  }

  /// Tickets are assigned to agents alone.
  private func fillPeople(
    _ ticket: inout Members,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    if given.has("assignee_id") {
      let id = try identifier("assignee_id")
      if id != nil, !state.isAgent(id) { errors.invalid("assignee_id", "Assignee") }
      ticket["assignee_id"] = id.map { .integer($0) } ?? .null
    } else if let email = try given.text("assignee_email") {
      let id = state.user(email: email).flatMap { Int($0) }
      if !state.isAgent(id) { errors.invalid("assignee_email", "Assignee") }
      ticket["assignee_id"] = id.map { .integer($0) } ?? .null
    }
    if let items = try given.list("collaborator_ids") {
      ticket["collaborator_ids"] = .list(
        items.compactMap { $0.integer ?? $0.text.flatMap { Int($0) } }.map { .integer($0) }
      )
    }
  }

  private func fillPlaces(
    _ ticket: inout Members,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    let tables: [(key: String, label: String, table: ObjectTable)] = [
      ("group_id", "Group", state.groups), ("brand_id", "Brand", state.brands),
      ("ticket_form_id", "Ticket form", state.ticketForms),
    ]
    for (key, label, table) in tables where given.has(key) {
      guard let id = try identifier(key) else {
        // A ticket has a brand always.
        if key != "brand_id" { ticket[key] = .null }
        continue
      }
      let object = table[String(id)]
      if object == nil || object?["deleted"] == true { errors.invalid(key, label) }
      ticket[key] = .integer(id)
    }
    for key in ["problem_id", "organization_id"] where given.has(key) {
      ticket[key] = try identifier(key).map { .integer($0) } ?? .null
    }
  }

  /// Fields that are not there are passed over.
  private func fillFields(
    _ ticket: inout Members,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    for key in ["custom_fields", "fields"] {
      for item in try given.objects(key) ?? [] {
        guard let id = try item.identifier("id"), let field = state.ticketFields[id],
          field["removable"] == true
        else { continue }
        guard let value = FieldValue.read(item.members["value"] ?? .null, of: field) else {
          errors.invalid(id, field["title"]?.text ?? id)
          continue
        }
        TicketFieldValues.set(field, value, &ticket)
      }
    }
  }

  /// An empty text is none.
  private func identifier(_ key: String) throws(Refusal) -> Int? {
    if given.members[key] == "" { return nil }
    return try given.identifier(key).flatMap { Int($0) }
  }
}
