/// A word that a template uses as a name, and its place.
package struct Name: Sendable, Hashable {
  package let text: String
  /// Bytes of the template's UTF-8.
  package let range: Range<Int>
}
