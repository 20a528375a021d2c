internal import Model
internal import Synchronization

/// A lock that lasts as long as the process, for what is tried out alone.
final class LockMemory: Sendable {
  private let lock = Mutex(Lock())

  var content: Lock {
    get { lock.withLock(\.self) }
    set { lock.withLock { $0 = newValue } }
  }
}
