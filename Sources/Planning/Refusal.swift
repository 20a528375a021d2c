package import Model

/// A change that `apply` will not make without the user's explicit consent.
package struct Refusal: Sendable, Equatable {
  package enum Cause: String, Sendable {
    /// The object is protected against deletion and replacement.
    case protected = "protected-resource"
    case replacement = "replacement-not-allowed"
    case dataLoss = "data-loss-not-allowed"
    /// The object is the vendor's own.
    case builtIn = "built-in-object"

    package var summary: String {
      self == .builtIn ? "Object is not ours to change" : "Consent is missing"
    }
  }

  package let address: Address
  package let cause: Cause
  /// What would be lost and how to consent, in full sentences.
  package let explanation: String
}
