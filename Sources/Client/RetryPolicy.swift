internal import HTTPTypes
package import Messages

/// When a request is sent again, as data and pure decisions.
package struct RetryPolicy: Sendable, Hashable {
  /// What came of one attempt.
  package typealias Outcome = Result<Response, TransportError>

  package enum Decision: Sendable, Hashable {
    /// The outcome stands.
    case finish
    /// This request waits, then is sent again.
    case backOff(Duration)
    /// The server asked for a pause: every request waits, then this one is sent again.
    case pause(Duration)
  }

  /// The most attempts of one request, pauses that the server asked for not counted.
  package var attempts = 5
  /// The most attempts while nothing answers at all: a wrong host is told apart from a hiccup soon.
  package var connectionAttempts = 3
  /// The longest first wait; each further one may be twice as long.
  package var firstWait = Duration.milliseconds(500)
  /// The longest wait between two attempts.
  package var longestWait = Duration.seconds(8)
  /// The longest time a run waits because servers asked for it.
  package var pauseBudget = Duration.seconds(300)

  /// How long a server is left alone after a POST whose answer was lost, before a list is believed
  /// that does not show the object: a gateway gives up sooner than what is behind it.
  package var settling = Duration.seconds(3)

  package init() {}

  /// What to do after `outcome`.
  ///
  /// - Parameters:
  ///   - attempts: How many were made, this one included.
  ///   - pauses: How often the server asked to wait before.
  ///   - isRepeatable: Whether doing it twice is the same as doing it once.
  ///   - jitter: From 0 up to 1: which part of the longest wait is waited, so that clients that
  ///     failed together do not come back together.
  package func decision(
    after outcome: Outcome,
    attempts: Int,
    pauses: Int,
    isRepeatable: Bool,
    jitter: Double
  ) -> Decision {
    guard isRepeatable || !leavesInDoubt(outcome) else { return .finish }
    switch outcome {
    case .success(let response):
      let asked = response.askedPause.map { max($0, .seconds(1)) }
      switch response.status {
      case 429: return .pause(asked ?? .seconds(1) + backOff(attempt: pauses + 1, jitter: jitter))
      case 503 where asked != nil: return .pause(asked ?? .seconds(1))
      case 408, 409, 500...: return again(attempts, of: self.attempts, jitter: jitter)
      default: return .finish
      }
    case .failure(let error):
      switch error.cause {
      case .unreachable: return again(attempts, of: connectionAttempts, jitter: jitter)
      case .timeout, .disconnected: return again(attempts, of: self.attempts, jitter: jitter)
      case .tls, .tooLarge, .garbled, .cancelled: return .finish
      }
    }
  }

  /// Whether a write with this outcome may have taken effect although no success was answered.
  package func leavesInDoubt(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .success(let response): response.status == 408 || response.status >= 500
    case .failure(let error): error.mayHaveTakenEffect
    }
  }

  /// Exponential, with full jitter.
  package func backOff(attempt: Int, jitter: Double) -> Duration {
    let doubled = firstWait * (1 << max(0, min(attempt - 1, 20)))
    return min(doubled, longestWait) * jitter
  }

  private func again(_ attempt: Int, of most: Int, jitter: Double) -> Decision {
    attempt < most ? .backOff(backOff(attempt: attempt, jitter: jitter)) : .finish
  }
}
