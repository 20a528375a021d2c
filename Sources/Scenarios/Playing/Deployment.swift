package import Diagnostics
package import Model

/// A spec as it was applied to an emulator.
package struct Deployment: Sendable {
  package let world: any World
  /// The id that each resource's object has there.
  package let ids: [Address: String]
  /// Where each resource is declared.
  package let places: [Address: Place]
  /// Where each condition of a rule is written, by the groups `all` and `any`.
  package let conditions: [Address: [String: [Place]]]

  package init(
    world: any World,
    ids: [Address: String],
    places: [Address: Place],
    conditions: [Address: [String: [Place]]] = [:]
  ) {
    self.world = world
    self.ids = ids
    self.places = places
    self.conditions = conditions
  }
}
