/// What the emulated Braze does by itself.
enum BrazeJob: Sendable, Hashable {
  /// The next attempt of a webhook message, by the message's id.
  case attempt(message: String)
}

extension EmulatedBraze {
  /// Does the job, or says what has to be sent for it.
  mutating func begin(_ job: BrazeJob, now: Int) -> Delivery? { nil }

  /// Takes in what came of what was sent.
  mutating func finish(_ job: BrazeJob, _ outcome: Delivery.Outcome, now: Int) {}
}
