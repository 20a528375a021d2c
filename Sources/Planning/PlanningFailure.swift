package import Diagnostics

/// Why no plan could be made.
package enum PlanningFailure: Error, Sendable {
  /// The command line or the spec asks for something impossible.
  case invalid([Diagnostic])
  /// Deciding would be guessing, as with two objects of one identity.
  case undecidable([Diagnostic])
}
