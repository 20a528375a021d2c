/// What became of a plan.
package struct RunReport: Sendable {
  /// In the order of the plan.
  package let outcomes: [Outcome]
  package let unchanged: Int
  /// Changes that only a person can make, and those that need an id first.
  package let manual: Int
  package let waiting: Int
  package let wasInterrupted: Bool

  package init(
    outcomes: [Outcome],
    unchanged: Int,
    manual: Int = 0,
    waiting: Int = 0,
    wasInterrupted: Bool
  ) {
    self.outcomes = outcomes
    self.unchanged = unchanged
    self.manual = manual
    self.waiting = waiting
    self.wasInterrupted = wasInterrupted
  }

  package var done: Int { outcomes.count(where: \.isDone) }
  package var failed: Int { outcomes.count { $0.failure != nil } }
  package var skipped: Int { outcomes.count - done - failed }
  package var wroteSomething: Bool { outcomes.contains(where: \.wroteSomething) }
  package var isComplete: Bool { done == outcomes.count }
}
