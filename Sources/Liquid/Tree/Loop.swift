/// The head of a `for` or `tablerow`.
package struct Loop: Sendable, Hashable {
  package enum Offset: Sendable, Hashable {
    case value(Expression)
    /// Where the last loop with this variable and list ended.
    case `continue`
  }

  package enum Layout: Sendable, Hashable {
    case plain
    /// `tablerow`: rows and cells of HTML.
    case table(columns: Expression?)
  }

  package let variable: Name
  package let collection: Expression
  package let isReversed: Bool
  package let limit: Expression?
  package let offset: Offset?
  package let layout: Layout
}
