internal import Values

/// What a request says of a trigger or an automation.
struct RuleDraft {
  private let type: RuleType
  private let title: String?
  private let active: Bool?
  private let position: Int?
  private let conditions: RuleConditions?
  private let actions: RuleActions?

  /// - Parameter isNew: Whether what the request leaves out is missing; else it stays as it is.
  init(_ rule: Parameters, _ type: RuleType, isNew: Bool, _ call: Call) throws(Refusal) {
    self.type = type
    let hasTitle = isNew || rule.has("title") || rule.has("raw_title")
    let conditions = try RuleConditions(rule)
    let actions = try RuleActions(rule)
    title = hasTitle ? call.trimmed(try rule.text("raw_title", "title") ?? "") : nil
    active = try rule.flag("active")
    position = try rule.number("position")
    self.conditions = conditions ?? (isNew ? RuleConditions() : nil)
    self.actions = actions ?? (isNew ? RuleActions() : nil)
  }

  func check(_ errors: inout RecordErrors, _ call: Call, _ state: ZendeskState) {
    if title?.isEmpty == true { errors.blank("title", "Title") }
    conditions?.check(type, &errors)
    actions?.check(&errors, webhooks: state.webhooks)
    if call.unconfirmed.refusesUnknownIDs {
      RuleReferences.check(conditions, actions, state, &errors)
    }
    if type == .automation, let conditions {
      AutomationRules.check(conditions, actions ?? RuleActions(), call.unconfirmed, &errors)
    }
  }

  /// `rule` with what the request names; either of conditions and actions replaces both, and the
  /// one left out is emptied.
  func laid(over rule: Members) -> Members {
    var rule = rule
    if let title {
      rule["title"] = .string(title)
      rule["raw_title"] = .string(title)
    }
    if let active { rule["active"] = .boolean(active) }
    if let position { rule["position"] = .integer(position) }
    if conditions != nil || actions != nil {
      rule["conditions"] = (conditions ?? RuleConditions()).value
      rule["actions"] = (actions ?? RuleActions()).value
    }
    return rule
  }

  /// What both types of rule take.
  static var permitted: [String: Permitted] {
    let conditions = Permitted.only("field", "operator", "value")
    let lists: [String: Permitted] = ["all": conditions, "any": conditions]
    let others: [String: Permitted] = [
      "title": .anything, "raw_title": .anything, "active": .anything, "position": .anything,
      "conditions": .members(lists), "actions": .only("field", "value"),
    ]
    return others.merging(lists) { $1 }
  }
}
