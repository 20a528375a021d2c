package import Model

/// What the last applies left, by environment and address: ids and digests, never a secret.
package struct Lock: Sendable, Equatable {
  package var environments: [String: [Address: Baseline]]

  package init(environments: [String: [Address: Baseline]] = [:]) {
    self.environments = environments
  }
}
