internal import Values

/// A custom field of tickets, requesters or organizations, as the definitions show it.
struct DefinedField {
  private let field: Members
  private let subject: DefinedSubject

  private static let texts: Set = [
    "is", "is_not", "present", "not_present", "includes_words", "not_includes_words",
    "includes_string", "not_includes_string",
  ]
  private static let numbers: Set = [
    "is", "is_not", "less_than", "less_than_equal", "greater_than", "greater_than_equal",
    "present", "not_present",
  ]

  /// Every active one: of tickets, of requesters, of organizations.
  static func all(in state: ZendeskState) -> [DefinedField] {
    let tickets = active(state.ticketFields).filter { $0["removable"] != false }.map { field in
      DefinedField(field, "custom_fields_\(field["id"]?.scalarText ?? "")", group: "ticket")
    }
    let owners = [
      ("requester", state.userFields), ("organization", state.organizationFields),
    ]
    return tickets
      + owners.flatMap { owner, table in
        active(table).map { field in
          let key = field["key"]?.text ?? ""
          return DefinedField(field, "\(owner).custom_fields.\(key)", group: owner)
        }
      }
  }

  private static func active(_ table: ObjectTable) -> [Members] {
    table.objects.filter { $0.value["active"] == true }.sorted { $0.key < $1.key }.map(\.value)
  }

  private init(_ field: Members, _ name: String, group: String) {
    self.field = field
    let type = field["type"]?.text ?? ""
    let isList = ["checkbox", "dropdown", "tagger"].contains(type) || group == "ticket"
    subject = DefinedSubject(
      name: name,
      title: field["title"]?.text ?? "",
      type: isList ? "list" : type == "date" ? "date" : "text",
      group: group,
      isNullable: isList
    )
  }

  var condition: Value {
    subject.condition(title: subject.title, operators: operators, values: values(nothing: true))
  }

  /// A ticket's options are several tags at once.
  var action: Value {
    var subject = subject
    if hasOptions, subject.group == "ticket" { subject.type = "multiselect_list" }
    subject.isNullable = true
    return subject.action(values: values(nothing: subject.type == "list"))
  }

  private var type: String { field["type"]?.text ?? "" }

  private var hasOptions: Bool { ["dropdown", "tagger", "multiselect"].contains(type) }

  private var operators: Set<String> {
    switch (subject.group, type) {
    case (_, "checkbox"): ["is"]
    case ("ticket", _) where hasOptions: ["includes", "not_includes", "present", "not_present"]
    case ("ticket", _): ["present", "not_present"]
    case (_, "dropdown"): ["is", "is_not", "present", "not_present"]
    case (_, "integer"), (_, "decimal"): Self.numbers
    case (_, "date"): Self.numbers.union(["within_previous_n_days", "within_next_n_days"])
    default: Self.texts
    }
  }

  /// A ticket's option goes by its tag, everybody else's by its id.
  private func values(nothing: Bool) -> Value? {
    guard subject.type == "list" else { return nil }
    if type == "checkbox" {
      return DefinedSubject.list([("true", "Checked"), ("false", "Unchecked")])
    }
    let key = subject.group == "ticket" ? "value" : "id"
    let options = (field["custom_field_options"]?.items ?? []).map { option in
      (option[key]?.scalarText ?? "", option["name"]?.text ?? "")
    }
    return DefinedSubject.list((nothing && hasOptions ? [("__NULL__", "-")] : []) + options)
  }
}
