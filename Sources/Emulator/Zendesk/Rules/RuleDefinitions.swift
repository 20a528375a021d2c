internal import Values

/// What an account's triggers can test and do: `GET /api/v2/triggers/definitions`.
///
/// The fields, operators and titles are those of
/// <https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/>
/// and
/// <https://developer.zendesk.com/documentation/ticketing/reference-guides/actions-reference/>,
/// followed by the custom fields that there are.
struct RuleDefinitions {
  private let state: ZendeskState

  init(_ state: ZendeskState) {
    self.state = state
  }

  /// Both lists of conditions hold the same.
  var value: Value {
    let conditions = Value.list(standardConditions + customConditions)
    return [
      "actions": .list(standardActions + customActions), "conditions_all": conditions,
      "conditions_any": conditions,
    ]
  }

  private var standardConditions: [Value] {
    DefinedSubject.conditions.compactMap { subject in
      guard let field = ConditionField.named(subject.name, in: .trigger) else { return nil }
      return subject.condition(
        title: field.title,
        operators: field.operators ?? ["is", "is_not"],
        values: subject.values(in: state)
      )
    }
  }

  private var standardActions: [Value] {
    DefinedSubject.actions.map { $0.action(values: $0.values(in: state)) }
  }

  private var customConditions: [Value] {
    DefinedField.all(in: state).map { $0.condition }
  }

  private var customActions: [Value] {
    DefinedField.all(in: state).map { $0.action }
  }
}
