package import Diagnostics
package import Model
package import Values

/// One resource's change, with everything decided that executing it needs.
package struct Change: Sendable, Equatable {
  package let address: Address
  /// The kind's name.
  package let kind: String
  package let action: Action
  /// Why, for readers only: execution must not look at it.
  package let reason: Reason
  /// The object's id; nil for one that does not exist yet.
  package let id: String?
  /// When the object was made, as the API said it; for deletions.
  package var createdAt: String?
  /// The object was found by its identity and was not ours before.
  package var adopts = false
  package let attributes: [AttributeChange]
  /// What is sent: whole attributes, references and secrets still symbols.
  package let body: Members
  /// The attributes this tool answers for, recorded in the lock once the change is done.
  package let managed: [String]
  /// The values of those attributes that order other objects, which no object shows.
  package let orders: Members
  /// The identity's value after the change, by which a create in doubt is looked for.
  package let identity: String
  /// What only a person can make, and whose id this needs: until then nothing of it is written.
  package var waitsFor: [Address] = []
  /// The object as it is now, of a kind that a person keeps.
  package var object: RemoteObject?
  /// The digests of those of that object's attributes that are right.
  package var digests: [String: Digest] = [:]
  /// Changes that must have succeeded before this one begins.
  package var dependencies: [Address] = []
  /// Changes that must be over, well or ill, before this one begins: they come first in an order.
  package var predecessors: [Address] = []
  package let source: Place
  /// Where each attribute is written, so that a refusal can be shown there.
  package let places: [String: Place]
}

extension Change {
  /// Nothing but the order of other objects is to be changed.
  package var isOrderAlone: Bool { action == .update && body.isEmpty }
}
