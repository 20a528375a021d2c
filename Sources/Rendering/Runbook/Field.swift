package import Model

/// A value as a person sets it in the vendor's console.
package struct Field: Sendable, Equatable {
  package enum Shown: Sendable, Equatable {
    /// To be copied as it is.
    case text(String)
    /// One of several names that the console words in its own way.
    case choice(String)
    case flag(Bool)
    case list([String])
    case nothing
  }

  /// `webhook.headers.Authorization`
  package let path: String
  /// What the console calls it, from the outside in.
  package let labels: [String]
  /// The key that the value stands under, where the spec chooses it: a header's name.
  package var key: String?
  package let shown: Shown
  /// The resource that the value as a whole names.
  package var mention: Subject?
  /// Resources whose ids stand as `(id of ADDRESS)` in the text, since there are none yet.
  package var missing: [Address] = []
  /// The text tells of variables in place of their values.
  package var isSecret = false

  /// How the secret that it is is made up.
  var recipe: String? {
    guard isSecret, case .text(let recipe) = shown else { return nil }
    return recipe
  }

  /// The name of the attribute of the kind that the path begins with.
  var attribute: String { String(path.prefix { !".[".contains($0) }) }
}

/// What is seen to be other than it is to be.
package struct Deviation: Sendable, Equatable {
  package let path: String
  package let labels: [String]
  /// The key that the value stands under, where the spec chooses it.
  package let key: String?
  /// The way on inside a text that is JSON.
  package let inside: String?
  package let before: Side
  package let after: Side

  /// How the secret that is to be there is made up.
  var recipe: String? {
    if case .secret(let recipe) = after { recipe } else { nil }
  }

  package enum Side: Sendable, Equatable {
    case nothing
    case text(String)
    /// The text tells of variables in place of their values.
    case secret(recipe: String)
    /// There is a secret, and it is another one.
    case concealed
  }
}
