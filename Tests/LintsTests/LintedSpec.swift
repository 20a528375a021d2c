import Diagnostics
import Spec
import Testing
import Zendesk

@testable import Lints

/// The Zendesk section of a spec, in which `⟦` marks the places that diagnostics must point to.
struct LintedSpec {
  private let text: String
  private let files: [String: String]

  init(_ section: String, files: [String: String] = [:]) {
    let indented = section.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    text = """
      version: 1
      environments: {local: {emulator: store}}
      variables: {text: "{{ticket.requester.custom_fields.levle}}"}
      zendesk:
      \(indented)

      """
    self.files = files
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
    let bare = String(text.unicodeScalars.filter { $0 != "⟦" })
    let files = files
    let (specification, problems) = Specification.read(
      [SpecFile(name: "deploy/integration.yaml", bytes: Array(bare.utf8))],
      options: SpecOptions(kinds: ZendeskKinds.all) { path, _ in
        files[path].map(FileContent.text) ?? .missing
      }
    )
    #expect(problems == [])
    let spec = try #require(specification)
    let found = spec.resolve(environment: "local", variables: [:], secrets: .unread)
    #expect(!found.diagnostics.hasErrors, "\(found.diagnostics.map(\.detail))")
    let desired = try #require(found.desired)
    return Linter.diagnostics(of: desired, in: spec).inReadingOrder
  }

  /// The place and the code of `diagnostic`.
  static func placed(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
    return "\(place) \(diagnostic.code)"
  }
}
