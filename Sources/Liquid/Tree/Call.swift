/// A tag of the platform that takes text and `:name value` options, such as Braze's `connected_content`.
///
/// https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/connected_content
package struct Call: Sendable, Hashable {
  package enum Piece: Sendable, Hashable {
    case text(String)
    case output(Output)
  }

  package struct Option: Sendable, Hashable {
    package let name: Name
    /// Empty for one that is only named, such as `:retry`.
    package let value: [Piece]
  }

  package let name: Name
  /// What stands before the first option: a URL, a catalog.
  package let subject: [Piece]
  package let options: [Option]
  /// What `:save` names: the variable that holds the answer.
  package let saved: Name?
}
