/// What the emulated Zendesk does by itself.
enum ZendeskJob: Sendable, Hashable {
  /// Runs the automations over all tickets, which Zendesk does once an hour.
  case automations
  /// The next attempt of an invocation of a webhook.
  case attempt(webhook: String, invocation: String)
}

extension EmulatedZendesk {
  /// Does the job, or says what has to be sent for it.
  mutating func begin(_ job: ZendeskJob, now: Int) -> Delivery? { nil }

  /// Takes in what came of what was sent.
  mutating func finish(_ job: ZendeskJob, _ outcome: Delivery.Outcome, now: Int) {}
}
