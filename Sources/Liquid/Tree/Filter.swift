/// One filter of a pipeline, with its arguments.
package struct Filter: Sendable, Hashable {
  package struct Option: Sendable, Hashable {
    package let name: Name
    package let value: Expression
  }

  package let name: Name
  /// Those without a name, in the order of writing.
  package let arguments: [Expression]
  /// Those with one: `id: 'cb1'`.
  package let options: [Option]
}
