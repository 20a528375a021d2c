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
    let text = "[\(count)/\(total)] \(Self.plain(title))".prefix((session.errorWidth ?? 80) - 1)
    session.complain("\r\u{1B}[K\(text)")
  }

  /// `title` without what would move the cursor or colour the terminal.
  private static func plain(_ title: String) -> String {
    let scalars = title.unicodeScalars.filter { $0.properties.generalCategory != .control }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Takes the line away before something else is written.
  func clear() {
    if session.isErrorTerminal { session.complain("\r\u{1B}[K") }
  }
}
