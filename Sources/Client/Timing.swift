/// Time, chance and the wish to stop, as the client sees them.
package struct Timing: Sendable {
  /// Time since a fixed moment of the run; it never goes back.
  package let now: @Sendable () -> Duration
  /// Returns after the given time, or earlier.
  package let sleep: @Sendable (Duration) async -> Void
  /// A number from 0 up to, not including, 1.
  package let jitter: @Sendable () -> Double
  /// Whether the run was interrupted, so that nothing is to be waited for.
  package let isStopping: @Sendable () -> Bool

  package init(
    now: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async -> Void,
    jitter: @escaping @Sendable () -> Double,
    isStopping: @escaping @Sendable () -> Bool = { false }
  ) {
    self.now = now
    self.sleep = sleep
    self.jitter = jitter
    self.isStopping = isStopping
  }

  /// The machine's own clock and random numbers.
  package static func system(
    isStopping: @escaping @Sendable () -> Bool = { false }
  ) -> Timing {
    let start = ContinuousClock.now
    return Timing(
      now: { start.duration(to: .now) },
      sleep: { duration in
        do {
          try await Task.sleep(for: duration)
        } catch {
          // A cancelled task sleeps no longer; `isStopping` decides what follows.
        }
      },
      jitter: { Double.random(in: 0..<1) },
      isStopping: { Task.isCancelled || isStopping() }
    )
  }

  /// Waits for `duration`, in steps short enough that an interruption is noticed at once.
  ///
  /// - Returns: Whether the whole time passed; false if the run is stopping. No time passes always.
  func wait(_ duration: Duration) async -> Bool {
    guard duration > .zero else { return true }
    let end = now() + duration
    while !isStopping() {
      let left = end - now()
      guard left > .zero else { return true }
      await sleep(min(left, .milliseconds(100)))
    }
    return false
  }
}
