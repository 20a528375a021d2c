import Synchronization

/// A clock that goes on only when told.
final class HandClock: Sendable {
  private let time = Mutex(1_800_000_000)

  var seconds: Int { time.withLock { $0 } }

  func advance(_ seconds: Int) {
    time.withLock { $0 += seconds }
  }
}
