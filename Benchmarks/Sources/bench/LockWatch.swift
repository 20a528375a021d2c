import Foundation

/// Counts how often a lock beside a spec is replaced, by looking at it all the time.
final class LockWatch: @unchecked Sendable {
  private let folder: String
  private let guarding = NSLock()
  private var isStopped = false
  private var count = 0
  private let done = DispatchSemaphore(value: 0)

  init(folder: String) {
    self.folder = folder
    Thread.detachNewThread { [self] in
      var last = state()
      while !guarding.withLock({ isStopped }) {
        let now = state()
        if now != last { guarding.withLock { count += 1 } }
        last = now
        usleep(500)
      }
      done.signal()
    }
  }

  /// How often it was replaced.
  func stop() -> Int {
    guarding.withLock { isStopped = true }
    done.wait()
    return count
  }

  private func state() -> [UInt64] {
    var found: [UInt64] = []
    for name in ["reading-spec", "lockstep", "integration", "a"] {
      var status = stat()
      if stat("\(folder)/\(name).lock.json", &status) == 0 { found.append(UInt64(status.st_ino)) }
    }
    return found
  }
}
