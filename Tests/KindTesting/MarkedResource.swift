package import Diagnostics
package import Model
internal import Spec
package import Testing

/// A resource in YAML, in which `⟦` marks the places that diagnostics must point to.
package struct MarkedResource: CustomTestStringConvertible, Sendable {
  package let testDescription: String
  /// `CODE` for an error, `CODE?` for a warning, one for each mark.
  package let codes: [String]
  /// What one of the messages must say.
  package let words: String
  private let spec: String
  private let kinds: [Kind]

  package init(
    _ title: String,
    found codes: [String] = [],
    saying words: String = "",
    of kinds: [Kind],
    in section: String,
    name: String = "thing",
    _ text: String
  ) {
    testDescription = title
    self.codes = codes
    self.words = words
    self.kinds = kinds
    let indented = text.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
    spec = """
      version: 1
      environments: {local: {emulator: store}, other: {emulator: store2}}
      variables: {word: changed_to, channel: mail}
      \(kinds.first?.system ?? ""):
        \(section):
          \(name):
      \(indented)

      """
  }

  /// What is found, where the spec is otherwise in order.
  package func diagnose() -> (diagnostics: [Diagnostic], isUsable: Bool) {
    let bare = String(spec.unicodeScalars.filter { $0 != "⟦" })
    let (specification, problems) = Specification.read(
      [SpecFile(name: "a.yaml", bytes: Array(bare.utf8))],
      options: SpecOptions(kinds: kinds) { _, _ in .missing }
    )
    let found = specification?.resolve(environment: "local", variables: [:], secrets: .unread)
    return (problems + (found?.diagnostics ?? []), found?.desired != nil)
  }

  /// Holds what is found against the marks.
  package func check(at location: SourceLocation = #_sourceLocation) {
    let (found, isUsable) = diagnose()
    let expected = zip(marks, codes).map { "\($0) \($1)" }
    #expect(marks.count == codes.count, sourceLocation: location)
    let actual = found.map { diagnostic in
      let place = diagnostic.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
      return "\(place) \(diagnostic.code)\(diagnostic.isError ? "" : "?")"
    }
    #expect(actual == expected, "\(found.map(\.detail))", sourceLocation: location)
    #expect(
      words.isEmpty || found.contains { $0.detail.contains(words) },
      "\(found.map(\.detail))",
      sourceLocation: location
    )
    #expect(isUsable == codes.allSatisfy { $0.hasSuffix("?") }, sourceLocation: location)
  }

  private var marks: [String] {
    var marks: [String] = []
    var (line, column) = (1, 1)
    for scalar in spec.unicodeScalars {
      if scalar == "⟦" {
        marks.append("\(line):\(column)")
      } else {
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
    }
    return marks
  }
}
