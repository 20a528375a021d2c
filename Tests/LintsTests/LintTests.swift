import Diagnostics
import Spec
import Testing
import Zendesk

@testable import Lints

/// Every lint against its own examples.
struct LintTests {
  struct Case: CustomTestStringConvertible {
    let lint: Lint
    let spec: String
    let isPassing: Bool
    var testDescription: String { "\(lint.code) \(isPassing ? "passes" : "fails"): \(spec)" }
  }

  static let cases = Linter.lints.flatMap { lint in
    lint.passing.map { Case(lint: lint, spec: $0, isPassing: true) }
      + lint.failing.map { Case(lint: lint, spec: $0, isPassing: false) }
  }

  @Test(arguments: cases)
  func `a lint's examples are what it says`(_ test: Case) throws {
    let spec = LintedSpec(test.spec)
    #expect(spec.marks.isEmpty == test.isPassing)
    let expected = spec.marks.map { "\($0) \(test.lint.code)" }
    let found = try spec.diagnostics()
    #expect(found.map(LintedSpec.placed) == expected, "\(found.map(\.detail))")
    #expect(found.allSatisfy { $0.severity == test.lint.severity })
  }

  @Test func `every lint has examples of both sorts and a code of its own`() {
    for lint in Linter.lints {
      #expect(!lint.passing.isEmpty && !lint.failing.isEmpty, "\(lint.code)")
    }
    #expect(Set(Linter.lints.map(\.code)).count == Linter.lints.count)
  }

  @Test func `what a file holds is blamed at its place in the file`() throws {
    let spec = LintedSpec(
      ZendeskExample.call("!file body.json"),
      files: ["body.json": "{\n  \"a\": \"é\", b: 1\n}\n"]
    )
    let found = try spec.diagnostics()
    #expect(found.map { $0.range?.place.description } == ["deploy/body.json:2:13"])
  }

  @Test func `a close name is suggested, and none where all is left to others`() throws {
    let rule = """
      zendesk:
        triggers:
          rule:
            title: A
            conditions: {all: [{field: requester.custom_fields.levle, operator: is, value: a}]}
            actions: [{field: status, value: open}]
      """
    let found = try LintedSpec(rule + "\n  user_fields: {level: {title: Level}}").diagnostics()
    #expect(found.first?.detail.contains("Did you mean \"level\"?") == true)
    #expect(try LintedSpec(rule).diagnostics() == [])
  }
}
