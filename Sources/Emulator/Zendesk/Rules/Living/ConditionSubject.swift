internal import Values

/// What a condition's field has in a ticket.
struct ConditionSubject {
  let field: String
  let moment: RuleMoment
  let state: ZendeskState

  private static let attributes: Set = [
    "status", "custom_status_id", "type", "priority", "brand_id", "ticket_form_id", "group_id",
    "assignee_id", "requester_id", "organization_id", "recipient",
  ]
  /// By field: what `TicketMetrics` calls it.
  private static let counts = [
    "reopens": "reopens", "replies": "replies", "agent_stations": "assignee_stations",
    "group_stations": "group_stations",
  ]

  /// None where `ticket` has no value; nil for what the emulator does not know.
  func texts(of ticket: Members) -> [String]? {
    if Self.attributes.contains(field) { return Self.texts(ticket[field]) }
    if let name = Self.counts[field] { return [ticket["metrics"]?[name]?.scalarText ?? "0"] }
    if let id = field.dropping("custom_fields_") {
      return CustomFieldData(ofTicket: ticket, id: id, state).texts
    }
    if let key = field.dropping("requester.custom_fields.") {
      let data = requesterField(key, of: ticket)
      return ["dropdown", "multiselect"].contains(data.type) ? data.optionIDs : data.texts
    }
    // There are no organizations here, so that a ticket's has no fields.
    if field.hasPrefix("organization.custom_fields.") { return [] }
    return further(ticket)
  }

  private func further(_ ticket: Members) -> [String]? {
    let requester = state.user(ticket["requester_id"])
    return switch field {
    case "current_tags": ticket["tags"]?.items?.compactMap(\.text) ?? []
    case "via_id": Self.channel(of: ticket).map { [String($0)] }
    case "current_via_id": moment.via.map { [String($0)] } ?? []
    case "update_type": [moment.isCreation ? "Create" : "Change"]
    case "ticket_is_public": [ticket["is_public"] == false ? "private" : "public"]
    case "number_of_incidents": [String(incidents)]
    case "cc": Self.texts(ticket["email_cc_ids"]) + Self.texts(ticket["collaborator_ids"])
    case "locale_id": Self.texts(requester?["locale_id"])
    case "requester_time_zone": Self.texts(requester?["time_zone"])
    case "requester_role": Self.roles[requester?["role"]?.text ?? ""].map { [$0] } ?? []
    default: nil
    }
  }

  var scale: ConditionScale {
    switch field {
    case "status": .statuses
    case "priority": .priorities
    case "number_of_incidents", "reopens", "replies", "agent_stations", "group_stations",
      "via_id", "current_via_id":
      .numbers
    default:
      if let id = field.dropping("custom_fields_") {
        CustomFieldData(ofTicket: moment.ticket, id: id, state).scale
      } else if let key = field.dropping("requester.custom_fields.") {
        requesterField(key, of: moment.ticket).scale
      } else {
        .words
      }
    }
  }

  /// What a condition names, with the people that words stand for; who is not there is nobody's
  /// equal.
  func resolved(_ expected: [String]) -> [String] {
    switch field {
    case "current_tags":
      expected.flatMap { $0.lowercased().split { $0 == " " || $0 == "," }.map { String($0) } }
    case "assignee_id", "requester_id":
      expected.map { word in
        word.isEmpty || Int(word) != nil
          ? word : moment.user(standingFor: word).map { String($0) } ?? "nobody"
      }
    case "cc" where expected.contains("current_user"):
      moment.actor.map { [String($0)] } ?? []
    default: expected
    }
  }

  private static let roles = ["end-user": "0", "admin": "2", "agent": "4"]

  private func requesterField(_ key: String, of ticket: Members) -> CustomFieldData {
    CustomFieldData(ofUser: state.user(ticket["requester_id"]), key: key, state)
  }

  private static func channel(of ticket: Members) -> Int? {
    ticket["via"]?["channel"]?.text.flatMap { ViaChannel(word: $0)?.id }
  }

  private var incidents: Int {
    let id = Int(moment.id)
    return state.tickets.objects.values.count { $0["problem_id"]?.integer == id && id != nil }
  }

  private static func texts(_ value: Value?) -> [String] {
    let texts = value?.items?.compactMap(\.scalarText) ?? [value?.scalarText ?? ""]
    return texts.filter { !$0.isEmpty }
  }
}

extension String {
  /// What follows `prefix`; nil where this does not begin with it.
  func dropping(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
