package import Diagnostics

/// Whether an expectation was met, and by what.
package struct Verdict: Sendable, Hashable {
  /// Where the expectation is written.
  package let place: Place
  /// In short: `sms to ann`.
  package let label: String
  /// Expected and actual, thing by thing; empty where there was nothing to compare with.
  package let comparisons: [Comparison]
  package let isMet: Bool
  /// What it was compared with: what met it, or what comes closest.
  package let entry: Entry?
  /// Why there was nothing to compare with.
  package let absence: String?
  /// The ticket that it is about, by its number.
  package let ticket: String?
  /// The Braze profile that it is about.
  package let user: String?
}
