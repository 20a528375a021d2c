import Diagnostics
import Model
import Testing
import Values

@testable import Planning

/// Objects that are found and compared, and never written.
struct ExternalTests {
  private static let kind = Kind(
    "test.thing",
    collection: "things",
    summary: "A thing.",
    page: "",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "Its name.").required.trimmed,
      "note": Attribute(.text, "A note."),
      "other": Attribute(.identifier(of: "test.thing"), "Another thing."),
    ],
    endpoints: Endpoints(
      "/things",
      one: "thing",
      many: "things",
      paging: .cursor(sort: nil),
      update: .put
    ),
    examples: []
  )

  private func resource(_ name: String, _ attributes: Members, _ mode: Mode = .external) -> Resource
  {
    var resource = Resource(
      address: Self.kind.address(name),
      kind: Self.kind,
      attributes: attributes,
      range: SourceRange(startOf: SourceText(name: "spec.yaml", text: "\n"))
    )
    resource.mode = mode
    return resource
  }

  private func plan(
    _ resources: [Resource],
    _ live: [(String, Members)],
    baselines: [Address: Baseline] = [:],
    only: [String] = []
  ) throws -> Plan {
    var options = PlanningOptions()
    options.selection = Selection(only: only)
    return try Planner.plan(
      PlanningInput(
        environment: "test",
        targets: [:],
        resources: resources,
        live: ["test.thing": live.map { RemoteObject(id: $0.0, attributes: $0.1) }],
        baselines: baselines,
        options: options
      )
    )
  }

  private func codes(
    _ resources: [Resource],
    _ live: [(String, Members)],
    only: [String] = []
  ) throws -> [String] {
    do throws(any Error) {
      _ = try plan(resources, live, only: only)
      return []
    } catch let error as PlanningFailure {
      guard case .undecidable(let problems) = error else { throw error }
      return problems.map(\.code)
    }
  }

  @Test func `it is not written, whatever differs, and the difference is told`() throws {
    let plan = try plan([resource("a", ["name": "A", "note": "x"])], [("1", ["name": "A"])])
    #expect(plan.isEmpty)
    #expect(plan.ids == [Self.kind.address("a"): "1"])
    #expect(
      plan.drift.map(\.change) == [
        .changed([AttributeChange(path: "note", before: nil, after: "x")])
      ]
    )
    #expect(plan.drift.map(\.isExternal) == [true])
  }

  @Test func `it is neither adopted nor kept in the lock`() throws {
    let thing = resource("a", ["name": "A"])
    let before = Baseline(kind: "test.thing", id: "1", digests: ["name": Digest(of: "B")])
    let plan = try plan([thing], [("1", ["name": "A"])], baselines: [thing.address: before])
    #expect(plan.unchanged.map(\.address) == [thing.address])
    #expect(plan.unchanged.allSatisfy { $0.object == nil && !$0.adopts })
    #expect(plan.drift == [])
  }

  @Test func `the lock's old id is not what it is found by`() throws {
    let thing = resource("a", ["name": "A"])
    let lock = [thing.address: Baseline(kind: "test.thing", id: "2", digests: [:])]
    let plan = try plan([thing], [("1", ["name": "A"]), ("2", ["name": "B"])], baselines: lock)
    #expect(plan.ids == [thing.address: "1"])
  }

  @Test func `it must exist, and be one`() throws {
    let thing = resource("a", ["name": "A"])
    #expect(try codes([thing], []) == ["missing-external"])
    #expect(try codes([thing], [("1", ["name": "A"])]) == [])
    #expect(
      try codes([thing], [("1", ["name": "A"]), ("2", ["name": "A"])]) == ["ambiguous-identity"]
    )
    var matched = thing
    matched.match = .id("9")
    #expect(try codes([matched], [("1", ["name": "A"])]) == ["missing-external"])
    matched.match = .id("2")
    #expect(try codes([matched], [("1", ["name": "A"]), ("2", ["name": "A"])]) == [])
  }

  @Test func `a missing one matters only to those who need it`() throws {
    let missing = resource("missing", ["name": "A"])
    let user = resource(
      "user",
      ["name": "B", "other": .reference(Reference(to: "test.things.missing"))],
      .managed
    )
    let loner = resource("loner", ["name": "C"], .managed)
    let all = [missing, user, loner]
    #expect(try codes(all, [], only: ["test.things.loner"]) == [])
    #expect(try codes(all, [], only: ["test.things.user"]) == ["missing-external"])
  }

  @Test func `an object that another resource holds is not somebody else's`() throws {
    var mine = resource("mine", ["name": "B"], .managed)
    mine.match = .id("1")
    #expect(
      try codes([mine, resource("a", ["name": "A"])], [("1", ["name": "A"])]) == ["shared-object"]
    )
  }
}
