internal import Values

/// One value of a ticket that became another.
struct TicketChange: Sendable, Hashable {
  /// A member of the ticket, `custom_fields_ID` or `requester.custom_fields.KEY`.
  var field: String
  /// Null where there was nothing.
  var from: Value
  /// Null where there is nothing now.
  var to: Value

  /// As the chronicle shows it.
  var document: Value { ["field": .string(field), "from": from, "to": to] }

  static let customFieldPrefix = "custom_fields_"
  static let requesterFieldPrefix = "requester.custom_fields."

  /// The members that audits follow, in their order.
  static let followed = [
    "subject", "status", "priority", "type", "tags", "requester_id", "assignee_id", "group_id",
    "organization_id", "brand_id", "ticket_form_id", "external_id", "recipient", "due_at",
    "problem_id", "collaborator_ids", "follower_ids", "email_cc_ids",
  ]

  /// What differs between two states of a ticket; of a new one, what it begins with.
  static func between(_ before: Members?, _ after: Members) -> [TicketChange] {
    var changes: [TicketChange] = []
    for name in followed {
      let old = before?[name] ?? (after[name]?.items == nil ? .null : [])
      let new = after[name] ?? .null
      if old != new { changes.append(TicketChange(field: name, from: old, to: new)) }
    }
    let old = customFields(before ?? [:])
    for (id, value) in customFields(after) where value != old[id] ?? .null {
      changes.append(
        TicketChange(field: customFieldPrefix + id, from: old[id] ?? .null, to: value)
      )
    }
    return changes
  }

  /// The values of a ticket's custom fields by the fields' ids.
  static func customFields(_ ticket: Members) -> Members {
    Members(
      (ticket["custom_fields"]?.items ?? []).map {
        ($0["id"]?.scalarText ?? "", $0["value"] ?? .null)
      }
    )
  }

  /// As an audit's event shows it, without its id.
  func auditEvent(ofCreation: Bool) -> Members {
    let name =
      field.hasPrefix(Self.customFieldPrefix)
      ? String(field.dropFirst(Self.customFieldPrefix.count)) : field
    var event: Members = [
      "type": ofCreation ? "Create" : "Change", "value": Self.audited(to),
      "field_name": .string(name),
    ]
    if !ofCreation { event["previous_value"] = Self.audited(from) }
    return event
  }

  /// Audits hold numbers and flags as text.
  private static func audited(_ value: Value) -> Value {
    switch value {
    case .integer, .decimal, .boolean: .string(value.scalarText ?? "")
    default: value
    }
  }
}
