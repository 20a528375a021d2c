internal import Values

/// What an automation has to be beyond any rule, so that it does not run on a ticket for ever.
///
/// <https://developer.zendesk.com/api-reference/ticketing/business-rules/automations/#create-automation>
///
/// That a violation is a 422 is unconfirmed, and so is every wording.
enum AutomationRules {
  private static let properties: Set = [
    "status", "type", "group_id", "assignee_id", "requester_id",
  ]
  private static let tagActions: Set = ["set_tags", "current_tags", "remove_tags"]

  static func check(
    _ conditions: RuleConditions,
    _ actions: RuleActions,
    _ unconfirmed: UnconfirmedBehaviour,
    _ errors: inout RecordErrors
  ) {
    let fields = Set(conditions.all.map(\.field))
    let hours = conditions.all.filter { ConditionField.isTime($0.field) }
    let hasStatusHours = !fields.isDisjoint(with: ConditionField.statusHours)
    if conditions.any.contains(where: { ConditionField.isTime($0.field) }) {
      errors.add("base", "Time-based conditions are possible under 'all' alone")
    }
    if hours.isEmpty {
      errors.add("base", "Automations must have at least one time-based condition")
    }
    let isAboutAProperty =
      !fields.isDisjoint(with: properties)
      || unconfirmed.takesStatusHoursForProperty && hasStatusHours
    if !isAboutAProperty {
      errors.add(
        "base",
        "Automations must test status, type, group, assignee or requester under 'all'"
      )
    }
    guard unconfirmed.refusesEndlessAutomations else { return }
    let isTrueOnce = hours.contains { ["is", "is_business_hours"].contains($0.test) }
    guard !isTrueOnce, !actions.each.contains(where: { nullifies($0.field, fields) }) else {
      return
    }
    errors.add(
      "base",
      "Automations must have a condition that is true only once or an action that nullifies one"
    )
  }

  /// Active automations cannot be identical. What counts is taken to be what they do, not the title.
  static func checkUniqueness(
    of rule: Members,
    _ id: String?,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) {
    guard rule["active"] == true else { return }
    let isTaken = state.automations.objects.contains { other, object in
      other != id && object["active"] == true && object["conditions"] == rule["conditions"]
        && object["actions"] == rule["actions"]
    }
    if isTaken { errors.add("base", "An automation with these conditions and actions exists") }
  }

  /// Whether an action on `field` can make one of the conditions on `tested` untrue.
  private static func nullifies(_ field: String, _ tested: Set<String>) -> Bool {
    if tagActions.contains(field) { return tested.contains("current_tags") }
    if ["status", "custom_status_id"].contains(field) {
      let status = ConditionField.statusHours.union(["status", "custom_status_id"])
      return !tested.isDisjoint(with: status)
    }
    return tested.contains(field)
  }
}
