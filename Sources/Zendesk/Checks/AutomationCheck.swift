internal import Diagnostics
internal import Model
internal import Values

/// What Zendesk asks of an automation, lest it run over the same tickets every hour.
///
/// https://developer.zendesk.com/api-reference/ticketing/business-rules/automations/#create-automation
struct AutomationCheck {
  let all: [RuleCheck.Part]
  let any: [RuleCheck.Part]
  let actions: [RuleCheck.Part]

  private static let ticketFields: Set = [
    "status", "custom_status_id", "type", "group_id", "assignee_id", "requester_id",
  ]

  var findings: [Finding] {
    let misplaced = any.filter { Self.isTime($0.field) }.map(misplacedTime)
    // What is not known may be just what is missing.
    guard all.allSatisfy({ Self.isDecided($0.field) }), !all.isEmpty || !any.isEmpty
    else { return misplaced }
    var findings = misplaced
    if misplaced.isEmpty, !all.contains(where: { Self.isTime($0.field) }) {
      findings.append(missingTime)
    }
    // The hours since a status count as both, in recorded answers.
    let isNarrow = all.contains { part in
      Self.ticketFields.contains(part.field) || ConditionTable.statusTimes.contains(part.field)
    }
    if !isNarrow { findings.append(missingTicketField) }
    if findings.isEmpty, !endsItself { findings.append(endless) }
    return findings
  }

  /// Whether some condition is true only once, or some action makes one untrue.
  private var endsItself: Bool {
    all.contains { $0.isOnce } || actions.contains(where: ends)
  }

  private func ends(_ action: RuleCheck.Part) -> Bool {
    let value = action.members["value"]
    switch action.field {
    case "status", "custom_status_id":
      // A changed status begins the hours of another, too.
      return all.contains { condition in
        ConditionTable.statusTimes.contains(condition.field)
          && condition.field.lowercased()
            != value?.scalarText
      } || excludes(action.field, value)
    case "set_tags", "current_tags": return all.contains { $0.isTagTest(excluding: value) }
    case "remove_tags": return all.contains { $0.isTagTest(requiring: value) }
    default:
      return RuleVocabulary.automation.action(action.field).map(\.isNotification) != true
        && excludes(action.field, value)
    }
  }

  /// Whether setting `field` to `value` makes a condition on that field untrue.
  private func excludes(_ field: String, _ value: Value?) -> Bool {
    all.contains { condition in
      guard condition.field == field else { return false }
      let same =
        condition.members["value"].map { wanted in
          wanted.scalarText.map { $0 == value?.scalarText } ?? (wanted == value)
        } ?? false
      switch condition.members["operator"]?.scalarText {
      case "is"?: return !same
      case "is_not"?: return same
      // Which side of an order the new value is on need not be decided: it is meant to be the other.
      default: return true
      }
    }
  }

  private static func isTime(_ field: String) -> Bool { ConditionTable.times[field] != nil }

  /// Whether it is known what a condition on `field` counts as; a custom field may hold a date.
  private static func isDecided(_ field: String) -> Bool {
    RuleVocabulary.automation.condition(field) != nil
      && field.firstRange(of: "custom_fields") == nil
  }
}

extension AutomationCheck {
  private func misplacedTime(_ part: RuleCheck.Part) -> Finding {
    Finding(
      code: "time-condition-in-any",
      summary: "Time condition in any",
      detail: "Zendesk takes \"\(part.field)\" in \"all\" only. Move the condition there.",
      at: part.path.appending("field")
    )
  }

  private var missingTime: Finding {
    Finding(
      code: "no-time-condition",
      summary: "Automation without a time condition",
      detail: "Zendesk takes no automation without a condition in \"all\" on hours passed. Add one "
        + "on \(ConditionTable.statusTimes.joined(separator: ", ")), updated_at or the like.",
      at: ["conditions", "all"]
    )
  }

  private var missingTicketField: Finding {
    Finding(
      code: "no-ticket-condition",
      summary: "Automation without a condition on the ticket",
      detail: "Zendesk takes no automation without a condition in \"all\" on status, type, "
        + "group_id, assignee_id or requester_id. Add one.",
      at: ["conditions", "all"]
    )
  }

  private var endless: Finding {
    Finding(
      .warning,
      code: "automation-never-ends",
      summary: "Automation that nothing ends",
      detail:
        "No action makes a condition untrue, and none is true only once, so that it would run "
        + "over the same tickets every hour; Zendesk may refuse it. Add a tag, and a condition that "
        + "the ticket has it not; or compare hours by \"is\".",
      at: ["actions"]
    )
  }
}

extension RuleCheck.Part {
  fileprivate var field: String { members["field"]?.leadingText ?? "" }

  /// A time that is exactly so many hours ago is so once.
  fileprivate var isOnce: Bool {
    guard ConditionTable.times[field] != nil else { return false }
    return ["is", "is_business_hours"].contains(members["operator"]?.scalarText)
  }

  fileprivate func isTagTest(excluding tags: Value?) -> Bool {
    isTagTest("not_includes", tags)
  }

  fileprivate func isTagTest(requiring tags: Value?) -> Bool {
    isTagTest("includes", tags)
  }

  private func isTagTest(_ test: String, _ tags: Value?) -> Bool {
    guard field == "current_tags", members["operator"]?.scalarText == test else { return false }
    guard let wanted = members["value"]?.scalarText, let changed = tags?.scalarText else {
      return true
    }
    return !Set(wanted.lowercased().split(separator: " "))
      .isDisjoint(with: changed.lowercased().split(separator: " "))
  }
}

extension ActionForm {
  fileprivate var isNotification: Bool {
    switch self {
    case .parts, .webhook, .list: true
    default: false
    }
  }
}
