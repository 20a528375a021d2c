import Braze
import Diagnostics
import Model
import Spec
import Testing
import Zendesk

@testable import Lints

/// A spec, in which `⟦` marks the places that diagnostics must point to.
struct LintedSpec {
  private let text: String
  private let files: [String: String]
  private let kinds: [Kind]
  /// The line on which the sections begin.
  let firstLine: Int

  /// The spec with these sections, beside the version, an environment and a variable, unless it
  /// declares others itself.
  init(
    _ sections: String,
    files: [String: String] = [:],
    kinds: [Kind] = ZendeskKinds.all + BrazeKinds.all
  ) {
    var head = ["version: 1"]
    if !sections.contains("environments:") {
      head.append("environments: {local: {emulator: store}}")
    }
    if !sections.contains("variables:") {
      head.append("variables: {text: \"{{ticket.requester.custom_fields.levle}}\"}")
    }
    text = head.joined(separator: "\n") + "\n" + sections + "\n"
    self.files = files
    self.kinds = kinds
    firstLine = head.count + 1
  }

  /// The places marked, in reading order.
  var marks: [String] {
    var marks: [String] = []
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      if scalar == "⟦" {
        marks.append("\(line):\(column)")
      } else {
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
    }
    return marks
  }

  /// What the lints say, of a spec that is in order otherwise.
  func diagnostics() throws -> [Diagnostic] {
    let (spec, desired) = try resolved()
    return Linter.diagnostics(of: desired, in: spec).inReadingOrder
  }

  /// What the spec wants of its first environment.
  func desired() throws -> DesiredState { try resolved().desired }

  private func resolved() throws -> (spec: Specification, desired: DesiredState) {
    let bare = String(text.unicodeScalars.filter { $0 != "⟦" })
    let files = files
    let (specification, problems) = Specification.read(
      [SpecFile(name: "deploy/integration.yaml", bytes: Array(bare.utf8))],
      options: SpecOptions(kinds: kinds) { path, _ in
        files[path].map(FileContent.text) ?? .missing
      }
    )
    #expect(problems == [])
    let spec = try #require(specification)
    let name = try #require(spec.environments.first).name.description
    let found = spec.resolve(environment: name, variables: [:], secrets: .unread)
    #expect(!found.diagnostics.hasErrors, "\(found.diagnostics.map(\.detail))")
    return (spec, try #require(found.desired))
  }

  /// The place and the code of `diagnostic`.
  static func placed(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
    return "\(place) \(diagnostic.code)"
  }
}
