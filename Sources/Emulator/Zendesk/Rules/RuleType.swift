/// Which of the business rules is meant: they share conditions and actions, not all of each.
enum RuleType: Sendable {
  /// Runs when a ticket is created or updated.
  case trigger
  /// Runs every hour.
  case automation
}
