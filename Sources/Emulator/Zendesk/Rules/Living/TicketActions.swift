internal import Platform
internal import Values

/// What a rule's actions make of a ticket.
///
/// <https://developer.zendesk.com/documentation/ticketing/reference-guides/actions-reference/>
struct TicketActions {
  private let moment: RuleMoment
  private(set) var changes: [(field: String, value: Value)] = []
  /// Those that stand for something the emulator does not have.
  private(set) var ignored: [String] = []

  init(_ rule: Members, _ moment: RuleMoment, _ state: ZendeskState) {
    self.moment = moment
    for action in rule["actions"]?.items ?? [] {
      guard let field = action["field"]?.text, !RuleNotification.fields.contains(field) else {
        continue
      }
      add(field, action["value"] ?? .null, state)
    }
  }

  private mutating func add(_ field: String, _ value: Value, _ state: ZendeskState) {
    let text = value.scalarText ?? ""
    switch field {
    case "status": set(field, .string(text))
    case "priority", "type": set(field, text.isEmpty ? .null : .string(text))
    case "group_id", "brand_id", "custom_status_id": set(field, Self.number(text))
    case "ticket_form_id": set(field, Self.form(text, state))
    case "assignee_id": assign(text, state)
    case "set_tags", "current_tags", "remove_tags": tag(field, text)
    case "follower": include(text, in: "follower_ids", agents: true, state)
    case "cc": include(text, in: "email_cc_ids", agents: nil, state)
    default:
      if let id = field.dropping(TicketChange.customFieldPrefix) {
        let data = CustomFieldData(ofTicket: moment.ticket, id: id, state)
        set(field, typed(value, as: current(field, data)))
      } else if let key = field.dropping(TicketChange.requesterFieldPrefix) {
        let requester = state.user(moment.ticket["requester_id"])
        let data = CustomFieldData(ofUser: requester, key: key, state)
        set(field, data.definition == nil ? nil : typed(value, as: current(field, data)))
      } else {
        ignored.append(field)
      }
    }
  }

  private mutating func set(_ field: String, _ value: Value?) {
    if let value { changes.append((field, value)) } else { ignored.append(field) }
  }

  /// A field's value as the actions so far have left it.
  private func current(_ field: String, _ data: CustomFieldData) -> CustomFieldData {
    var data = data
    if let change = changes.last(where: { $0.field == field }) { data.value = change.value }
    return data
  }

  /// An id, or null for nobody; nil for what is neither.
  private static func number(_ text: String) -> Value? {
    text.isEmpty ? .null : Int(text).map { .integer($0) }
  }

  private static func form(_ text: String, _ state: ZendeskState) -> Value? {
    guard text == "default_ticket_form" else { return number(text) }
    return state.ticketForms.objects.values.first { $0["default"] == true }?["id"]
  }

  /// Tickets go to agents alone: an end user who stands for the assignee leaves it as it is.
  private mutating func assign(_ text: String, _ state: ZendeskState) {
    guard !text.isEmpty else { return set("assignee_id", .null) }
    let id = moment.user(standingFor: text)
    set("assignee_id", state.isAgent(id) ? id.map { .integer($0) } : nil)
  }

  private mutating func tag(_ field: String, _ text: String) {
    let words = text.lowercased().split { $0 == " " || $0 == "," }.map { String($0) }
    let before = changes.last { $0.field == "tags" }?.value ?? moment.ticket["tags"]
    let old = before?.items?.compactMap(\.text) ?? []
    var tags = field == "set_tags" ? [] : old
    if field == "remove_tags" {
      tags.removeAll { words.contains($0) }
    } else {
      for word in words where !tags.contains(word) { tags.append(word) }
    }
    // The tags that fields stand for are added to those that are set.
    changes.removeAll { $0.field == "tags" }
    changes.insert(("tags", .list(tags.map { .string($0) })), at: 0)
  }

  private mutating func include(
    _ text: String,
    in list: String,
    agents: Bool?,
    _ state: ZendeskState
  ) {
    guard let id = moment.user(standingFor: text), state.users[String(id)] != nil,
      agents.map({ state.isAgent(id) == $0 }) ?? true
    else { return ignored.append(text) }
    let before = changes.last { $0.field == list }?.value ?? moment.ticket[list]
    let old = before?.items ?? []
    set(list, .list(old.contains(.integer(id)) ? old : old + [.integer(id)]))
  }

  private func adding(_ option: Value, to chosen: Value) -> Value {
    let options = chosen.items ?? []
    return .list(options.contains(option) ? options : options + [option])
  }

  /// A value as a field of this type holds it; an option of a user's field is named by its id.
  private func typed(_ value: Value, as data: CustomFieldData) -> Value? {
    if let items = value.items?.compactMap(\.text), items.count == 2 {
      guard items[0] == "days_from_now" else { return .string(items[1]) }
      return Int(items[1]).flatMap { days in
        (-100_000...100_000).contains(days)
          ? .string(String(WallClock.iso8601(moment.now + days * 86_400).prefix(10))) : nil
      }
    }
    let text = value.scalarText ?? ""
    return switch data.type {
    case "checkbox": .boolean(text == "true")
    case _ where text.isEmpty: .null
    case "integer", "decimal":
      data.definition.flatMap { FieldValue.read(.string(text), of: $0) }
    case "dropdown": .string(data.value(ofOption: text))
    case "multiselect": adding(.string(data.value(ofOption: text)), to: data.value)
    default: .string(text)
    }
  }
}
