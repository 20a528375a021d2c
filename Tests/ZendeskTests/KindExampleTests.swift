import KindTesting
import Model
import Planning
import Testing
import Values

@testable import Zendesk

/// The worked examples of every kind are what happens.
struct KindExampleTests {
  static let cases = KindExample.all(of: ZendeskKinds.all)

  @Test(arguments: cases)
  func `the spec becomes the request`(_ test: KindExample) throws {
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
  func `the object as the API lists it is what the spec wants`(_ test: KindExample) throws {
    let answer = try #require(test.example.live)
    let live = try #require(try Value(json: answer).members)
    let id = try #require(live["id"]?.scalarText)
    let plan = try plan(test, live: [RemoteObject(id: id, attributes: live)])
    #expect(plan.changes == [])
    #expect(plan.unchanged.count == 1)
  }

  private func plan(_ test: KindExample, live: [RemoteObject]) throws -> Plan {
    try Planner.plan(
      PlanningInput(
        environment: "local",
        targets: [:],
        resources: [try test.resource(among: ZendeskKinds.all)],
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
