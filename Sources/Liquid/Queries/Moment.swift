/// When something happens while a template is rendered, as far as reading it tells.
struct Moment: Sendable {
  /// Grows from the start of the template to its end.
  let order: Int
  /// The branches and loops around it, outermost first, each with a number of its own.
  let scope: [Int]

  /// Whether this comes before `other` whenever `other` comes.
  func always(precedes other: Moment) -> Bool {
    order < other.order && other.scope.starts(with: scope)
  }
}
