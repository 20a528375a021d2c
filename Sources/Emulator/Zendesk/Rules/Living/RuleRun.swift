internal import Values

/// Whether a rule's conditions hold for a ticket, each looked at, so that it can be told why.
struct RuleRun {
  var conditions: [ConditionOutcome]

  /// All of `all`, and of `any` at least one where there are some.
  var holds: Bool {
    let any = conditions.filter { $0.group == "any" }
    return conditions.allSatisfy { $0.group == "any" || $0.holds }
      && (any.isEmpty || any.contains(where: \.holds))
  }

  /// Asks how a new ticket's values are to be taken only where the rule depends on it.
  init(_ rule: Members, _ moment: RuleMoment, _ state: inout ZendeskState) {
    let fact = OpenFact.zendeskCreationAsChange
    let counts = state.life.readings.name(of: fact) == "counts"
    self.init(rule, moment, state, creationCounts: counts)
    guard moment.isCreation, conditions.contains(where: { $0.previous != nil }) else { return }
    let other = RuleRun(rule, moment, state, creationCounts: !counts)
    if other.holds != holds { _ = state.life.readings.take(fact, as: "counts") }
  }

  private init(
    _ rule: Members,
    _ moment: RuleMoment,
    _ state: ZendeskState,
    creationCounts: Bool
  ) {
    let run = ConditionRun(moment: moment, state: state, creationCounts: creationCounts)
    conditions = ["all", "any"].flatMap { group in
      (rule["conditions"]?[group]?.items ?? []).map { run.outcome($0, group: group) }
    }
  }

  /// As the chronicle shows them.
  var document: Value { .list(conditions.map(\.document)) }
}
