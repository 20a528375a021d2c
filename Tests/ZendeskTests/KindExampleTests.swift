import Diagnostics
import Model
import Planning
import Spec
import Testing
import Values

@testable import Zendesk

/// The worked examples of every kind are what happens.
struct KindExampleTests {
  struct Case: CustomTestStringConvertible {
    let kind: Kind
    let example: Kind.Example
    var testDescription: String { "\(kind.name): \(example.title)" }
  }

  static let cases = ZendeskKinds.all.flatMap { kind in
    kind.examples.map { Case(kind: kind, example: $0) }
  }

  @Test(arguments: cases)
  func `the spec becomes the request`(_ test: Case) throws {
    let change = try #require(try plan(test, live: []).changes.first)
    #expect(change.action == .create)
    var written = Members()
    for (name, value) in change.body {
      written[name] = test.kind.schema[name]?.wireForm(of: Self.masked(value))
    }
    let request = try #require(test.example.request)
    #expect(.object(written) == (try Value(json: request)))
  }

  @Test(arguments: cases)
  func `the object as the API lists it is what the spec wants`(_ test: Case) throws {
    let answer = try #require(test.example.live)
    let live = try #require(try Value(json: answer).members)
    let id = try #require(live["id"]?.scalarText)
    let plan = try plan(test, live: [RemoteObject(id: id, attributes: live)])
    #expect(plan.changes == [])
    #expect(plan.unchanged.count == 1)
  }

  private func plan(_ test: Case, live: [RemoteObject]) throws -> Plan {
    let spec = test.example.spec.split(separator: "\n").map { "      " + $0 }.joined(
      separator: "\n"
    )
    let text = """
      version: 1
      environments: {local: {emulator: store}}
      \(test.kind.system):
        \(test.kind.collection):
          \(test.example.name):
      \(spec)

      """
    let (specification, problems) = Specification.read(
      [SpecFile(name: "example.yaml", bytes: Array(text.utf8))],
      options: SpecOptions(kinds: ZendeskKinds.all) { _, _ in .missing }
    )
    #expect(problems.filter(\.isError) == [])
    let (desired, found) = try #require(specification).resolve(
      environment: "local",
      variables: [:],
      secrets: .unread
    )
    #expect(found == [])
    return try Planner.plan(
      PlanningInput(
        environment: "local",
        targets: [:],
        resources: try #require(desired).resources,
        live: [test.kind.name: live],
        baselines: [:]
      )
    )
  }

  private static func masked(_ value: Value) -> Value {
    value.replacingSymbols { symbol in
      if case .secret = symbol { .string("(secret)") } else { symbol }
    }
  }
}
