/// What happens to one object. The raw value is its name in reports.
package enum Action: String, Sendable, Hashable, CaseIterable {
  case create, update, replace, delete
  /// Only a person can do it.
  case manual
  /// Blocked on a manual change.
  case waiting

  /// Whether carrying out a plan does it.
  package var isExecuted: Bool { self != .manual && self != .waiting }

  /// The sign a reader sees in front of a change.
  package var sign: Character {
    switch self {
    case .create: "+"
    case .update: "~"
    case .replace: "±"
    case .delete: "-"
    case .manual: "!"
    case .waiting: "…"
    }
  }
}
