internal import Platform
internal import Values

extension ZendeskState {
  /// What an account holds on its first day, with one category of the standard triggers.
  ///
  /// - Parameter now: Seconds since 1970.
  static func fresh(now: Int) -> ZendeskState {
    var state = ZendeskState()
    let stamp = Value.string(WallClock.iso8601(now))
    let category = String(state.identifiers.integer())
    state.triggerCategories[category] = [
      "id": .string(category), "name": "Notifications", "updated_at": stamp, "created_at": stamp,
      "position": 1,
    ]
    for (index, trigger) in standardTriggers.enumerated() {
      let id = state.identifiers.integer()
      let title = Value.string(trigger.title)
      state.triggers[String(id)] = [
        "id": .integer(id), "title": title, "active": .boolean(trigger.active),
        "updated_at": stamp, "created_at": stamp, "default": false,
        "actions": .list([trigger.action]),
        "conditions": ["all": .list(trigger.conditions), "any": []], "description": .null,
        "position": .integer(index + 1), "raw_title": title, "category_id": .string(category),
      ]
    }
    state.found(stamp)
    return state
  }

  private struct StandardTrigger {
    var title: String
    var active = true
    var action: Value
    var conditions: [Value]
  }

  /// The mail to the assignee is unconfirmed, the rest is as real accounts have it.
  private static let standardTriggers: [StandardTrigger] = [
    StandardTrigger(
      title: "Notify requester and CCs of comment update",
      action: notification("requester_and_ccs", "{{ticket.latest_comment_html}}"),
      conditions: [
        condition("update_type", "is", "Change"), condition("comment_is_public", "is", true),
      ]
    ),
    StandardTrigger(
      title: "Notify assignee of comment update",
      action: notification("assignee_id", "{{ticket.comments_formatted}}"),
      conditions: [
        condition("comment_is_public", "is", "not_relevant"),
        condition("assignee_id", "is_not", "current_user"),
        condition("assignee_id", "is_not", "requester_id"),
        condition("assignee_id", "not_changed", .null),
        condition("status", "not_value_previous", "solved"),
      ]
    ),
    StandardTrigger(
      title: "Notify assignee of reopened ticket",
      action: notification("assignee_id", "{{ticket.comments_formatted}}"),
      conditions: [
        condition("assignee_id", "is_not", "current_user"),
        condition("status", "value_previous", "solved"), condition("status", "is_not", "closed"),
      ]
    ),
    StandardTrigger(
      title: "Auto-assign to first email responding agent",
      active: false,
      action: ["field": "assignee_id", "value": "current_user"],
      conditions: [
        condition("update_type", "is", "Change"), condition("current_via_id", "is", "4"),
        condition("assignee_id", "is", ""), condition("role", "is_not", "end_user"),
      ]
    ),
  ]

  private static func condition(_ field: String, _ test: String, _ value: Value) -> Value {
    ["field": .string(field), "operator": .string(test), "value": value]
  }

  private static func notification(_ recipient: String, _ body: String) -> Value {
    [
      "field": "notification_user",
      "value": [
        .string(recipient), "[{{ticket.account}}] Re: {{ticket.title}}", .string(body),
      ],
    ]
  }
}
