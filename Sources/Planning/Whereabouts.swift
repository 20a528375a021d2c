internal import Diagnostics
package import Model

/// Which listed object each resource is, as the planner will see it: for whoever reads objects whole
/// before there is a plan.
package struct Whereabouts: Sendable {
  /// The objects that were found.
  package let objects: [Address: RemoteObject]
  /// Of a resource whose identity several objects have: all of them.
  package let rivals: [Address: [RemoteObject]]

  package init(
    of resources: [Resource],
    in live: [String: [RemoteObject]],
    baselines: [Address: Baseline]
  ) {
    let finder = Finder(
      PlanningInput(
        environment: "",
        targets: [:],
        resources: resources,
        live: live,
        baselines: baselines
      )
    )
    objects = finder.findings.mapValues(\.object)
    rivals = finder.rivals
  }
}
