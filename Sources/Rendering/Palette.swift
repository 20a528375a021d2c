package import Planning

/// Colours for a terminal; plain text elsewhere.
package struct Palette: Sendable {
  /// What a piece of text means to the reader.
  package enum Role: String, Sendable {
    case added = "32"
    case removed = "31"
    case changed = "33"
    case replaced = "35"
    case quiet = "2"
    case strong = "1"
    case error = "1;31"
    case warning = "1;33"
  }

  package let isColoured: Bool

  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  package func paint(_ text: String, _ role: Role) -> String {
    isColoured ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// An action's sign in its colour.
  package func sign(of action: Action) -> String {
    paint(String(action.sign), role(of: action))
  }

  func role(of action: Action) -> Role {
    switch action {
    case .create: .added
    case .update: .changed
    case .replace: .replaced
    case .delete: .removed
    case .manual, .waiting: .strong
    }
  }
}
