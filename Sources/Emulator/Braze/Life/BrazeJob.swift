/// What the emulated Braze does by itself.
enum BrazeJob: Sendable, Hashable {
  /// Takes in what `/users/track` was given, a little later.
  case track([TrackedObject])
  /// Renders a message and sends it.
  case send(MessageOrder)
  /// The next attempt of a webhook message.
  case attempt(WebhookMessage)
  /// Answers a keyword when the campaigns that it triggered have sent theirs.
  case reply(KeywordReply)

  /// See `Job.Work.origin`.
  var origin: String {
    switch self {
    case .track: "track"
    case .send(let order): "send \(order.journey)"
    case .attempt(let message): "attempt \(message.order.journey)"
    case .reply(let reply): "reply \(reply.category)"
    }
  }

  /// The campaign's message that it brings on its way.
  var turn: Turn? {
    switch self {
    case .send(let order): order.turn
    case .attempt(let message): message.order.turn
    case .track, .reply: nil
    }
  }

  /// Whether it is about the message of a campaign or a Canvas.
  var isMessage: Bool {
    switch self {
    case .send, .attempt: true
    case .track, .reply: false
    }
  }
}

extension EmulatedBraze {
  /// Does the job, or says what has to be sent for it.
  mutating func begin(_ job: BrazeJob, now: Int) -> Delivery? {
    switch job {
    case .track(let objects): UserTracking.apply(objects, to: &state, now: now)
    case .send(let order): state.send(order, now: now)
    case .attempt(let message): return state.attempt(message, now: now)
    case .reply(let reply): state.replyAfterCampaigns(reply, now: now)
    }
    return nil
  }

  /// Takes in what came of what was sent.
  mutating func finish(_ job: BrazeJob, _ outcome: Delivery.Outcome, now: Int) {
    guard case .attempt(let message) = job else { return }
    state.settle(message, WebhookResult(outcome, now: now), now: now)
  }
}
