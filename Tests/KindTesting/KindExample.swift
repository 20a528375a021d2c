internal import Diagnostics
package import Model
internal import Spec
internal import Testing
internal import Values

/// A worked example of a kind, and the resource it comes to.
package struct KindExample: CustomTestStringConvertible, Sendable {
  package let kind: Kind
  package let example: Kind.Example
  package var testDescription: String { "\(kind.name): \(example.title)" }

  /// The examples of `kinds`.
  package static func all(of kinds: [Kind]) -> [KindExample] {
    kinds.flatMap { kind in kind.examples.map { KindExample(kind: kind, example: $0) } }
  }

  /// What the example's YAML is decoded and resolved to, every secret a dummy.
  ///
  /// - Parameter kinds: Every kind there is.
  package func resource(among kinds: [Kind]) throws -> Resource {
    let spec = example.spec.split(separator: "\n").map { "      " + $0 }.joined(
      separator: "\n"
    )
    let text = """
      version: 1
      environments: {local: {emulator: store}}
      \(kind.system):
        \(kind.collection):
          \(example.name):
      \(spec)

      """
    let (specification, problems) = Specification.read(
      [SpecFile(name: "example.yaml", bytes: Array(text.utf8))],
      options: SpecOptions(kinds: kinds) { _, _ in .missing }
    )
    #expect(problems.filter(\.isError) == [])
    let (desired, found) = try #require(specification).resolve(
      environment: "local",
      variables: [:],
      secrets: .process { _ in nil }
    )
    #expect(found == [])
    return try #require(desired?.resources.first)
  }
}
