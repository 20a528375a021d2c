/// What the emulated Zendesk does by itself.
enum ZendeskJob: Sendable, Hashable {
  /// Runs the automations over all tickets, which Zendesk does once an hour.
  case automations
  /// The next attempt of an invocation of a webhook.
  case attempt(webhook: String, invocation: String)

  /// See `Job.Work.origin`.
  var origin: String {
    switch self {
    case .automations: "automations"
    case .attempt(let webhook, _): "webhook \(webhook)"
    }
  }
}

extension EmulatedZendesk {
  /// Sees to it that the automations run at the next full hour while there are tickets for them, and
  /// that what was to be done when a store was closed is done after it was opened again: the agenda
  /// is not kept.
  mutating func wake(now: Int) {
    if !state.life.zendeskIsAwake {
      state.life.zendeskIsAwake = true
      WebhookInvocations.resume(&state)
    }
    let isPlanned = state.life.agenda.contains { job in
      if case .zendesk(.automations) = job.work { true } else { false }
    }
    guard !isPlanned, state.tickets.objects.values.contains(where: AutomationRun.isAlive) else {
      return
    }
    state.life.plan(.zendesk(.automations), due: (now / 3600 + 1) * 3600, cause: nil)
  }

  /// Does the job, or says what has to be sent for it.
  mutating func begin(_ job: ZendeskJob, now: Int) -> Delivery? {
    switch job {
    case .automations:
      AutomationRun(now: now).run(&state)
      wake(now: now)
      return nil
    case .attempt(let webhook, let invocation):
      return WebhookAttempt(webhook: webhook, invocation: invocation).begin(&state, now: now)
    }
  }

  /// Takes in what came of what was sent.
  mutating func finish(_ job: ZendeskJob, _ outcome: Delivery.Outcome, now: Int) {
    guard case .attempt(let webhook, let invocation) = job else { return }
    WebhookAttempt(webhook: webhook, invocation: invocation).finish(outcome, &state, now: now)
  }
}
