/// The attributes of a ticket that scenarios speak of, by the names that they use.
///
/// <https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#json-format>; `assignee`, `group` and
/// `requester` stand for the ids, `custom_fields` is a map by the spec's names of the fields.
enum TicketVocabulary {
  /// What an agent can set.
  static let writable = [
    "subject", "status", "priority", "type", "tags", "assignee", "group", "requester",
    "custom_fields", "external_id", "due_at",
  ]

  /// What a ticket can be held against.
  static let readable = [
    "subject", "status", "priority", "type", "tags", "assignee", "group", "requester",
    "custom_fields", "external_id", "due_at", "via", "description", "is_public",
  ]

  static let choices = [
    "status": ["new", "open", "pending", "hold", "solved", "closed"],
    "priority": ["urgent", "high", "normal", "low"],
    "type": ["problem", "incident", "question", "task"],
  ]
}
