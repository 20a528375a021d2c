internal import Values

/// What begins a campaign or a Canvas for a user.
enum Impulse: Sendable, Hashable {
  /// `/campaigns/trigger/send` or `/canvas/trigger/send`, with what it gives to templates.
  case request(properties: Members)
  case inboundSMS(InboundSMS)
  case event(name: String, properties: Members)
  case attributeChange(name: String, to: Value)

  /// Whether `trigger` waits for this sort of thing.
  func concerns(_ trigger: Value) -> Bool {
    switch self {
    case .request: false
    case .inboundSMS: trigger["type"] == "inbound_sms"
    case .event(let name, _):
      trigger["type"] == "custom_event" && trigger["event"] == .string(name)
    case .attributeChange(let name, _):
      trigger["type"] == "attribute_change" && trigger["attribute"] == .string(name)
    }
  }

  /// Whether it is what `trigger`, which it concerns, waits for.
  func check(_ trigger: Value, _ state: BrazeState) -> EntryCheck? {
    switch self {
    case .request: return nil
    case .inboundSMS(let sms):
      let group = trigger["subscription_group_id"]?.text ?? ""
      let category = trigger["keyword_category"]?.text ?? ""
      return EntryCheck(
        "trigger",
        expected: "an SMS to \(state.name(ofGroup: group)) in the category "
          + state.name(ofCategory: category),
        actual: "an SMS to \(state.name(ofGroup: sms.group)) in the category \(sms.category.name)",
        holds: group == sms.group && sms.category.isCalled(category)
      )
    case .event(let name, _):
      return EntryCheck("trigger", expected: "event \(name)", actual: "event \(name)", holds: true)
    case .attributeChange(let name, let value):
      let wanted = trigger["value"].flatMap { $0.isNull ? nil : $0 }
      return EntryCheck(
        "trigger",
        expected: "\(name) changes to \(wanted.map { $0.json() } ?? "any value")",
        actual: "\(name) changes to \(value.json())",
        holds: wanted.map { $0 == value } ?? true
      )
    }
  }
}

extension BrazeState {
  func name(ofGroup id: String) -> String { subscriptionGroups[id]?["name"]?.text ?? id }

  func name(ofCategory text: String) -> String { keywordCategories[text]?["name"]?.text ?? text }
}
