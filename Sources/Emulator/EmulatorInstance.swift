internal import HTTPTypes
package import Messages
internal import Platform
internal import Values

/// A running emulator: its accounts, the store they live in, the faults to come and the log.
package actor EmulatorInstance {
  let options: EmulatorOptions
  private let store: EmulatorStore?
  var zendesk: EmulatedZendesk
  var braze: EmulatedBraze
  var life = Life()
  var faults = FaultBook()
  var log = RequestLog()

  /// How far the emulated time is ahead, in seconds.
  var shift = 0
  /// The time of what is being done, where that is not the present.
  var moment: Int?
  /// Whether what is due waits until it is let go.
  var isHeld = false
  /// What wakes it when something is due.
  var alarm: Task<Void, Never>?

  // Writing the store costs as much as it holds, so that it is not done for every request: changes
  // gather while ten times as long as the last writing took goes by.
  private var changed: Set<Vendor> = []
  private var pendingWrite: Task<Void, Never>?
  private var writePause = Duration.milliseconds(50)

  /// Opens the store, a fresh one if there is none yet, and keeps it locked until `close()`.
  package init(_ options: EmulatorOptions = EmulatorOptions()) throws(EmulatorError) {
    self.options = options
    var found: ZendeskState?
    var workspace: BrazeState?
    if let path = options.storePath {
      let store = try EmulatorStore(path: path)
      found = try store.readZendesk()
      workspace = try store.readBraze()
      if found == nil {
        let fresh = ZendeskState.fresh(now: options.now())
        try store.write(fresh)
        found = fresh
      }
      self.store = store
    } else {
      store = nil
    }
    zendesk = Self.zendesk(found ?? .fresh(now: options.now()), options)
    braze = Self.braze(workspace ?? BrazeState(), options)
    life.readings = Readings(options.readings)
  }

  /// An emulator of its own that begins where `other` stands, without its store, faults and log.
  package init(
    _ options: EmulatorOptions = EmulatorOptions(),
    continuing other: isolated EmulatorInstance
  ) {
    self.options = options
    store = nil
    zendesk = Self.zendesk(other.zendesk.state, options)
    braze = Self.braze(other.braze.state, options)
    shift = other.shift
    life.readings = Readings(options.readings)
  }

  /// Answers one request, addressed to `https://zendesk.localhost`, to `https://braze.localhost` or
  /// to a loopback origin, which both share, see `Vendor`.
  ///
  /// - Throws: `TransportError` where nobody is there to answer, and where a fault cuts the
  ///   connection: then, as with any cut connection, it is open whether the request took effect.
  package func answer(_ request: Request) async throws(TransportError) -> Response {
    guard let request = EmulatedRequest(request), Vendor.answers(to: request.origin) else {
      throw TransportError(
        .unreachable,
        "\(EmulatedRequest(request)?.origin.text ?? request.url) is not part of the emulator",
        mayHaveTakenEffect: false
      )
    }
    defer { arm() }
    if EmulatorDoor.leads(request) { return openDoor(request) }
    let fault = faults.draw(for: request)
    guard fault?.kind != .disconnectBefore else { throw disconnected(request) }
    if let substitute = fault?.substitute(of: Vendor(request)) {
      log.note(request, status: substitute.status)
      return substitute
    }
    let response = serve(request, fault, cause: nil)
    settle(until: now)
    guard fault?.kind != .disconnectAfter else { throw disconnected(request) }
    if let fault, fault.kind == .slow {
      if options.waits { try await wait(fault.seconds) } else { advance(by: fault.wholeSeconds) }
    }
    log.note(request, status: response.status)
    return fault?.distort(response) ?? response
  }

  /// Writes what is not written yet and gives the store back; the emulator is not to be used after.
  package func close() throws(EmulatorError) {
    alarm?.cancel()
    pendingWrite?.cancel()
    defer { store?.release() }
    try writeStore()
  }

  /// Notes in the store's folder that this process serves it on the loopback port `port`.
  package func announce(port: Int) throws(EmulatorError) {
    if let store { try ServedStore.announce(store.path, port: port) }
  }

  /// Takes the note away again.
  package func withdraw() throws(EmulatorError) {
    if let store { try ServedStore.withdraw(store.path) }
  }

  /// - Parameter cause: The chronicle's entry that the request comes from.
  func serve(_ request: EmulatedRequest, _ fault: FaultRule?, cause: Int?) -> Response {
    let time = now
    let disturbs = fault?.kind == .changeBetweenPages
    return switch Vendor(request) {
    case .zendesk:
      complete(
        inZendesk(cause: cause) { zendesk in
          let response = zendesk.answer(request, now: time)
          if disturbs { zendesk.disturb(request, answered: response, now: time) }
          return response
        },
        cause
      )
    case .braze:
      inBraze(cause: cause) { braze in
        let response = braze.answer(request, now: time)
        if disturbs { braze.disturb(request, answered: response, now: time) }
        return response
      }
    }
  }

  private func openDoor(_ request: EmulatedRequest) -> Response {
    defer { settle(until: now) }
    do throws(Refusal) {
      switch try EmulatorDoor.errand(request) {
      case .readLog: return EmulatorDoor.response(200, log.document)
      case .readFaults:
        return EmulatorDoor.response(200, ["faults": .list(faults.rules.map(\.document))])
      case .addFaults(let rules): faults.add(rules)
      case .clearFaults: faults.clear()
      case .hold: isHeld = true
      case .letGo: isHeld = false
      case .reset: reset()
      case .readWire(let number):
        return EmulatorDoor.response(200, LifeDoor.wire(life, after: number))
      case .readFacts: return EmulatorDoor.response(200, LifeDoor.facts(life.readings))
      case .chooseReadings(let readings):
        for (fact, reading) in readings { life.readings.choose(reading, for: fact) }
      case .readClock: return EmulatorDoor.response(200, clock)
      case .moveClock(let seconds):
        advance(by: seconds)
        return EmulatorDoor.response(200, clock)
      case .zendesk(let segments, let body):
        let (method, time) = (request.method, now)
        return try respond(
          inZendesk { zendesk in
            Result { () throws(Refusal) in
              try zendesk.openDoor(method, segments, body, now: time)
            }
          }
        )
      case .braze(let segments, let body):
        let (method, time) = (request.method, now)
        return try respond(
          inBraze { braze in
            Result { () throws(Refusal) in try braze.openDoor(method, segments, body, now: time) }
          }
        )
      }
      return Response(status: 204)
    } catch {
      return EmulatorDoor.response(error.status, error.body)
    }
  }

  private func respond(_ answer: Result<Answer, Refusal>) throws(Refusal) -> Response {
    let answer = try answer.get()
    return answer.body.map { EmulatorDoor.response(answer.status, $0) } ?? Response(status: 204)
  }

  private var clock: Value { ["now": .string(WallClock.iso8601(now))] }

  /// Begins anew, with the clock as it is.
  private func reset() {
    zendesk = Self.zendesk(.fresh(now: now), options)
    braze = Self.braze(BrazeState(), options)
    life = Life()
    life.readings = Readings(options.readings)
    isHeld = false
    faults.clear()
    log = RequestLog()
    noteChange(of: .zendesk)
    noteChange(of: .braze)
  }

  private func disconnected(_ request: EmulatedRequest) -> TransportError {
    log.note(request, status: nil)
    return TransportError(
      .disconnected,
      "the connection to \(request.origin.host) was cut",
      mayHaveTakenEffect: true
    )
  }

  private func wait(_ seconds: Double) async throws(TransportError) {
    do {
      try await Task.sleep(for: .seconds(seconds))
    } catch {
      throw TransportError(
        .disconnected,
        "nobody waited for the answer",
        mayHaveTakenEffect: true
      )
    }
  }

  private static func zendesk(_ state: ZendeskState, _ options: EmulatorOptions) -> EmulatedZendesk
  {
    EmulatedZendesk(
      state,
      policy: AccessPolicy(required: options.requiredCredential),
      rateLimit: options.rateLimitPerMinute,
      unconfirmed: options.unconfirmed
    )
  }

  private static func braze(_ state: BrazeState, _ options: EmulatorOptions) -> EmulatedBraze {
    EmulatedBraze(
      state,
      rateLimit: options.rateLimitPerMinute,
      unconfirmed: options.unconfirmed.braze
    )
  }
}

/// Keeping the store up to date.
extension EmulatorInstance {
  func noteChange(of vendor: Vendor) {
    changed.insert(vendor)
    guard store != nil, pendingWrite == nil else { return }
    let pause = writePause
    pendingWrite = Task {
      do {
        try await Task.sleep(for: pause)
      } catch {
        // Only `close()` cancels, and it writes by itself.
        return
      }
      self.writeGathered()
    }
  }

  private func writeGathered() {
    pendingWrite = nil
    do throws(EmulatorError) {
      let start = ContinuousClock.now
      try writeStore()
      writePause = max(.milliseconds(50), start.duration(to: .now) * 10)
    } catch {
      // What could not be written stays to be written: by the next change, or by `close()`, which
      // has somebody to tell.
    }
  }

  private func writeStore() throws(EmulatorError) {
    guard let store else { return }
    if changed.contains(.zendesk) {
      try store.write(zendesk.state)
      changed.remove(.zendesk)
    }
    if changed.contains(.braze) {
      try store.write(braze.state)
      changed.remove(.braze)
    }
  }
}
