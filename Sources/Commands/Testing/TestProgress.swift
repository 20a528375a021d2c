/// One line on a terminal that says which scenario is being played.
struct TestProgress {
  private let session: Session
  private let total: Int
  private var count = 0

  init(session: Session, total: Int) {
    self.session = session
    self.total = total
  }

  mutating func show(_ title: String) {
    count += 1
    guard session.isErrorTerminal else { return }
    // The last column stays free: a terminal may break the line there.
    let text = "[\(count)/\(total)] \(title)".prefix((session.errorWidth ?? 80) - 1)
    session.complain("\r\u{1B}[K\(text)")
  }

  /// Takes the line away before something else is written.
  func clear() {
    if session.isErrorTerminal { session.complain("\r\u{1B}[K") }
  }
}
