internal import Values

/// How many whole hours ago something happened to a ticket, which automations ask.
///
/// That begun hours do not count is unconfirmed.
///
/// An account without schedules has business hours all the time, so that those count like others.
struct HoursTest {
  let moment: RuleMoment

  func finding(_ field: String, _ test: String, _ expected: [String]) -> ConditionRun.Finding {
    // There are no SLA policies here.
    guard field != "sla_next_breach_at" else { return .unknown }
    guard let limit = expected.first.flatMap({ Int($0) }) else { return .unknown }
    guard let seconds = seconds(field) else {
      return ConditionRun.Finding(actual: .null, holds: false)
    }
    // What has not come yet is not so many hours ago.
    guard seconds >= 0 else { return ConditionRun.Finding(actual: .null, holds: false) }
    let hours = seconds / 3600
    let holds: Bool
    switch test {
    case "is", "is_business_hours": holds = hours == limit
    case "less_than", "less_than_business_hours": holds = hours < limit
    case "greater_than", "greater_than_business_hours": holds = hours > limit
    default: return .unknown
    }
    return ConditionRun.Finding(actual: .string(String(hours)), holds: holds)
  }

  /// Nil for what never happened.
  private func seconds(_ field: String) -> Int? {
    let metrics = moment.ticket["metrics"]
    switch field {
    case "due_date", "until_due_date":
      guard let due = moment.ticket["due_at"]?.text.flatMap({ BrazeTime.seconds($0) }) else {
        return nil
      }
      return field == "due_date" ? moment.now - due : due - moment.now
    case _ where ConditionField.statusHours.contains(field):
      return metrics?["since"]?[field.lowercased()]?.integer.map { moment.now - $0 }
    default:
      return metrics?[field]?.integer.map { moment.now - $0 }
    }
  }
}
