import Diagnostics
import Model
import Testing
import Values

@testable import Planning

struct PlannerTests {
  private static let kind = Kind(
    "test.thing",
    collection: "things",
    summary: "A thing.",
    page: "",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "Its name.").required.trimmed,
      "note": Attribute(.text, "A note."),
      "flag": Attribute(.boolean, "A flag."),
      "other": Attribute(.identifier(of: "test.thing"), "Another thing."),
      "first": Attribute(.text, "One of two that go together."),
      "second": Attribute(.text, "The other of two that go together."),
      "headers": Attribute(.map(.text), "A map.").mergedOnUpdate,
      "sort": Attribute(.text, "What can never change.").immutable,
    ],
    endpoints: Endpoints(
      "/things",
      one: "thing",
      many: "things",
      paging: .cursor(sort: nil),
      update: .put
    ),
    together: [["first", "second"]],
    examples: []
  )

  private static let source = SourceText(name: "spec.yaml", text: "\n")

  private func resource(_ name: String, _ attributes: Members) -> Resource {
    Resource(
      address: Self.kind.address(name),
      kind: Self.kind,
      attributes: attributes,
      range: SourceRange(startOf: Self.source)
    )
  }

  private func object(_ id: String, _ attributes: Members) -> RemoteObject {
    RemoteObject(id: id, attributes: attributes)
  }

  private func plan(
    _ resources: [Resource],
    _ live: [RemoteObject] = [],
    baselines: [Address: Baseline] = [:],
    options: PlanningOptions = PlanningOptions()
  ) throws -> Plan {
    try Planner.plan(
      PlanningInput(
        environment: "test",
        targets: [:],
        resources: resources,
        live: ["test.thing": live],
        baselines: baselines,
        options: options
      )
    )
  }

  private static let alike: [(desired: Members, live: Members)] = [
    (["note": ""], [:]), (["note": .null], ["note": ""]), (["note": ""], ["note": .null]),
    (["note": "5"], ["note": 5]), (["note": "true"], ["note": true]), (["name": " A "], [:]),
    (["headers": [:]], [:]), (["headers": .null], ["headers": [:]]),
    (["headers": ["a": "1", "b": "2"]], ["headers": ["b": "2", "a": "1"]]),
    ([:], ["note": "left out is left alone"]),
  ]

  @Test(arguments: alike)
  func `what means the same is no difference`(_ desired: Members, _ live: Members) throws {
    let resource = resource("a", (["name": "A"] as Members).merging(desired))
    let object = object("1", (["name": "A"] as Members).merging(live))
    #expect(try plan([resource], [object]).changes == [])
  }

  @Test func `an update carries what differs, and what must go with it`() throws {
    let live = object("1", ["name": "A", "note": "x", "first": "1", "second": "2"])
    let change = try #require(
      try plan([resource("a", ["name": "A", "note": "y", "first": "9"])], [live]).changes.first
    )
    #expect(change.action == .update)
    #expect(change.attributes.map(\.path) == ["note", "first"])
    #expect(change.body == ["note": "y", "first": "9", "second": "2"])
  }

  @Test func `a member that goes from a merged map is sent as null`() throws {
    let live = object("1", ["name": "A", "headers": ["X": "1", "Y": "2"]])
    let plan = try plan([resource("a", ["name": "A", "headers": ["X": "1"]])], [live])
    #expect(plan.changes.first?.body == ["headers": ["X": "1", "Y": .null]])
  }

  @Test func `an ignored attribute is sent on create and never compared`() throws {
    var thing = resource("a", ["name": "A", "first": "1", "second": "2"])
    thing.ignored = ["second"]
    #expect(try plan([thing]).changes.first?.body["second"] == "2")
    let live = object("1", ["name": "A", "first": "0", "second": "theirs"])
    #expect(try plan([thing], [live]).changes.first?.body == ["first": "1", "second": "theirs"])
  }

  @Test func `what refers to a replaced object is told its new id`() throws {
    let one = resource("one", ["name": "A", "sort": "new"])
    let two = resource("two", ["name": "B", "other": .reference(Reference(to: "test.things.one"))])
    let live = [
      object("1", ["name": "A", "sort": "old"]), object("2", ["name": "B", "other": "1"]),
    ]
    let plan = try plan([two, one], live)
    #expect(plan.changes.map(\.action) == [.replace, .update])
    #expect(plan.changes.last?.dependencies == [one.address])
    #expect(plan.refusals.map(\.cause) == [.replacement])
    var options = PlanningOptions()
    options.allowedReplacements = [one.address]
    #expect(try self.plan([two, one], live, options: options).refusals == [])
    var protected = one
    protected.isProtected = true
    #expect(
      try self.plan([two, protected], live, options: options).refusals.map(\.cause) == [.protected]
    )
  }

  @Test func `an object goes after everything that mentioned it`() throws {
    var doomed = resource("doomed", ["name": "A"])
    doomed.isAbsent = true
    let user = resource("user", ["name": "B", "other": .null])
    var gone = resource("gone", ["name": "C"])
    gone.isAbsent = true
    let live = [
      object("1", ["name": "A"]), object("2", ["name": "B", "other": "1"]),
      object("3", ["name": "C", "other": "1"]),
    ]
    let plan = try plan([doomed, user, gone], live)
    #expect(plan.changes.map(\.address.name) == ["user", "gone", "doomed"])
    #expect(plan.changes.last?.dependencies == [gone.address, user.address])
  }

  @Test func `the lock's id comes first, then match, then identity`() throws {
    let live = [object("1", ["name": "A"]), object("2", ["name": "B"]), object("3", ["name": "C"])]
    let thing = resource("a", ["name": "A"])
    let known = Baseline(kind: "test.thing", id: "2", digests: [:])
    #expect(try plan([thing], live, baselines: [thing.address: known]).ids == [thing.address: "2"])
    var matched = thing
    matched.match = .id("3")
    #expect(try plan([matched], live).ids == [thing.address: "3"])
    matched.match = .identity("B")
    #expect(try plan([matched], live).ids == [thing.address: "2"])
    #expect(try plan([thing], live).ids == [thing.address: "1"])
    // An object that another resource holds by the lock is not found by its name.
    let renamed = resource("b", ["name": "Other"])
    let lock = Baseline(kind: "test.thing", id: "1", digests: [:])
    let plan = try plan([renamed, thing], live, baselines: [renamed.address: lock])
    #expect(plan.changes.first { $0.address == thing.address }?.action == .create)
  }

  @Test func `two resources of one object, or two objects of one identity, cannot be decided`() {
    var one = resource("one", ["name": "A"])
    one.match = .id("1")
    var two = resource("two", ["name": "B"])
    two.match = .id("1")
    #expect(throws: PlanningFailure.self) { try plan([one, two], [object("1", ["name": "A"])]) }
    let twins = [object("1", ["name": "A"]), object("2", ["name": "A"])]
    #expect(throws: PlanningFailure.self) { try plan([resource("a", ["name": "A"])], twins) }
  }

  @Test func `drift is what somebody else changed, and not what the spec did`() throws {
    let thing = resource("a", ["name": "A", "note": "wanted", "flag": true])
    func baseline(note: String) -> [Address: Baseline] {
      [
        thing.address: Baseline(
          kind: "test.thing",
          id: "1",
          digests: [
            "name": Digest(of: "A"), "note": Digest(of: .string(note)), "flag": Digest(of: true),
          ]
        )
      ]
    }
    func drift(_ live: Members?, _ baselines: [Address: Baseline]) throws -> [String] {
      let objects = live.map { [object("1", $0)] } ?? []
      return try plan([thing], objects, baselines: baselines).drift.flatMap { drift in
        if case .changed(let changes) = drift.change { changes.map(\.path) } else { ["deleted"] }
      }
    }
    let theirs: Members = ["name": "A", "note": "theirs", "flag": true]
    let ours: Members = ["name": "A", "note": "wanted", "flag": true]
    #expect(try drift(theirs, baseline(note: "wanted")) == ["note"])
    #expect(try drift(theirs, baseline(note: "theirs")) == [])
    #expect(try drift(ours, baseline(note: "before")) == [])
    #expect(try drift(nil, baseline(note: "wanted")) == ["deleted"])
    #expect(try drift(theirs, [:]) == ["note"])
    #expect(try drift(ours, [:]) == [])
    #expect(try drift(nil, [:]) == ["deleted"])
    let elsewhere = [Self.kind.address("z"): Baseline(kind: "test.thing", id: "9", digests: [:])]
    #expect(try drift(nil, elsewhere) == [])
  }
}
