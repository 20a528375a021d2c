internal import Synchronization

/// Holds back all requests of a run while a server asks to wait.
///
/// One answer 429 speaks for the whole account, so that every request waits, not just the one that
/// was refused.
final class RateGate: Sendable {
  private struct State {
    var opensAt = Duration.zero
    var spent = Duration.zero
  }

  private let state = Mutex(State())
  private let limit: Duration

  /// - Parameter limit: The longest time the gate may be closed in a run, all pauses together.
  init(limit: Duration) {
    self.limit = limit
  }

  /// When the next request may be sent, in the time of `Timing.now`.
  var opensAt: Duration { state.withLock(\.opensAt) }

  /// Closes the gate from `now` on for `pause`; pauses that overlap count once.
  ///
  /// - Returns: Whether that is within the limit; if not, the gate stays as it is.
  func close(for pause: Duration, now: Duration) -> Bool {
    state.withLock { state in
      let end = now + pause
      let added = end - max(now, state.opensAt)
      guard added > .zero else { return true }
      guard state.spent + added <= limit else { return false }
      state.spent += added
      state.opensAt = end
      return true
    }
  }
}
