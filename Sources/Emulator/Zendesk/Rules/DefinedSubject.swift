internal import Values

/// A standard field of conditions or actions, as the definitions show it.
struct DefinedSubject: Sendable {
  var name: String
  /// What an action is called; a condition's title is its field's.
  var title = ""
  /// `list`, `text`, `tags`, or what kind of notification.
  var type = "list"
  var group = "ticket"
  var isNullable = false
  /// In the order of the definitions; nil where they have none or come from the account.
  var choices: [(value: String, title: String)]?

  func condition(title: String, operators: Set<String>, values: Value?) -> Value {
    var members = common(title: title)
    members["operators"] = DefinedOperator.definitions(operators)
    members["values"] = values
    return .object(members)
  }

  func action(values: Value?) -> Value {
    var members = common(title: title)
    members["values"] = values
    return .object(members)
  }

  private func common(title: String) -> Members {
    [
      "title": .string(title), "subject": .string(name), "type": .string(type),
      "group": .string(group), "nullable": .boolean(isNullable), "repeatable": false,
    ]
  }

  /// What can be chosen, among it what the account holds; nil unless this is a list.
  func values(in state: ZendeskState) -> Value? {
    guard type == "list" || type == "email" else { return nil }
    let own = choices ?? []
    let nothing = isNullable ? [("__NULL__", "-")] : []
    return Self.list(nothing + own + Self.objects(of: name, in: state))
  }

  static func list(_ values: [(value: String, title: String)]) -> Value {
    .list(
      values.map { value, title in
        ["value": .string(value), "title": .string(title), "enabled": true]
      }
    )
  }

  private static func objects(
    of name: String,
    in state: ZendeskState
  ) -> [(value: String, title: String)] {
    let tables = [
      "brand_id": state.brands, "group_id": state.groups, "notification_group": state.groups,
      "ticket_form_id": state.ticketForms,
    ]
    let objects = tables[name]?.objects.filter { $0.value["deleted"] != true } ?? [:]
    return objects.sorted { $0.key < $1.key }.map { ($0.key, $0.value["name"]?.text ?? "") }
  }
}

extension DefinedSubject {
  private static let statuses = [
    ("open", "Open"), ("pending", "Pending"), ("hold", "On-hold"), ("solved", "Solved"),
    ("closed", "Closed"),
  ]
  private static let types = [
    ("question", "Question"), ("incident", "Incident"), ("problem", "Problem"), ("task", "Task"),
  ]
  private static let priorities = [
    ("low", "Low"), ("normal", "Normal"), ("high", "High"), ("urgent", "Urgent"),
  ]
  private static let channels = [
    ("0", "Web form"), ("4", "Email"), ("5", "Web service (API)"), ("29", "Chat"),
    ("30", "Twitter"), ("33", "Voicemail"), ("34", "Phone call (incoming)"),
    ("35", "Phone call (outbound)"), ("38", "Facebook post"), ("41", "Facebook message"),
    ("48", "Web Widget"), ("49", "Mobile SDK"), ("57", "Text message"),
    ("75", "Messaging"),
  ]
  private static let answers = [("true", "Yes"), ("false", "No")]
  private static let locales = [("1", "English (United States)")]

  static let conditions: [DefinedSubject] = [
    DefinedSubject(name: "status", choices: [("new", "New")] + statuses),
    DefinedSubject(name: "number_of_incidents", type: "text"),
    DefinedSubject(name: "brand_id"), DefinedSubject(name: "ticket_form_id"),
    DefinedSubject(name: "type", isNullable: true, choices: types),
    DefinedSubject(name: "priority", isNullable: true, choices: priorities),
    DefinedSubject(name: "group_id", isNullable: true),
    DefinedSubject(
      name: "assignee_id",
      isNullable: true,
      choices: [("requester_id", "(requester)"), ("current_user", "(current user)")]
    ),
    DefinedSubject(
      name: "requester_id",
      choices: [("assignee_id", "(assignee)"), ("current_user", "(current user)")]
    ),
    DefinedSubject(name: "organization_id", isNullable: true),
    DefinedSubject(name: "current_tags", type: "tags"),
    DefinedSubject(name: "via_id", choices: channels),
    DefinedSubject(name: "current_via_id", choices: channels),
    DefinedSubject(name: "recipient"),
    DefinedSubject(name: "update_type", choices: [("Create", "Created"), ("Change", "Updated")]),
    DefinedSubject(name: "subject_includes_word", type: "text"),
    DefinedSubject(
      name: "ticket_is_public",
      choices: [
        ("public", "Ticket has public comments"), ("private", "Ticket has no public comments"),
      ]
    ),
    DefinedSubject(
      name: "comment_is_public",
      choices: [
        ("true", "Public"), ("false", "Private"), ("not_relevant", "Present (public or private)"),
        ("requester_can_see_comment", "Present, and requester can see the comment"),
      ]
    ),
    DefinedSubject(name: "comment_includes_word", type: "text"),
    DefinedSubject(name: "reopens", type: "text"), DefinedSubject(name: "replies", type: "text"),
    DefinedSubject(name: "agent_stations", type: "text"),
    DefinedSubject(name: "group_stations", type: "text"),
    DefinedSubject(name: "in_business_hours", choices: answers),
    DefinedSubject(name: "on_holiday", choices: answers),
    DefinedSubject(
      name: "ticket_due_date",
      choices: [("true", "Present"), ("false", "Not present")]
    ),
    DefinedSubject(
      name: "requester_role",
      group: "requester",
      choices: [("4", "(agent)"), ("0", "(end-user)"), ("2", "(admin)")]
    ),
    DefinedSubject(name: "locale_id", group: "requester", choices: locales),
    DefinedSubject(
      name: "role",
      group: "other",
      choices: [("agent", "(agent)"), ("end_user", "(end-user)")]
    ),
  ]

  static let actions: [DefinedSubject] = [
    DefinedSubject(name: "status", title: "Status", choices: statuses),
    DefinedSubject(name: "brand_id", title: "Brand"),
    DefinedSubject(
      name: "ticket_form_id",
      title: "Form",
      choices: [("default_ticket_form", "(default form)")]
    ),
    DefinedSubject(name: "priority", title: "Priority", choices: priorities),
    DefinedSubject(name: "type", title: "Type", choices: types),
    DefinedSubject(name: "group_id", title: "Group", isNullable: true),
    DefinedSubject(
      name: "assignee_id",
      title: "Assignee",
      isNullable: true,
      choices: [("current_user", "(current user)"), ("requester_id", "(requester)")]
    ),
    DefinedSubject(name: "set_tags", title: "Set tags", type: "tags"),
    DefinedSubject(name: "current_tags", title: "Add tags", type: "tags"),
    DefinedSubject(name: "remove_tags", title: "Remove tags", type: "tags"),
    DefinedSubject(
      name: "follower",
      title: "Add follower",
      choices: [("current_user", "(current user)")]
    ),
    DefinedSubject(
      name: "notification_user",
      title: "Email user",
      type: "email",
      group: "notifications",
      choices: [
        ("current_user", "(current user)"), ("requester_and_ccs", "(requester and CCs)"),
        ("requester_id", "(requester)"), ("assignee_id", "(assignee)"),
        ("all_agents", "(all agents)"),
      ]
    ),
    DefinedSubject(
      name: "notification_group",
      title: "Email group",
      type: "email",
      group: "notifications",
      choices: [("group_id", "(assigned group)")]
    ),
    DefinedSubject(
      name: "notification_webhook",
      title: "Notify active webhook",
      type: "webhook",
      group: "notifications"
    ),
    DefinedSubject(name: "locale_id", title: "Language", group: "requester", choices: locales),
  ]
}
