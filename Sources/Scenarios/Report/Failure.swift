package import Diagnostics

/// A step that did not go as expected.
package struct Failure: Sendable {
  /// Counted from 1; 0 where the people could not be made.
  package let step: Int
  /// What was done: `reply by max to first`.
  package let label: String
  package let about: String?
  /// Where the step is written.
  package let place: Place
  /// Why it could not be done, or had to be stopped.
  package let problem: String?
  /// Every expectation of the step.
  package let verdicts: [Verdict]
  /// Effects that nobody expected, where nothing else was to happen.
  package let unexpected: [TrailNode]
  /// The number of the step with which the trail begins: an earlier one where in this time passes and no
  /// more, so that what is seen came of what was done before.
  package let since: Int
  /// How it came about.
  package let trail: [TrailNode]

  init(
    _ step: Step,
    number: Int,
    problem: String?,
    verdicts: [Verdict] = [],
    unexpected: [TrailNode] = [],
    since: Int? = nil,
    trail: [TrailNode] = []
  ) {
    self.step = number
    label = step.label
    about = step.about
    place = step.place
    self.problem = problem
    self.verdicts = verdicts
    self.unexpected = unexpected
    self.since = since ?? number
    self.trail = trail
  }

  /// Something that is no step's fault.
  init(of scenario: Scenario, _ problem: String) {
    step = 0
    label = "setting"
    about = nil
    place = scenario.place
    self.problem = problem
    verdicts = []
    unexpected = []
    since = 0
    trail = []
  }

  /// The expectations that were not met.
  package var unmet: [Verdict] { verdicts.filter { !$0.isMet } }

  /// Whether it is the same to a reader, whatever the numbers of the entries.
  func isLike(_ other: Failure) -> Bool {
    step == other.step && problem == other.problem
      && unmet.map(\.comparisons) == other.unmet.map(\.comparisons)
      && unmet.map(\.absence) == other.unmet.map(\.absence)
      && unexpected.map(\.entry.happening) == other.unexpected.map(\.entry.happening)
  }
}
