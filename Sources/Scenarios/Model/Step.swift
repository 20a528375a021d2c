package import Diagnostics

/// Something that is done, and what has to come of it.
package struct Step: Sendable {
  /// Where the doing is written.
  package let place: Place
  /// In short: `reply by max to first`.
  package let label: String
  package let about: String?
  package let doing: Doing
  package let expectations: [Expectation]
  /// Whether every effect has to be one of those expected.
  package let excludesOthers: Bool
}
