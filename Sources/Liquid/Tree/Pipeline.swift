/// A value and the filters it passes through.
package struct Pipeline: Sendable, Hashable {
  /// Nil for an empty output, which leaves nothing.
  package let value: Expression?
  package let filters: [Filter]
}
