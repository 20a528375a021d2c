/// A place where a template uses a filter.
package struct FilterUse: Sendable, Hashable {
  package let filter: Filter
  /// Whether the dialect has it. Liquid that is not strict ignores those it does not have.
  package let isKnown: Bool
}
