internal import Platform
internal import Values

/// What the automations do at a full hour.
///
/// <https://support.zendesk.com/hc/en-us/articles/4408832701850>: once an hour, in their order, on
/// tickets that are not closed, at most a thousand at a time, and a hundred times on one ticket.
struct AutomationRun {
  /// Seconds since 1970.
  let now: Int

  private static let ticketLimit = 1000
  private static let updateLimit = 100

  func run(_ state: inout ZendeskState) {
    let positions = Ordering(attributes: ["position", "title", "id"])
    for entry in state.automations.entries(in: positions) {
      guard let automation = state.automations[entry.id], automation["active"] == true else {
        continue
      }
      var count = 0
      for id in Self.tickets(state) where count < Self.ticketLimit {
        if run(automation, on: id, &state) { count += 1 }
      }
    }
  }

  /// By number, without those that nothing changes any more.
  static func tickets(_ state: ZendeskState) -> [String] {
    state.tickets.objects.filter { isAlive($0.value) }.keys
      .sorted { (Int($0) ?? 0, $0) < (Int($1) ?? 0, $1) }
  }

  static func isAlive(_ ticket: Members) -> Bool {
    !["closed", "deleted"].contains(ticket["status"]?.text ?? "")
  }

  /// - Returns: Whether it did anything.
  private func run(_ automation: Members, on id: String, _ state: inout ZendeskState) -> Bool {
    guard let ticket = state.tickets[id] else { return false }
    let moment = RuleMoment(id: id, ticket, now: now)
    let run = RuleRun(automation, moment, &state)
    let name = RuleReference.name(of: automation)
    let key = "\(automation["id"]?.scalarText ?? "") \(id)"
    guard run.holds, state.automationUpdates[id, default: 0] < Self.updateLimit else {
      // What comes out as an hour ago goes without saying.
      let holding = run.conditions.map(\.holds)
      if state.automationSkips.updateValue(holding, forKey: key) != holding {
        note(.automationSkipped, name, moment, run, [:], &state)
      }
      return false
    }
    state.automationSkips[key] = nil
    state.automationUpdates[id, default: 0] += 1
    fire(automation, name, moment, run, &state)
    return true
  }

  private func fire(
    _ automation: Members,
    _ name: Members,
    _ moment: RuleMoment,
    _ run: RuleRun,
    _ state: inout ZendeskState
  ) {
    let actions = TicketActions(automation, moment, state)
    let changes = TicketWriter.apply(
      actions.changes,
      to: moment.id,
      rule: name.merging(["rel": "automation"]),
      &state,
      now: now
    )
    var details: Members = ["changes": .list(changes.map(\.document))]
    let ignored = actions.ignored + RuleNotification.ignored(automation)
    if !ignored.isEmpty { details["not_emulated"] = .list(ignored.map { .string($0) }) }
    let entry = note(.automationFired, name, moment, run, details, &state)
    guard let after = state.tickets[moment.id] else { return }
    let reference = RuleReference(type: .automation, rule: automation, entry: entry)
    let told = RuleMoment(id: moment.id, after, now: now)
    RuleNotification(rule: reference, moment: told).send(&state)
    guard !changes.isEmpty else { return state.sendInvokedWebhooks() }
    TriggerCycle(
      TicketEvent(
        ticket: moment.id,
        before: moment.ticket,
        comment: nil,
        actor: TicketWriter.system,
        via: ViaChannel.rule.id,
        entry: entry
      )
    ).run(&state, now: now)
  }

  @discardableResult
  private func note(
    _ occurrence: Occurrence,
    _ name: Members,
    _ moment: RuleMoment,
    _ run: RuleRun,
    _ details: Members,
    _ state: inout ZendeskState
  ) -> Int {
    let head: Members = [
      "automation": .object(name), "ticket": .integer(Int(moment.id) ?? 0),
      "conditions": run.document,
    ]
    return state.life.note(occurrence, in: .zendesk, at: now, head.merging(details))
  }
}
