package import Model

/// Objects of one kind that are put in order once all changes are done.
package struct Arrangement: Sendable, Equatable {
  /// An object that exists, or one that this run creates.
  package enum Item: Sendable, Hashable {
    case object(id: String)
    case resource(Address)
  }

  /// An item's place in its group, 1-based.
  package struct Placement: Sendable, Equatable {
    package let item: Item
    package let position: Int
  }

  /// The resource that asked for the order, whose change it is part of.
  package let owner: Address
  /// The kind of the objects that are arranged.
  package let kind: String
  package let placements: [Placement]
}
