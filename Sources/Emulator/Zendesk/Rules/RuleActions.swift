internal import Values

/// The actions of a trigger or an automation as a request gives them.
///
/// <https://developer.zendesk.com/documentation/ticketing/reference-guides/actions-reference/>
struct RuleActions {
  /// Their values are lists: the recipient, and what it gets.
  private static let notifications: Set = [
    "notification_user", "notification_group", "notification_target", "notification_webhook",
    "notification_sms_user", "notification_sms_group", "notification_zis",
    "notification_messaging_csat", "side_conversation_ticket", "side_conversation_slack",
  ]
  private static let others: Set = [
    "status", "custom_status_id", "priority", "type", "brand_id", "ticket_form_id", "group_id",
    "assignee_id", "follower", "cc", "set_tags", "current_tags", "remove_tags", "set_schedule",
    "locale_id", "share_ticket", "satisfaction_score", "add_skills", "set_skills",
    "remove_skills", "reply_public", "reply_internal", "tweet_requester", "deflection",
  ]
  private static let prefixes = [
    "custom_fields_", "requester.custom_fields.", "organization.custom_fields.",
  ]
  private static let choices: [String: Set<String>] = [
    "status": ["open", "pending", "hold", "solved", "closed"],
    "priority": ["", "low", "normal", "high", "urgent"],
    "type": ["", "question", "incident", "problem", "task"],
  ]
  private static let tags: Set = ["set_tags", "current_tags", "remove_tags"]

  private(set) var each: [(field: String, value: Value)] = []

  /// None at all, which no rule may have.
  init() {}

  /// Nil if the request has none.
  init?(_ rule: Parameters) throws(Refusal) {
    guard rule.has("actions") else { return nil }
    for item in try rule.objects("actions") ?? [] {
      let field = try item.text("field") ?? ""
      each.append((field, try Self.value(item, of: field)))
    }
  }

  /// As a rule shows them.
  var value: Value {
    .list(each.map { ["field": .string($0.field), "value": $0.value] })
  }

  /// All wordings are unconfirmed.
  func check(_ errors: inout RecordErrors, webhooks: ObjectTable) {
    if each.isEmpty {
      errors.add("base", "Invalid actions. You must select at least one action")
    }
    for (field, value) in each {
      let text = value.text ?? ""
      if !Self.isKnown(field) {
        errors.add("base", "Invalid action '\(field)'")
      } else if let choices = Self.choices[field], !choices.contains(text) {
        errors.add("base", "Invalid value '\(text)' in '\(field)'")
      } else if field == "notification_webhook" {
        let id = value.items?.first?.text ?? ""
        if webhooks[id] == nil { errors.add("base", "Invalid webhook '\(id)': it does not exist") }
      }
    }
  }

  /// The ids of the webhooks that a stored rule calls.
  static func webhooks(of rule: Members) -> [String] {
    (rule["actions"]?.items ?? []).compactMap { action in
      action["field"] == "notification_webhook" ? action["value"]?.items?.first?.text : nil
    }
  }

  private static func isKnown(_ field: String) -> Bool {
    notifications.contains(field) || others.contains(field)
      || prefixes.contains { field.hasPrefix($0) && field != $0 }
  }

  /// Scalars have to be strings. Tags are kept in lower case, a target's id as a number.
  private static func value(_ item: Parameters, of field: String) throws(Refusal) -> Value {
    let value = item.members["value"] ?? .null
    switch value {
    case .list(let items):
      if field == "notification_target", let id = items.first?.scalarText.flatMap({ Int($0) }) {
        return .list([.integer(id)] + items.dropFirst())
      }
      guard items.allSatisfy(\.isTextOrPair) else { throw item.wrong("value", "a string") }
      return value
    case _ where notifications.contains(field): throw item.wrong("value", "an array")
    case .string(let text): return tags.contains(field) ? .string(text.lowercased()) : value
    case .null: return value
    default: throw item.wrong("value", "a string")
    }
  }
}

extension Value {
  /// A string, or the pairs that a webhook without a JSON body takes as its parameters.
  fileprivate var isTextOrPair: Bool {
    text != nil
      || items?.allSatisfy {
        $0.items?.count == 2 && $0.items?.allSatisfy { $0.text != nil } == true
      }
        == true
  }
}
