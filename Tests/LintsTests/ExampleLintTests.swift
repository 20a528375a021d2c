import Braze
import Diagnostics
import Platform
import Spec
import Testing
import Zendesk

@testable import Lints

/// The example that comes with the program gives lints nothing to say.
struct ExampleLintTests {
  @Test(arguments: ["local", "served", "production"])
  func `the example is in order in every environment`(_ environment: String) throws {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let name = "integration.yaml.example"
    let bytes = try #require(try FileText.read(root + "/" + name, limitBytes: 1 << 20))
    let (specification, problems) = Specification.read(
      [SpecFile(name: name, bytes: bytes)],
      options: SpecOptions(kinds: ZendeskKinds.all + BrazeKinds.all) { _, _ in .missing }
    )
    #expect(problems == [])
    let spec = try #require(specification)
    let found = spec.resolve(environment: environment, variables: [:], secrets: .unread)
    let desired = try #require(found.desired)
    let said = Linter.diagnostics(of: desired, in: spec)
    #expect(said.map { "\(LintedSpec.placed($0)): \($0.detail)" } == [])
  }
}
