import Client
import Synchronization

/// A clock that moves when somebody sleeps.
final class ManualTime: Sendable {
  private let state = Mutex((now: Duration.zero, stopsAt: Duration?.none))

  /// - Parameter stopsAt: When the run is interrupted.
  init(stopsAt: Duration? = nil) {
    state.withLock { $0.stopsAt = stopsAt }
  }

  var now: Duration { state.withLock(\.now) }

  /// Jitter of 1: every wait is the longest it can be.
  var timing: Timing {
    Timing(
      now: { self.now },
      sleep: { duration in self.state.withLock { $0.now += duration } },
      jitter: { 1 },
      isStopping: {
        self.state.withLock { state in state.stopsAt.map { state.now >= $0 } ?? false }
      }
    )
  }
}
