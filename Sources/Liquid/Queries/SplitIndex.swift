/// A member picked by number from a text that was taken apart: `a[2]` after `assign a = b | split: ','`.
package struct SplitIndex: Sendable, Hashable {
  /// What picks it, with its place.
  package let variable: Variable
  package let index: Int
  package let separator: String
  /// The `split` that took the text apart.
  package let split: Filter
}
