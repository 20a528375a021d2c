/// A place where a template gives a value a name.
package struct Binding: Sendable {
  package enum Origin: Sendable, Hashable {
    case assign(Pipeline)
    case capture(Block)
    /// Each item of a list in turn.
    case loop(Expression)
    case count
    /// What a platform's tag saved.
    case call
  }

  package let name: Name
  package let origin: Origin
  let moment: Moment
  /// The order from which on the name means nothing, or something else again.
  let end: Int
  /// Which mentions of the index make up its value.
  let mentions: Range<Int>
}
