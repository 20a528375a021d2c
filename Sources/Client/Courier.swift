package import Messages

/// Carries requests to one server: waits where it must, repeats where it may.
package struct Courier: Sendable {
  /// What came of a request in the end.
  package struct Delivery: Sendable {
    package let outcome: RetryPolicy.Outcome
    /// Whether one of the attempts may have taken effect without saying so.
    package let isInDoubt: Bool

    /// This delivery of a request that was in doubt before, or not.
    func followingDoubt(_ wasInDoubt: Bool) -> Delivery {
      Delivery(outcome: outcome, isInDoubt: isInDoubt || wasInDoubt)
    }
  }

  let transport: any Transport
  let policy: RetryPolicy
  let timing: Timing
  let observe: @Sendable (Exchange) -> Void
  let gate: RateGate

  /// - Parameter observe: Told of every request that was sent.
  package init(
    transport: any Transport,
    policy: RetryPolicy = RetryPolicy(),
    timing: Timing = .system(),
    observe: @escaping @Sendable (Exchange) -> Void = { _ in }
  ) {
    self.transport = transport
    self.policy = policy
    self.timing = timing
    self.observe = observe
    gate = RateGate(limit: policy.pauseBudget)
  }

  /// Sends `request` until there is an outcome to live with.
  ///
  /// - Parameter isRepeatable: Whether doing it twice is the same as doing it once. If not, a request
  ///   that may have taken effect is not sent again.
  package func deliver(_ request: Request, isRepeatable: Bool) async -> Delivery {
    var attempts = 1
    var pauses = 0
    var isInDoubt = false
    while await passGate() {
      let outcome = await send(request, attempt: attempts + pauses)
      isInDoubt = isInDoubt || policy.leavesInDoubt(outcome)
      let decision = policy.decision(
        after: outcome,
        attempts: attempts,
        pauses: pauses,
        isRepeatable: isRepeatable,
        jitter: timing.jitter()
      )
      switch decision {
      case .finish:
        // Nothing is repeated, and all the same the server asked everybody to wait.
        if case .success(let response) = outcome, response.status == 503,
          let pause = response.retryAfter
        {
          _ = gate.close(for: max(pause, .seconds(1)), now: timing.now())
        }
        return Delivery(outcome: outcome, isInDoubt: isInDoubt)
      case .pause(let duration):
        guard gate.close(for: duration, now: timing.now()) else {
          return Delivery(outcome: outcome, isInDoubt: isInDoubt)
        }
        pauses += 1
      case .backOff(let duration):
        guard !timing.isStopping(), await timing.wait(duration) else {
          return interrupted(isInDoubt)
        }
        attempts += 1
      }
    }
    return interrupted(isInDoubt)
  }

  private func send(_ request: Request, attempt: Int) async -> RetryPolicy.Outcome {
    let start = timing.now()
    let outcome: RetryPolicy.Outcome
    do throws(TransportError) {
      outcome = .success(try await transport.send(request))
    } catch {
      outcome = .failure(error)
    }
    let status: Int? = if case .success(let response) = outcome { response.status } else { nil }
    observe(
      Exchange(
        method: request.method,
        target: request.target,
        status: status,
        duration: timing.now() - start,
        attempt: attempt
      )
    )
    return outcome
  }

  /// Waits while the server asked to; a pause may be prolonged by another request meanwhile.
  ///
  /// - Returns: Whether the gate is open; false if the run is stopping.
  private func passGate() async -> Bool {
    var pause = gate.opensAt - timing.now()
    while pause > .zero {
      guard await timing.wait(pause) else { return false }
      pause = gate.opensAt - timing.now()
    }
    return true
  }

  private func interrupted(_ isInDoubt: Bool) -> Delivery {
    let error = TransportError(
      .cancelled,
      "interrupted before the request could be sent",
      mayHaveTakenEffect: isInDoubt
    )
    return Delivery(outcome: .failure(error), isInDoubt: isInDoubt)
  }
}

extension Request {
  /// Path and query.
  package var target: String {
    let afterScheme = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    return url[afterScheme...].firstIndex(of: "/").map { String(url[$0...]) } ?? "/"
  }
}
