internal import Values

/// The value of a custom field of tickets or users, as rules and placeholders look at it.
struct CustomFieldData {
  /// The field's definition; nil where there is none.
  var definition: Members?
  /// As the ticket or the user has it.
  var value: Value

  /// A ticket's own.
  init(ofTicket ticket: Members, id: String, _ state: ZendeskState) {
    definition = state.ticketFields[id]
    value = TicketChange.customFields(ticket)[id] ?? .null
  }

  /// A user's own.
  init(ofUser user: Members?, key: String, _ state: ZendeskState) {
    definition = state.userFields.objects.values.first { $0["key"] == .string(key) }
    value = user?["user_fields"]?[key] ?? .null
  }

  var type: String { definition?["type"]?.text ?? "text" }

  /// An unchecked box and one that nobody touched are the same.
  var texts: [String] {
    if type == "checkbox" { return [value == true ? "true" : "false"] }
    let texts = value.items?.compactMap(\.scalarText) ?? [value.scalarText ?? ""]
    return texts.filter { !$0.isEmpty }
  }

  /// The ids of the options that are chosen.
  var optionIDs: [String] { options.compactMap { $0["id"]?.scalarText } }

  /// The names of the options that are chosen.
  var optionTitles: [String] { options.compactMap { $0["name"]?.text } }

  /// The value of the option with this id, or `id` itself where there is none.
  func value(ofOption id: String) -> String {
    let all = definition?["custom_field_options"]?.items ?? []
    return all.first { $0["id"]?.scalarText == id }?["value"]?.text ?? id
  }

  var scale: ConditionScale {
    switch type {
    case "integer", "decimal": .numbers
    case "date": .dates
    default: .words
    }
  }

  private var options: [Value] {
    let all = definition?["custom_field_options"]?.items ?? []
    return texts.compactMap { text in all.first { $0["value"]?.text == text } }
  }
}
