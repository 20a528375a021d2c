internal import Values

/// A ticket as a rule meets it: in the middle of an update, or when the hour is full.
struct RuleMoment: Sendable {
  /// The ticket's id.
  var id: String
  /// With what rules have changed so far.
  var ticket: Members
  /// The ticket ahead of the update; nil for one that was made just now.
  var before: Members?
  /// The comment of the update.
  var comment: Members?
  /// The id of the user who makes the update; nil where an automation does.
  var actor: Int?
  /// The channel of the update, see `ViaChannel`; nil at a full hour.
  var via: Int?
  /// Whether the ticket was made just now.
  var isCreation = false
  /// Seconds since 1970.
  var now: Int

  /// - Returns: Nil where the ticket is gone.
  init?(_ event: TicketEvent, _ state: ZendeskState, now: Int) {
    guard let ticket = state.tickets[event.ticket] else { return nil }
    id = event.ticket
    self.ticket = ticket
    before = event.before
    comment = event.comment
    actor = event.actor == TicketWriter.system ? nil : event.actor
    via = event.via
    isCreation = event.isCreation
    self.now = now
  }

  /// A ticket to which nothing happens but that time goes by.
  init(id: String, _ ticket: Members, now: Int) {
    self.id = id
    self.ticket = ticket
    before = ticket
    self.now = now
  }

  /// The id of a user, as `assignee_id` and the like stand for one; nil for nobody.
  func user(standingFor word: String) -> Int? {
    switch word {
    case "current_user": actor
    case "requester_id", "assignee_id": ticket[word]?.integer
    default: Int(word)
    }
  }
}
