internal import Values

/// The triggers' reaction to one creation or update of a ticket.
///
/// They run in their order; when one has changed the ticket, the round begins anew, and none fires
/// twice. What counts as changed is what is different from ahead of the update.
///
/// <https://support.zendesk.com/hc/en-us/articles/4408822236058>
struct TriggerCycle {
  private let event: TicketEvent
  private var fired: Set<String> = []
  /// What the chronicle has said of those that did not fire: it says it again when it is otherwise.
  private var skipped: [String: [ConditionOutcome]] = [:]
  /// The entry that made the ticket what it is now.
  private var cause: Int

  init(_ event: TicketEvent) {
    self.event = event
    cause = event.entry
  }

  /// A closed ticket has no rules; the update that closes one is its last.
  func run(_ state: inout ZendeskState, now: Int) {
    guard event.before?["status"] != "closed" else { return }
    let order = Self.order(state).filter { state.triggers[$0]?["active"] == true }
    var copy = self
    while copy.goRound(order, &state, now: now) {}
    state.sendInvokedWebhooks()
  }

  /// - Returns: Whether there is another round, because a trigger changed the ticket.
  private mutating func goRound(
    _ order: [String],
    _ state: inout ZendeskState,
    now: Int
  ) -> Bool {
    for id in order where !fired.contains(id) {
      guard let trigger = state.triggers[id],
        let moment = RuleMoment(event, state, now: now)
      else { continue }
      let run = RuleRun(trigger, moment, &state)
      guard run.holds else {
        if skipped.updateValue(run.conditions, forKey: id) != run.conditions {
          note(.triggerSkipped, trigger, run, [:], &state, now: now)
        }
        continue
      }
      fired.insert(id)
      if fire(trigger, run, moment, &state) { return true }
    }
    return false
  }

  /// - Returns: Whether it changed the ticket.
  private mutating func fire(
    _ trigger: Members,
    _ run: RuleRun,
    _ moment: RuleMoment,
    _ state: inout ZendeskState
  ) -> Bool {
    let actions = TicketActions(trigger, moment, state)
    let changes = TicketWriter.apply(
      actions.changes,
      to: event.ticket,
      rule: RuleReference.name(of: trigger),
      &state,
      now: moment.now
    )
    var details: Members = ["changes": .list(changes.map(\.document))]
    let ignored = actions.ignored + RuleNotification.ignored(trigger)
    if !ignored.isEmpty { details["not_emulated"] = .list(ignored.map { .string($0) }) }
    let entry = note(.triggerFired, trigger, run, details, &state, now: moment.now)
    if let after = RuleMoment(event, state, now: moment.now) {
      let reference = RuleReference(type: .trigger, rule: trigger, entry: entry)
      RuleNotification(rule: reference, moment: after).send(&state)
    }
    if !changes.isEmpty { cause = entry }
    return !changes.isEmpty
  }

  @discardableResult
  private func note(
    _ occurrence: Occurrence,
    _ trigger: Members,
    _ run: RuleRun,
    _ details: Members,
    _ state: inout ZendeskState,
    now: Int
  ) -> Int {
    let head: Members = [
      "trigger": .object(RuleReference.name(of: trigger)),
      "ticket": .integer(Int(event.ticket) ?? 0), "conditions": run.document,
    ]
    return state.life.note(
      occurrence,
      in: .zendesk,
      at: now,
      cause: cause,
      head.merging(details)
    )
  }

  /// All of them, by their category's position, their own, and then as lists have them.
  static func order(_ state: ZendeskState) -> [String] {
    let categories = state.triggerCategories
    let ordering = Ordering(attributes: ["category", "category_id", "position", "title", "id"])
    return state.triggers.objects.map { id, trigger -> ObjectTable.Entry in
      let category = trigger["category_id"]?.text.flatMap { categories[$0]?["position"] }
      let placed = trigger.merging(["category": category ?? .null])
      return ObjectTable.Entry(key: ordering.key(of: placed), id: id)
    }
    .sorted { ordering.areInOrder($0.key, $1.key) }.map(\.id)
  }
}
