internal import Platform
internal import Values

/// Tickets with what belongs to them.
extension ZendeskState {
  /// A ticket's comments, oldest first.
  func comments(of ticket: String) -> [Members] {
    (tickets[ticket]?["comment_ids"]?.items ?? []).compactMap {
      ticketComments[$0.scalarText ?? ""]
    }
  }

  /// A ticket's latest audit; null where there is none.
  func lastAudit(of ticket: String) -> Value {
    let id = tickets[ticket]?["audit_ids"]?.items?.last?.scalarText
    return id.flatMap { ticketAudits[$0] }.map { .object($0) } ?? .null
  }

  func user(_ id: Value?) -> Members? { id?.scalarText.flatMap { users[$0] } }

  /// Whether the user with this id works for the account.
  func isAgent(_ id: Int?) -> Bool {
    ["agent", "admin"].contains(user(id.map { .integer($0) })?["role"]?.text ?? "")
  }

  /// A user as the chronicle names one: `{"id", "name", "role"}`.
  func person(_ id: Int) -> Value {
    let user = users[String(id)]
    return [
      "id": .integer(id), "name": user?["name"] ?? .null, "role": user?["role"] ?? .null,
    ]
  }

  /// Adds an audit without events.
  ///
  /// - Returns: Its id.
  mutating func addAudit(of ticket: String, author: Int, via: Value, now: Int) -> Int {
    let id = identifiers.integer()
    ticketAudits[String(id)] = [
      "id": .integer(id), "ticket_id": .integer(Int(ticket) ?? 0),
      "created_at": .string(WallClock.iso8601(now)), "author_id": .integer(author),
      "metadata": ["system": [:], "custom": [:]], "events": [], "via": via,
    ]
    let ids = tickets[ticket]?["audit_ids"]?.items ?? []
    tickets[ticket]?["audit_ids"] = .list(ids + [.integer(id)])
    return id
  }

  /// Adds an event to an audit.
  mutating func addEvent(_ event: Members, to audit: Int) {
    let id = identifiers.integer()
    let events = ticketAudits[String(audit)]?["events"]?.items ?? []
    let numbered = Members([("id", .integer(id))]).merging(event)
    ticketAudits[String(audit)]?["events"] = .list(events + [.object(numbered)])
  }
}
