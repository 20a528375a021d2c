/// `cycle`: each time the next of its values.
package struct Cycle: Sendable, Hashable {
  /// Cycles of one group advance together; without one, those with the same values do.
  package let group: Expression?
  /// At least one.
  package let values: [Expression]
}
