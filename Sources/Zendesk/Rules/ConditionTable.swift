/// The fields of conditions.
///
/// From an account's answer to `GET /api/v2/triggers/definitions`, with what the reference adds since:
/// https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/
enum ConditionTable {
  private static let reference = Operators.equality + Operators.inclusion + Operators.change
  private static let flag = ConditionField(["is"], .choice(["true", "false"]))
  private static let count = ConditionField(["is"] + Operators.comparison, .number)

  /// What holds of a ticket at any time.
  static let common: [String: ConditionField] = [
    "status": ConditionField(
      Operators.equality + Operators.comparison + Operators.change,
      .choice(["new", "open", "pending", "hold", "solved", "closed"])
    ),
    "custom_status_id": ConditionField(reference, .id([])),
    "type": ConditionField(
      Operators.equality + Operators.change,
      .choice(["question", "incident", "problem", "task"]),
      mayBeEmpty: true
    ),
    "priority": ConditionField(
      Operators.equality + Operators.comparison + Operators.change,
      .choice(["low", "normal", "high", "urgent"]),
      mayBeEmpty: true
    ),
    "brand_id": ConditionField(reference, .id([])),
    "ticket_form_id": ConditionField(reference, .id([])),
    "group_id": ConditionField(reference, .id([]), mayBeEmpty: true),
    "assignee_id": ConditionField(
      reference,
      .id(["requester_id", "current_user"]),
      mayBeEmpty: true
    ),
    "requester_id": ConditionField(reference, .id(["assignee_id", "current_user"])),
    "organization_id": ConditionField(reference, .id([]), mayBeEmpty: true),
    "number_of_incidents": ConditionField(["is"] + Operators.order, .number),
    "current_tags": ConditionField(Operators.inclusion, .words),
    "via_id": ConditionField(Operators.equality + Operators.inclusion, .channel),
    "recipient": ConditionField(["is"], .text),
    "subject_includes_word": ConditionField(Operators.equality + Operators.inclusion, .text),
    "ticket_is_public": ConditionField(["is"], .choice(["public", "private"])),
    "reopens": count,
    "replies": count,
    "agent_stations": count,
    "group_stations": count,
    "in_business_hours": flag,
    "on_holiday": flag,
    "schedule_id": ConditionField(Operators.equality, .id([])),
    "within_schedule": ConditionField(["is"], .id([])),
    "ticket_due_date": flag,
    "satisfaction_score": ConditionField(
      Operators.equality + Operators.comparison + Operators.change,
      .any
    ),
    "requester_role": ConditionField(Operators.equality, .choice(["0", "2", "4"])),
    "locale_id": ConditionField(Operators.equality, .id([])),
    "requester_time_zone": ConditionField(Operators.equality, .text),
    "requester_twitter_followers_count": count,
    "requester_twitter_statuses_count": count,
    "requester_twitter_verified": flag,
  ]

  /// What holds of an update, which only triggers see.
  static let updates: [String: ConditionField] = [
    "current_via_id": ConditionField(Operators.equality + Operators.inclusion, .channel),
    "update_type": ConditionField(["is"], .choice(["Create", "Change"])),
    "comment_is_public": ConditionField(
      ["is"],
      .choice(["true", "false", "not_relevant", "requester_can_see_comment"])
    ),
    "comment_includes_word": ConditionField(Operators.equality + Operators.inclusion, .text),
    "attachment": ConditionField(Operators.equality + Operators.presence, .any),
    "cc": ConditionField(Operators.equality + Operators.presence, .any),
    "role": ConditionField(Operators.equality, .id(["agent", "end_user", "admin"])),
  ]

  /// Hours since or until something, which only automations count.
  static let times = Dictionary(
    uniqueKeysWithValues: (statusTimes
      + [
        "assigned_at", "updated_at", "requester_updated_at", "assignee_updated_at", "due_date",
        "until_due_date", "sla_next_breach_at",
      ]).map { ($0, ConditionField(Operators.hours, .number)) }
  )

  /// Hours since a ticket came to a status.
  static let statusTimes = ["NEW", "OPEN", "PENDING", "HOLD", "SOLVED", "CLOSED"]
}
