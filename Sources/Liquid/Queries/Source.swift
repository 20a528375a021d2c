/// Where the text of an output comes from, followed back through the names that the template gave it.
package struct Source: Sendable, Hashable {
  /// What the template itself gives no value: an attribute, a placeholder, an unknown name.
  package let variable: Variable
  /// All that it passes through from there to the output, in order.
  package let filters: [Filter]
}
