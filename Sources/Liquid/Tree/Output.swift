/// A place where a template leaves a value: `{{ … }}` or `{% echo … %}`.
package struct Output: Sendable, Hashable {
  package let pipeline: Pipeline
  /// The braces and all between them, in bytes of the template's UTF-8.
  package let range: Range<Int>
}
