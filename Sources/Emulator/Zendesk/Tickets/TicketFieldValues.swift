internal import Values

/// The values of a ticket's custom fields, with the tags that go with them.
enum TicketFieldValues {
  /// What a new ticket has: every field, none with a value but the checkboxes.
  static func fresh(_ state: ZendeskState) -> Value {
    .list(
      state.ticketFields.objects.values
        .filter { $0["removable"] == true && $0["active"] == true }
        .sorted { ($0["id"]?.integer ?? 0) < ($1["id"]?.integer ?? 0) }
        .map { ["id": $0["id"] ?? .null, "value": $0["type"] == "checkbox" ? false : .null] }
    )
  }

  /// Options of dropdowns and multiselects are tags of the ticket too, and a checkbox may have one.
  static func set(_ field: Members, _ value: Value, _ ticket: inout Members) {
    let id = field["id"] ?? .null
    var fields = ticket["custom_fields"]?.items ?? []
    let index = fields.firstIndex { $0["id"] == id }
    let before = index.flatMap { fields[$0]["value"] } ?? .null
    var tags = ticket["tags"] ?? []
    for tag in Self.tags(of: field, before) { tags = Tags.removing(tag, from: tags) }
    for tag in Self.tags(of: field, value) { tags = Tags.adding(tag, to: tags) }
    ticket["tags"] = tags
    let entry: Value = ["id": id, "value": value]
    if let index { fields[index] = entry } else { fields.append(entry) }
    ticket["custom_fields"] = .list(fields)
    ticket["fields"] = .list(fields)
  }

  private static func tags(of field: Members, _ value: Value) -> [String] {
    switch field["type"]?.text {
    case "tagger": value.text.map { [$0] } ?? []
    case "multiselect": (value.items ?? []).compactMap(\.text)
    case "checkbox": value == true ? (field["tag"]?.text).map { [$0] } ?? [] : []
    default: []
    }
  }
}
