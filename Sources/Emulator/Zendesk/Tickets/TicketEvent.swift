internal import Values

/// One creation or update of a ticket, as the business rules look at it.
struct TicketEvent: Sendable {
  /// The ticket's id.
  var ticket: String
  /// The ticket as it was; nil if it was made just now.
  var before: Members?
  /// The comment that came with it, as it is stored.
  var comment: Members?
  /// The id of the user who did it. That is who sent the request, not the comment's author:
  /// <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#author-id>
  var actor: Int
  /// The channel through which it came, see `ViaChannel`.
  var via: Int
  /// The number of the chronicle's entry.
  var entry: Int

  var isCreation: Bool { before == nil }
}
