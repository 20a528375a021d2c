internal import Messages
internal import Values

/// What the emulated systems do by themselves.
extension EmulatorInstance {
  /// More things than come of one another in an integration, unless it goes round in circles.
  private static let trailLimit = 100
  /// The same for circles in which each thing leads to several.
  private static let echoLimit = 500

  /// Does everything that is due at `target` or before, each at its time, unless that is held.
  ///
  /// It is not how much there is to do that tells a circle, which a broadcast to many users does
  /// as well, but how long things have come of one another, and how often of their like.
  func settle(until target: Int) {
    guard !isHeld else { return }
    inZendesk { $0.wake(now: now) }
    var echoes = 0
    while let job = life.agenda.take(dueAt: target) {
      if job.due > now { echoes = 0 }
      moment = max(job.due, now)
      if job.isEcho { echoes += 1 }
      guard job.trail.count < Self.trailLimit, echoes <= Self.echoLimit else {
        halt(after: job)
        echoes = 0
        continue
      }
      life.trail = job.trail + [job.work.origin]
      work(off: job)
      life.trail = []
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

  /// An answer of the emulated Zendesk, after what it waits for has been sent.
  func complete(_ response: Response, _ cause: Int?) -> Response {
    guard let delivery = zendesk.awaited else { return response }
    let outcome = carry(delivery, cause: cause)
    return inZendesk(cause: cause) { $0.complete(response, outcome) }
  }

  private func cut(_ request: EmulatedRequest) -> Delivery.Outcome {
    log.note(request, status: nil)
    return .failed("the connection to \(request.origin.host) was cut")
  }

  /// Ends what would go on for ever: each system waking the other. What is due later stays.
  private func halt(after job: Job) {
    let system: Vendor =
      switch job.work {
      case .zendesk: .zendesk
      case .braze: .braze
      }
    let stopped = [job] + life.agenda.takeAll(dueAt: now)
    for case .braze(let work) in stopped.map(\.work) {
      if let turn = work.turn { life.underway.remove(turn) }
    }
    let proof =
      job.trail.count < Self.trailLimit
      ? "more than \(Self.echoLimit) things came of their like at one moment"
      : "\(Self.trailLimit) things came each of the one before"
    life.note(
      .halted,
      in: system,
      at: now,
      cause: job.cause,
      ["reason": .string("\(proof): the systems wake each other without end")]
    )
  }

  /// Lets `body` work on the emulated Zendesk, which has the common life meanwhile.
  func inZendesk<Result>(cause: Int? = nil, _ body: (inout EmulatedZendesk) -> Result) -> Result {
    let (before, time) = (zendesk.state.revision, now)
    swap(&zendesk.state.life, &life)
    zendesk.state.life.cause = cause
    zendesk.state.life.now = time
    let result = body(&zendesk)
    swap(&zendesk.state.life, &life)
    if zendesk.state.revision != before { noteChange(of: .zendesk) }
    return result
  }

  /// Lets `body` work on the emulated Braze, which has the common life meanwhile.
  func inBraze<Result>(cause: Int? = nil, _ body: (inout EmulatedBraze) -> Result) -> Result {
    let (before, time) = (braze.state.revision, now)
    swap(&braze.state.life, &life)
    braze.state.life.cause = cause
    braze.state.life.now = time
    let result = body(&braze)
    swap(&braze.state.life, &life)
    if braze.state.revision != before { noteChange(of: .braze) }
    return result
  }
}
