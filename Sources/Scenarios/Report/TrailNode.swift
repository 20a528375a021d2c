package import Diagnostics
package import Model

/// Something that happened, with what came of it.
package struct TrailNode: Sendable, Hashable {
  package let entry: Entry
  /// The resource of the spec that it is about, a rule or a campaign.
  package let address: Address?
  /// Where that is declared.
  package let place: Place?
  /// Where the conditions of a rule are written, in the order in which the entry has them.
  package let conditionPlaces: [Place?]
  package let children: [TrailNode]
}
