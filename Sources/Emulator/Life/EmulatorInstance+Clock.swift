internal import Values

/// Time, which can be moved on.
extension EmulatorInstance {
  /// Seconds since 1970, as the emulated systems have them.
  var now: Int { moment ?? options.now() + shift }

  /// Moves time on; what is due on the way is done at its time.
  func advance(by seconds: Int) {
    let target = now + seconds
    settle(until: target)
    shift += seconds
  }

  /// Sees to it that what is due later is done then, where time passes by itself.
  func arm() {
    alarm?.cancel()
    alarm = nil
    guard options.keepsTime, !isHeld, let due = life.agenda.next else { return }
    let wait = max(0, due - now)
    alarm = Task {
      do {
        try await Task.sleep(for: .seconds(wait))
      } catch {
        // Another alarm took its place.
        return
      }
      self.settle(until: self.now)
      self.arm()
    }
  }
}
