internal import Messages
internal import Values

/// What the emulated systems do by themselves.
extension EmulatorInstance {
  /// More than an integration does of itself at one moment, unless it goes round in circles.
  private static let jobLimit = 2_000

  /// Does everything that is due at `target` or before, each at its time.
  func settle(until target: Int) {
    inZendesk { $0.wake(now: now) }
    var count = 0
    while let job = life.agenda.take(dueAt: target) {
      count = job.due > now ? 1 : count + 1
      moment = max(job.due, now)
      guard count <= Self.jobLimit else {
        halt(after: job)
        break
      }
      work(off: job)
    }
    moment = nil
  }

  private func work(off job: Job) {
    switch job.work {
    case .zendesk(let work):
      let delivery = inZendesk(cause: job.cause) { $0.begin(work, now: now) }
      guard let delivery else { return }
      let outcome = carry(delivery, cause: job.cause)
      inZendesk(cause: job.cause) { $0.finish(work, outcome, now: now) }
    case .braze(let work):
      let delivery = inBraze(cause: job.cause) { $0.begin(work, now: now) }
      guard let delivery else { return }
      let outcome = carry(delivery, cause: job.cause)
      inBraze(cause: job.cause) { $0.finish(work, outcome, now: now) }
    }
  }

  /// Brings a request of one emulated system to the other. Nothing waits: a slow answer is one that
  /// says how long it took.
  private func carry(_ delivery: Delivery, cause: Int?) -> Delivery.Outcome {
    guard let request = EmulatedRequest(delivery.request), Vendor.answers(to: request.origin),
      !EmulatorDoor.leads(request)
    else {
      let host =
        EmulatedRequest(delivery.request)?.origin.host ?? Concealment.url(delivery.request.url)
      return .failed("\(host) is not part of the emulator, which reaches nobody else")
    }
    let fault = faults.draw(for: request)
    guard fault?.kind != .disconnectBefore else { return cut(request) }
    if let substitute = fault?.substitute(of: Vendor(request)) {
      log.note(request, status: substitute.status)
      return .answered(substitute, 0)
    }
    let response = serve(request, fault, cause: cause)
    guard fault?.kind != .disconnectAfter else { return cut(request) }
    let seconds = fault?.kind == .slow ? fault?.seconds ?? 0 : 0
    log.note(request, status: response.status)
    return seconds > delivery.timeout
      ? .timedOut : .answered(fault?.distort(response) ?? response, seconds)
  }

  private func cut(_ request: EmulatedRequest) -> Delivery.Outcome {
    log.note(request, status: nil)
    return .failed("the connection to \(request.origin.host) was cut")
  }

  /// Ends what would go on for ever: each system waking the other.
  private func halt(after job: Job) {
    life.agenda.clear()
    let system: Vendor =
      switch job.work {
      case .zendesk: .zendesk
      case .braze: .braze
      }
    life.note(
      .halted,
      in: system,
      at: now,
      cause: job.cause,
      [
        "reason": .string(
          "more than \(Self.jobLimit) things came of one another: the systems wake each other "
            + "without end"
        )
      ]
    )
  }

  /// Lets `body` work on the emulated Zendesk, which has the common life meanwhile.
  func inZendesk<Result>(cause: Int? = nil, _ body: (inout EmulatedZendesk) -> Result) -> Result {
    let before = zendesk.state.revision
    swap(&zendesk.state.life, &life)
    zendesk.state.life.cause = cause
    let result = body(&zendesk)
    swap(&zendesk.state.life, &life)
    if zendesk.state.revision != before { noteChange(of: .zendesk) }
    return result
  }

  /// Lets `body` work on the emulated Braze, which has the common life meanwhile.
  func inBraze<Result>(cause: Int? = nil, _ body: (inout EmulatedBraze) -> Result) -> Result {
    let before = braze.state.revision
    swap(&braze.state.life, &life)
    braze.state.life.cause = cause
    let result = body(&braze)
    swap(&braze.state.life, &life)
    if braze.state.revision != before { noteChange(of: .braze) }
    return result
  }
}
