internal import HTTPTypes
internal import Values

/// <https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/>
///
/// Writing is in `TicketEndpoints`, since it answers an audit besides.
struct Tickets: EmulatedCollection {
  let path = "tickets"
  let singular = "ticket"
  let service = Service.classic
  let controller = "api/v2/tickets"
  let keys = [
    "id", "external_id", "via", "created_at", "updated_at", "type", "subject", "raw_subject",
    "description", "priority", "status", "recipient", "requester_id", "submitter_id",
    "assignee_id", "organization_id", "group_id", "collaborator_ids", "follower_ids",
    "email_cc_ids", "forum_topic_id", "problem_id", "has_incidents", "is_public", "due_at", "tags",
    "custom_fields", "satisfaction_rating", "sharing_agreement_ids", "custom_status_id", "fields",
    "followup_ids", "ticket_form_id", "brand_id", "allow_channelback", "allow_attachments",
    "from_messaging_channel",
  ]
  let hiddenKeys = ["via_id", "metrics", "comment_ids", "audit_ids"]
  let listParameters: Set = ["external_id", "sort", "sort_by", "sort_order", "include"]
  var table: TablePath { \.tickets }
  var endpoints: [Endpoint] { TicketEndpoints.all }

  func verb(_ method: HTTPRequest.Method, ofMember: Bool) -> Verb? {
    switch (method, ofMember) {
    case (.get, false): .index
    case (.get, true): .show
    case (.delete, true): .destroy
    default: nil
    }
  }

  func permitted(_ verb: Verb) -> Permitted { TicketDraft.permitted }

  /// By id; with a cursor `sort` says otherwise, without one `sort_by` and `sort_order`.
  func ordering(_ query: Query) throws(Refusal) -> Ordering {
    guard let name = query["sort_by"], !query.parameters.contains(where: { $0.isOfCursor }) else {
      return try .sorted(query, by: ["id", "updated_at", "status"], otherwise: "id")
    }
    let attributes = [
      "assignee": "assignee_id", "group": "group_id", "requester": "requester_id",
      "created_at": "created_at", "updated_at": "updated_at", "status": "status",
      "subject": "subject", "id": "id",
    ]
    guard let attribute = attributes[name] else { throw .invalidPagination("sort_by") }
    return Ordering(
      attributes: attribute == "id" ? ["id"] : [attribute, "id"],
      isDescending: query["sort_order"] == "desc"
    )
  }

  func filters(_ call: Call) -> Bool { call.request.query["external_id"] != nil }

  func matches(_ ticket: Members, _ call: Call) -> Bool {
    call.request.query["external_id"].map { .string($0) == ticket["external_id"] } ?? true
  }

  func sideload(_ names: Set<String>, into shown: inout Members, _ state: ZendeskState) {
    guard names.contains("comment_count"), let id = shown["id"]?.scalarText else { return }
    shown["comment_count"] = .integer(state.tickets[id]?["comment_ids"]?.items?.count ?? 0)
  }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    try TicketWriter.create(input, TicketWriting(call), &state)
  }

  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    _ = try TicketWriter.update(id, input, TicketWriting(call), &state)
  }

  /// Its number is not given out again.
  func delete(_ id: String, _ call: Call, _ state: inout ZendeskState) throws(Refusal) {
    for comment in state.tickets[id]?["comment_ids"]?.items ?? [] {
      state.ticketComments[comment.scalarText ?? ""] = nil
    }
    for audit in state.tickets[id]?["audit_ids"]?.items ?? [] {
      state.ticketAudits[audit.scalarText ?? ""] = nil
    }
    state.tickets[id] = nil
  }
}

extension Query.Parameter {
  fileprivate var isOfCursor: Bool { name.hasPrefix("page[") }
}
