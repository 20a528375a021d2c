package import Diagnostics
package import Model
package import Values

/// All that is to happen, in order, as immutable data: nothing is decided after it.
package struct Plan: Sendable, Equatable {
  package let environment: String
  /// The origin of each system's instance, by the system's name.
  package let targets: [String: String]
  /// In an order in which each stands after what it depends on.
  package let changes: [Change]
  package let arrangements: [Arrangement]
  package let unchanged: [Unchanged]
  /// Resources that left the spec: the lock forgets them, their objects stay.
  package let forgotten: [Forgotten]
  package let drift: [Drift]
  package let refusals: [Refusal]
  /// Warnings about the spec, as they were when it was read.
  package let diagnostics: [Diagnostic]
  /// The ids of the objects that the spec's resources have already.
  package let ids: [Address: String]
  /// How many requests reading the live objects took.
  package let reads: Int

  /// A resource that is as it should be, with what the lock is to remember it by.
  package struct Unchanged: Sendable, Equatable {
    package let address: Address
    /// The kind's name.
    package let kind: String
    /// Nil for a resource that is absent, as it should be, and for an external one.
    package let object: RemoteObject?
    /// The attributes this tool answers for.
    package let managed: [String]
    /// The values of those of them that order other objects.
    package let orders: Members
    /// The object was found by its identity and was not ours before.
    package var adopts = false
    /// The digests of the object's attributes, of a kind that a person keeps; nil for any other.
    package var digests: [String: Digest]?
  }

  package struct Forgotten: Sendable, Equatable {
    package let address: Address
    /// "" for what had none.
    package let id: String
    /// What a person said of it, which is forgotten as well.
    package var attestation: Attestation?
  }

  package var isEmpty: Bool { changes.isEmpty && arrangements.isEmpty }

  /// Whether carrying it out writes anything.
  package var isExecuted: Bool {
    changes.contains { $0.action.isExecuted } || !arrangements.isEmpty
  }

  package func count(_ action: Action) -> Int { changes.count { $0.action == action } }
}
