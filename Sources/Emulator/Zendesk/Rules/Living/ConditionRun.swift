internal import Values

/// Holds one condition of a rule against a ticket.
struct ConditionRun {
  let moment: RuleMoment
  let state: ZendeskState
  /// Whether on a new ticket the values it begins with count as changed.
  let creationCounts: Bool

  /// What the emulator finds.
  struct Finding {
    var actual: Value
    var previous: Value?
    var holds: Bool

    /// Never silently true.
    static let unknown = Finding(actual: "not emulated", holds: false)
  }

  /// - Parameters:
  ///   - condition: As a rule shows it.
  ///   - group: `all` or `any`.
  func outcome(_ condition: Value, group: String) -> ConditionOutcome {
    let field = condition["field"]?.text ?? ""
    let test = condition["operator"]?.text ?? ""
    let value = condition["value"] ?? .null
    let expected = Self.texts(value)
    let finding =
      ConditionField.isTime(field)
      ? HoursTest(moment: moment).finding(field, test, expected)
      : (spoken(field, test, expected) ?? compared(field, test, expected))
    return ConditionOutcome(
      group: group,
      field: field,
      test: test,
      value: value,
      actual: finding.actual,
      previous: finding.previous,
      holds: finding.holds
    )
  }

  /// What a condition names; definitions write `__NULL__` for nothing.
  private static func texts(_ value: Value) -> [String] {
    let texts = value.items?.map { $0.scalarText ?? "" } ?? [value.scalarText ?? ""]
    return texts.map { $0 == "__NULL__" ? "" : $0 }
  }

  /// Fields that have an answer of their own; nil for those that are compared.
  private func spoken(_ field: String, _ test: String, _ expected: [String]) -> Finding? {
    switch field {
    case "comment_is_public": comment(expected.first ?? "")
    case "comment_includes_word":
      text(moment.comment?["body"]?.text, test, expected)
    case "subject_includes_word": text(moment.ticket["subject"]?.text, test, expected)
    case "role": role(test, expected)
    case "attachment":
      presence(!(moment.comment?["attachments"]?.items ?? []).isEmpty, test, expected)
    case "cc" where expected == ["present"]:
      presence(!(moment.ticket["email_cc_ids"]?.items ?? []).isEmpty, test, expected)
    case "ticket_due_date":
      presence(moment.ticket["due_at"]?.text != nil, test, expected)
    // What an account without schedules says; whether a condition on one holds is not known.
    case "in_business_hours": constant("true", test, expected)
    case "on_holiday": constant("false", test, expected)
    // Nobody here is ever asked how satisfied they are.
    case "satisfaction_score": constant("unoffered", test, expected)
    case "schedule_id", "within_schedule", "requester_twitter_followers_count",
      "requester_twitter_statuses_count", "requester_twitter_verified":
      .unknown
    default: nil
    }
  }

  /// That a requester who is an agent sees private comments too is unconfirmed.
  private func comment(_ expected: String) -> Finding {
    guard let comment = moment.comment else { return Finding(actual: .null, holds: false) }
    let isPublic = comment["public"] == true
    let holds =
      switch expected {
      case "true": isPublic
      case "false": !isPublic
      case "not_relevant": true
      case "requester_can_see_comment":
        isPublic || state.isAgent(moment.ticket["requester_id"]?.integer)
      default: false
      }
    return Finding(actual: .string(isPublic ? "public" : "private"), holds: holds)
  }

  /// What is not there has none of the words.
  private func text(_ text: String?, _ test: String, _ expected: [String]) -> Finding {
    guard let holds = TextTest.holds(test, expected, in: text ?? "") else { return .unknown }
    return Finding(actual: text.map { .string($0) } ?? .null, holds: holds)
  }

  /// Whoever makes the update: one user, or anybody of a role. Administrators are agents.
  private func role(_ test: String, _ expected: [String]) -> Finding {
    guard let actor = moment.actor else {
      return Finding(actual: "nobody", holds: test == "is_not")
    }
    let role = state.isAgent(actor) ? "agent" : "end_user"
    let isIt = expected.contains(role) || expected.contains(String(actor))
    return Finding(actual: .string("\(role) \(actor)"), holds: test == "is_not" ? !isIt : isIt)
  }

  private func presence(_ isThere: Bool, _ test: String, _ expected: [String]) -> Finding {
    let wantsIt = ["true", "present"].contains(expected.first ?? "") == (test != "is_not")
    return Finding(actual: isThere ? "present" : "not present", holds: isThere == wantsIt)
  }

  private func constant(_ actual: String, _ test: String, _ expected: [String]) -> Finding {
    guard ["is", "is_not"].contains(test) else { return .unknown }
    let isIt = expected.contains(actual)
    return Finding(actual: .string(actual), holds: test == "is" ? isIt : !isIt)
  }
}

/// What is compared.
extension ConditionRun {
  private func compared(_ field: String, _ test: String, _ expected: [String]) -> Finding {
    let subject = ConditionSubject(field: field, moment: moment, state: state)
    guard let actual = subject.texts(of: moment.ticket) else { return .unknown }
    let previous =
      moment.isCreation
      ? (creationCounts ? [] : actual)
      : moment.before.flatMap { subject.texts(of: $0) } ?? actual
    let result = ValueTest(
      actual: actual,
      previous: previous,
      expected: subject.resolved(expected),
      scale: subject.scale,
      now: moment.now
    ).holds(test)
    guard let result else { return .unknown }
    return Finding(
      actual: Self.shown(actual),
      previous: ValueTest.changes.contains(test) ? Self.shown(previous) : nil,
      holds: result
    )
  }

  private static func shown(_ texts: [String]) -> Value {
    texts.isEmpty ? .null : .string(texts.joined(separator: " "))
  }
}
