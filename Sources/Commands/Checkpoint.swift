internal import Diagnostics
internal import Execution
internal import Model
internal import Synchronization

/// Saves the lock now and then, so that a run that is killed loses little; never once a change.
final class Checkpoint: Sendable {
  private static let interval = Duration.seconds(1)
  private let lockFile: LockFile
  private let last = Mutex(ContinuousClock.now)

  init(_ lockFile: LockFile) {
    self.lockFile = lockFile
  }

  func save(_ baselines: [Address: Baseline]) {
    let isDue = last.withLock { last in
      guard last.duration(to: .now) > Self.interval else { return false }
      last = .now
      return true
    }
    guard isDue else { return }
    do throws(Diagnostic) {
      try lockFile.write(baselines)
    } catch {
      // The write at the end reports it, if it fails then too.
    }
  }
}
