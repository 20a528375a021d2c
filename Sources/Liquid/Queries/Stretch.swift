/// A stretch of a template as it is written.
package struct Stretch: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    /// Outside of braces, or inside of `raw`.
    case text
    /// Liquid that leaves a value.
    case output
    /// Other tags, comments, and blanks that a dash takes away.
    case tags
    /// Braces that stay open, and what Liquid takes to be in them.
    case broken
  }

  package let form: Form
  /// Bytes of the template's UTF-8, at least one.
  package let range: Range<Int>
}
