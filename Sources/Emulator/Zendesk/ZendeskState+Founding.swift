internal import Platform
internal import Values

extension ZendeskState {
  /// Adds what every account has before anybody configures it: a group, a brand, the system ticket
  /// fields, a form that holds them, and the automation that closes solved tickets.
  ///
  /// The names of group, brand and form, and the hours of the automation, are unconfirmed.
  mutating func found(_ stamp: Value) {
    let fields = Self.systemFields.enumerated().map { index, field in
      Self.systemField(field, number: index + 1, stamp)
    }
    let fieldIDs = fields.compactMap { $0["id"] }
    for field in fields { add(field, to: \.ticketFields) }
    let form = Value.integer(Identifiers.founding(20))
    add(Self.form(form, fieldIDs, stamp), to: \.ticketForms)
    add(
      [
        "id": .integer(Self.foundingGroup), "is_public": true, "name": "Support",
        "description": "", "default": true, "deleted": false, "created_at": stamp,
        "updated_at": stamp,
      ],
      to: \.groups
    )
    add(
      [
        "id": .integer(Identifiers.founding(22)), "name": "Zendesk",
        "brand_url": "https://zendesk.localhost", "subdomain": "zendesk", "host_mapping": .null,
        "has_help_center": false, "help_center_state": "disabled", "active": true,
        "default": true, "is_deleted": false, "logo": .null, "ticket_form_ids": .list([form]),
        "signature_template": "{{agent.signature}}", "created_at": stamp, "updated_at": stamp,
      ],
      to: \.brands
    )
    add(Self.closing(stamp), to: \.automations)
    add(CurrentUser.founding, to: \.users)
  }

  static let foundingGroup = Identifiers.founding(21)

  private mutating func add(_ object: Members, to table: TablePath) {
    if let id = object["id"]?.scalarText { self[keyPath: table][id] = object }
  }

  private struct SystemField {
    var type: String
    var title: String
    var description: String?
    var isInPortal = false
    var further: Members = [:]
  }

  private static let systemFields: [SystemField] = [
    SystemField(type: "subject", title: "Subject", isInPortal: true),
    SystemField(
      type: "description",
      title: "Description",
      description: "Please enter the details of your request.",
      isInPortal: true
    ),
    SystemField(
      type: "status",
      title: "Status",
      description: "Request status",
      further: [
        "sub_type_id": 1,
        "system_field_options": options(["Open", "Pending", "On-hold", "Solved"]),
      ]
    ),
    SystemField(
      type: "tickettype",
      title: "Type",
      description: "Request type",
      further: ["system_field_options": options(["Question", "Incident", "Problem", "Task"])]
    ),
    SystemField(
      type: "priority",
      title: "Priority",
      description: "Request priority",
      further: [
        "sub_type_id": 0,
        "system_field_options": options(["Low", "Normal", "High", "Urgent"]),
      ]
    ),
    SystemField(type: "group", title: "Group", description: "Request group"),
    SystemField(type: "assignee", title: "Assignee", description: "Agent assigned to your request"),
    SystemField(
      type: "custom_status",
      title: "Ticket status",
      description: "Request ticket status"
    ),
  ]

  private static func options(_ names: [String]) -> Value {
    .list(
      names.map { name in
        ["name": .string(name), "value": .string(name == "On-hold" ? "hold" : name.lowercased())]
      }
    )
  }

  private static func systemField(_ field: SystemField, number: Int, _ stamp: Value) -> Members {
    let title = Value.string(field.title)
    let description = Value.string(field.description ?? field.title)
    var object: Members = [
      "id": .integer(Identifiers.founding(number)), "type": .string(field.type), "title": title,
      "raw_title": title, "description": description, "raw_description": description,
      "position": .integer(number), "active": true, "required": false,
      "collapsed_for_agents": false, "regexp_for_validation": .null, "title_in_portal": title,
      "raw_title_in_portal": title, "visible_in_portal": .boolean(field.isInPortal),
      "editable_in_portal": .boolean(field.isInPortal),
      "required_in_portal": .boolean(field.isInPortal), "tag": .null, "created_at": stamp,
      "updated_at": stamp, "removable": false, "key": .null, "agent_description": .null,
    ]
    if field.type == "custom_status" { object["custom_statuses"] = statuses(stamp) }
    return object.merging(field.further)
  }

  private static func statuses(_ stamp: Value) -> Value {
    let labels = [
      ("new", "New"), ("open", "Open"), ("pending", "Pending"), ("hold", "On-hold"),
      ("solved", "Solved"),
    ]
    return .list(
      labels.enumerated().map { index, status in
        [
          "id": .integer(Identifiers.founding(10 + index)), "status_category": .string(status.0),
          "agent_label": .string(status.1), "end_user_label": .string(status.1),
          "description": "", "end_user_description": "", "active": true, "default": true,
          "created_at": stamp, "updated_at": stamp,
        ]
      }
    )
  }

  private static func form(_ id: Value, _ fields: [Value], _ stamp: Value) -> Members {
    let name: Value = "Default Ticket Form"
    return [
      "name": name, "display_name": name, "id": id, "raw_name": name, "raw_display_name": name,
      "end_user_visible": true, "position": 1, "ticket_field_ids": .list(fields), "active": true,
      "default": true, "created_at": stamp, "updated_at": stamp, "in_all_brands": true,
      "restricted_brand_ids": [], "end_user_conditions": [], "agent_conditions": [],
    ]
  }

  private static func closing(_ stamp: Value) -> Members {
    let title: Value = "Close ticket 4 days after status is set to solved"
    return [
      "id": .integer(Identifiers.founding(23)), "title": title, "active": true,
      "updated_at": stamp, "created_at": stamp, "default": false,
      "actions": [["field": "status", "value": "closed"]],
      "conditions": [
        "all": [
          ["field": "status", "operator": "is", "value": "solved"],
          ["field": "SOLVED", "operator": "greater_than", "value": "96"],
        ], "any": [],
      ],
      "position": .integer(Automations.firstPosition), "raw_title": title,
    ]
  }
}
