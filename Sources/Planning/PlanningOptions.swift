package import Model

/// What the caller of the command line decided.
package struct PlanningOptions: Sendable, Equatable {
  package var selection = Selection()
  /// Send the secrets of objects that exist already; nobody can tell whether they are right.
  package var setsSecrets = false
  package var allowedReplacements: Set<Address> = []
  package var allowsDataLoss = false
  /// Report objects of the managed kinds that the spec does not know.
  package var reportsUnmanaged = false

  package init() {}
}
