package import Diagnostics
package import Model

/// Everything the planner knows: it reads nothing else and asks nobody.
package struct PlanningInput: Sendable {
  package var environment: String
  package var targets: [String: String]
  package var resources: [Resource]
  /// The live objects by the name of their kind; a kind that is missing was not read.
  package var live: [String: [RemoteObject]]
  package var baselines: [Address: Baseline]
  package var options: PlanningOptions
  package var diagnostics: [Diagnostic]
  package var reads: Int

  package init(
    environment: String,
    targets: [String: String],
    resources: [Resource],
    live: [String: [RemoteObject]],
    baselines: [Address: Baseline],
    options: PlanningOptions = PlanningOptions(),
    diagnostics: [Diagnostic] = [],
    reads: Int = 0
  ) {
    self.environment = environment
    self.targets = targets
    self.resources = resources
    self.live = live
    self.baselines = baselines
    self.options = options
    self.diagnostics = diagnostics
    self.reads = reads
  }
}
