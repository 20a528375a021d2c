package import Diagnostics
package import Model

/// A spec as it was applied to an emulator.
package struct Deployment: Sendable {
  package let world: any World
  /// The id that each resource's object has there.
  package let ids: [Address: String]
  /// Where each resource is declared.
  package let places: [Address: Place]

  package init(world: any World, ids: [Address: String], places: [Address: Place]) {
    self.world = world
    self.ids = ids
    self.places = places
  }
}
