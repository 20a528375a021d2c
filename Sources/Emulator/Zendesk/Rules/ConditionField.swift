/// What a rule's condition can test, with which operators and values.
///
/// From the condition reference of
/// <https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/>.
/// An account's own list comes from `GET /api/v2/triggers/definitions`.
struct ConditionField: Sendable {
  /// As the rule editor and error messages call it.
  var title: String
  /// Nil where the full list is not known: any is taken.
  var operators: Set<String>?
  /// Nil where any text is a value.
  var values: Set<String>?

  private static let equality: Set = ["is", "is_not"]
  private static let comparison: Set = ["less_than", "greater_than"]
  private static let change: Set = [
    "changed", "value", "value_previous", "not_changed", "not_value", "not_value_previous",
  ]
  private static let inclusion: Set = ["includes", "not_includes"]
  private static let flags: Set = ["true", "false"]

  /// Operators that need no value; it reads back as null.
  static let valueless: Set = ["changed", "not_changed", "present", "not_present"]

  /// The hours since a ticket got this status.
  static let statusHours: Set = ["NEW", "OPEN", "PENDING", "HOLD", "SOLVED", "CLOSED"]

  private static let otherHours: Set = [
    "assigned_at", "updated_at", "requester_updated_at", "assignee_updated_at", "due_date",
    "until_due_date", "sla_next_breach_at",
  ]
  private static let time = ConditionField(
    title: "Hours since",
    operators: [
      "is", "is_business_hours", "less_than", "less_than_business_hours", "greater_than",
      "greater_than_business_hours",
    ]
  )
  /// What only makes sense at the moment of an update.
  private static let updates: Set = [
    "update_type", "comment_is_public", "comment_includes_word", "current_via_id", "role",
  ]

  /// Whether `name` counts hours, which automations alone test.
  static func isTime(_ name: String) -> Bool {
    statusHours.contains(name) || otherHours.contains(name)
  }

  /// Nil for a field that no rule of this type can test.
  ///
  /// Which of a trigger's fields an automation cannot test is unconfirmed.
  static func named(_ name: String, in type: RuleType) -> ConditionField? {
    if type == .automation {
      if isTime(name) { return time }
      if updates.contains(name) { return nil }
    }
    if var field = fixed[name] {
      if type == .automation { field.operators?.subtract(change) }
      return field
    }
    let prefixes = ["custom_fields_", "requester.custom_fields.", "organization.custom_fields."]
    guard prefixes.contains(where: { name.hasPrefix($0) && name != $0 }) else { return nil }
    // Whether the field that is named has to exist is unconfirmed.
    return ConditionField(title: name)
  }

  private static let fixed: [String: ConditionField] = [
    "status": ConditionField(
      title: "Status",
      operators: equality.union(comparison).union(change),
      values: ["new", "open", "pending", "hold", "solved", "closed"]
    ),
    "custom_status_id": ConditionField(title: "Ticket status"),
    "type": ConditionField(
      title: "Type",
      operators: equality.union(change),
      values: ["", "question", "incident", "problem", "task"]
    ),
    "priority": ConditionField(
      title: "Priority",
      operators: equality.union(comparison).union(change),
      values: ["", "low", "normal", "high", "urgent"]
    ),
    "brand_id": ConditionField(title: "Brand", operators: equality.union(change)),
    "ticket_form_id": ConditionField(title: "Form", operators: equality.union(change)),
    "group_id": ConditionField(title: "Group", operators: equality.union(change)),
    "assignee_id": ConditionField(title: "Assignee", operators: equality.union(change)),
    "requester_id": ConditionField(title: "Requester", operators: equality.union(change)),
    "organization_id": ConditionField(title: "Organization", operators: equality.union(change)),
    "number_of_incidents": ConditionField(
      title: "Number of incidents",
      operators: comparison.union(["is", "less_than_equal", "greater_than_equal"])
    ),
    "current_tags": ConditionField(title: "Tags", operators: inclusion),
    "via_id": ConditionField(title: "Channel", operators: equality.union(inclusion)),
    "current_via_id": ConditionField(title: "Update via", operators: equality.union(inclusion)),
    "recipient": ConditionField(title: "Received at", operators: ["is"]),
    "update_type": ConditionField(
      title: "Ticket",
      operators: ["is"],
      values: ["Create", "Change"]
    ),
    "subject_includes_word": ConditionField(
      title: "Subject text",
      operators: equality.union(inclusion)
    ),
    "comment_includes_word": ConditionField(
      title: "Comment text",
      operators: equality.union(inclusion)
    ),
    "ticket_is_public": ConditionField(
      title: "Privacy",
      operators: ["is"],
      values: ["public", "private"]
    ),
    "comment_is_public": ConditionField(
      title: "Comment",
      operators: ["is"],
      values: ["true", "false", "not_relevant", "requester_can_see_comment"]
    ),
    "reopens": ConditionField(title: "Reopens", operators: comparison.union(["is"])),
    "replies": ConditionField(title: "Agent replies", operators: comparison.union(["is"])),
    "agent_stations": ConditionField(
      title: "Assignee stations",
      operators: comparison.union(["is"])
    ),
    "group_stations": ConditionField(title: "Group stations", operators: comparison.union(["is"])),
    "in_business_hours": ConditionField(
      title: "Within business hours?",
      operators: ["is"],
      values: flags
    ),
    "on_holiday": ConditionField(title: "On a holiday?", operators: ["is"], values: flags),
    "schedule_id": ConditionField(title: "Schedule", operators: equality),
    "within_schedule": ConditionField(title: "Within (schedule)", operators: ["is"]),
    "ticket_due_date": ConditionField(title: "Due date", operators: ["is"], values: flags),
    "attachment": ConditionField(title: "Attachment", operators: equality),
    "cc": ConditionField(title: "CC", operators: equality),
    "satisfaction_score": ConditionField(title: "Satisfaction"),
    "requester_role": ConditionField(title: "Role", operators: equality),
    "locale_id": ConditionField(title: "Language", operators: equality),
    "requester_time_zone": ConditionField(title: "Time zone", operators: equality),
    "requester_twitter_followers_count": ConditionField(
      title: "Twitter followers",
      operators: comparison
    ),
    "requester_twitter_statuses_count": ConditionField(
      title: "Twitter posts",
      operators: comparison
    ),
    "requester_twitter_verified": ConditionField(title: "Twitter verified", operators: ["is"]),
    "role": ConditionField(title: "Current user", operators: equality),
  ]
}
