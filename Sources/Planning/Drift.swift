package import Diagnostics
package import Model

/// What somebody else changed on one object since the last apply.
package struct Drift: Sendable, Equatable {
  package enum Change: Sendable, Equatable {
    /// These attributes differ from what was applied; `before` is live, `after` is desired.
    case changed([AttributeChange])
    case deleted
    /// The object is of a managed kind, and the spec does not know it.
    case unmanaged(title: String)
  }

  /// Nil for an object that the spec does not know.
  package let address: Address?
  package let kind: String
  package let id: String?
  package let change: Change
  /// False where nothing is known of an earlier apply, so that any difference counts.
  package let hasBaseline: Bool
  /// The object is somebody else's to change: it is compared, and never written.
  package var isExternal = false
  package let source: Place?
}
