internal import Platform
internal import Values

/// Writes tickets, with everything that comes of it: audits, the chronicle, the rules.
enum TicketWriter {
  /// Who an audit names where nobody in particular did it.
  static let system = -1

  /// Lets a rule change a ticket; no rule looks at it again on account of that.
  ///
  /// What a trigger changes belongs to the audit of the update that fired it, each event with the
  /// trigger as its `via`; what an automation changes is an audit of its own.
  ///
  /// - Parameters:
  ///   - changes: New values of members of the ticket, of `custom_fields_ID` or of
  ///     `requester.custom_fields.KEY`; lists, as of tags, whole.
  ///   - rule: `{"id", "title"}`, and `"rel": "automation"` where it is no trigger.
  /// - Returns: What is another value now.
  @discardableResult
  static func apply(
    _ changes: [(field: String, value: Value)],
    to ticket: String,
    rule: Members,
    _ state: inout ZendeskState,
    now: Int
  ) -> [TicketChange] {
    guard let before = state.tickets[ticket] else { return [] }
    var after = before
    var ofRequester: [TicketChange] = []
    for (field, value) in changes {
      if field.hasPrefix(TicketChange.customFieldPrefix) {
        let id = String(field.dropFirst(TicketChange.customFieldPrefix.count))
        if let field = state.ticketFields[id] { TicketFieldValues.set(field, value, &after) }
      } else if field.hasPrefix(TicketChange.requesterFieldPrefix) {
        let key = String(field.dropFirst(TicketChange.requesterFieldPrefix.count))
        ofRequester += set(requesterField: key, value, of: after, &state, now: now)
      } else {
        after[field] = value
        if field == "subject" { after["raw_subject"] = value }
      }
    }
    TicketStatus.settle(&after, before: before, solver: nil, state)
    let changed = TicketChange.between(before, after)
    guard !changed.isEmpty || !ofRequester.isEmpty else { return [] }
    TicketMetrics.note(
      &after,
      before: before,
      actor: nil,
      comment: nil,
      repliesAsAgent: false,
      now: now
    )
    after["updated_at"] = .string(WallClock.iso8601(now))
    state.tickets[ticket] = after
    audit(changed, of: ticket, rule, &state, now: now)
    return changed + ofRequester
  }

  private static func audit(
    _ changes: [TicketChange],
    of ticket: String,
    _ rule: Members,
    _ state: inout ZendeskState,
    now: Int
  ) {
    guard !changes.isEmpty else { return }
    let rel = rule["rel"]?.text ?? "trigger"
    let via = ViaChannel.document(ofRule: rule, rel)
    let last = state.tickets[ticket]?["audit_ids"]?.items?.last?.integer
    let audit =
      (rel == "trigger" ? last : nil)
      ?? state.addAudit(of: ticket, author: system, via: via, now: now)
    for change in changes {
      let event = change.auditEvent(ofCreation: false)
      state.addEvent(event.merging(["via": via]), to: audit)
    }
  }

  private static func set(
    requesterField key: String,
    _ value: Value,
    of ticket: Members,
    _ state: inout ZendeskState,
    now: Int
  ) -> [TicketChange] {
    guard let id = ticket["requester_id"]?.scalarText, var user = state.users[id] else { return [] }
    var fields = user["user_fields"]?.members ?? [:]
    let old = fields[key] ?? .null
    guard old != value else { return [] }
    fields[key] = value
    user["user_fields"] = .object(fields)
    user["updated_at"] = .string(WallClock.iso8601(now))
    state.users[id] = user
    return [
      TicketChange(field: TicketChange.requesterFieldPrefix + key, from: old, to: value)
    ]
  }
}
