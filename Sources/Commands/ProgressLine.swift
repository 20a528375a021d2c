internal import Execution
internal import Planning
internal import Synchronization

/// One line on a terminal that says how far an apply has come.
final class ProgressLine: Sendable {
  private let session: Session
  private let total: Int
  private let isOn: Bool
  private let finished = Mutex(0)

  init(session: Session, total: Int, isOn: Bool) {
    self.session = session
    self.total = total
    self.isOn = isOn && session.isErrorTerminal
  }

  func show(_ event: Event) {
    guard isOn else { return }
    switch event {
    case .started(let address, let action):
      let count = finished.withLock { $0 }
      put("[\(count)/\(total)] \(action.rawValue) \(address)")
    case .finished:
      let count = finished.withLock { count in
        count += 1
        return count
      }
      put("[\(count)/\(total)]")
    }
  }

  /// Takes the line away before something else is written.
  func clear() {
    if isOn { session.complain("\r\u{1B}[K") }
  }

  private func put(_ text: String) {
    // The last column stays free: a terminal may break the line there.
    session.complain("\r\u{1B}[K\(text.prefix((session.errorWidth ?? 80) - 1))")
  }
}
