import Diagnostics
import Model
import Testing
import Values

@testable import Planning

/// What servers do of their own accord: lists they add to, attributes that follow others, objects that
/// are theirs.
struct ServerHabitTests {
  private static let part = Kind(
    "test.part",
    collection: "parts",
    summary: "A part.",
    page: "",
    identity: .attribute("title"),
    schema: [
      "title": Attribute(.text, "Its title.").required.read(from: "raw_title"),
      "label": Attribute(.text, "What follows the title.").read(from: "raw_label"),
      "note": Attribute(.text, "What does not."),
    ],
    endpoints: endpoints("part"),
    following: ["title": ["label"]],
    builtIn: Criterion("removable", is: false),
    mentionedAs: .id("part_*"),
    examples: []
  )

  private static let whole = Kind(
    "test.whole",
    collection: "wholes",
    summary: "A list of parts.",
    page: "",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "Its name.").required,
      "parts": Attribute(.list(.identifier(of: "test.part")), "Its parts.")
        .sentAsNumber.padded(with: "test.part", where: Criterion("removable", is: false)),
      "note": Attribute(.text, "A note."),
    ],
    endpoints: endpoints("whole"),
    examples: []
  )

  private static func endpoints(_ name: String) -> Endpoints {
    Endpoints("/\(name)s", one: name, many: "\(name)s", paging: .cursor(sort: nil), update: .put)
  }

  private func resource(_ kind: Kind, _ name: String, _ attributes: Members) -> Resource {
    Resource(
      address: kind.address(name),
      kind: kind,
      attributes: attributes,
      range: SourceRange(startOf: SourceText(name: "spec.yaml", text: "\n"))
    )
  }

  private func plan(_ resources: [Resource], _ live: [String: [Members]]) throws -> Plan {
    try Planner.plan(
      PlanningInput(
        environment: "test",
        targets: [:],
        resources: resources,
        live: live.mapValues { objects in
          objects.map { RemoteObject(id: $0["id"]?.scalarText ?? "", attributes: $0) }
        },
        baselines: [:]
      )
    )
  }

  private static let parts: [Members] = [
    ["id": 1, "title": "Subject", "removable": false], ["id": 7, "title": "A", "removable": true],
    ["id": 8, "title": "B", "removable": true],
  ]

  @Test(
    arguments: [
      (["7", "8"], [1, 7, 8], true), (["7", "8"], [7, 1, 8], true), (["7", "8"], [7, 8], true),
      (["7", "1", "8"], [7, 1, 8], true), (["7", "8"], [8, 1, 7], false),
      (["7"], [1, 7, 8], false),
      (["7", "8"], [1, 7], false), (["7", "1", "8"], [1, 7, 8], false), ([], [1], true),
    ] as [([String], [Int], Bool)]
  )
  func `what the server adds to a list is no difference, the order of the rest is one`(
    wanted: [String],
    live: [Int],
    isAlike: Bool
  ) throws {
    let list = resource(
      Self.whole,
      "w",
      ["name": "W", "parts": .list(wanted.map(Value.string))]
    )
    let object: Members = ["id": 9, "name": "W", "parts": .list(live.map(Value.integer))]
    let plan = try plan([list], ["test.whole": [object], "test.part": Self.parts])
    #expect(plan.isEmpty == isAlike, "\(plan.changes)")
  }

  @Test(
    arguments: [
      (["7", "8"], [1, 7], ["1", "7", "8"]), (["7", "8"], [7, 1], ["7", "1", "8"]),
      (["8", "1"], [1, 7], ["8", "1"]), ([], [7, 1], ["1"]),
    ] as [([String], [Int], [String])]
  )
  func `what the server added to a list is sent back, so that it stays`(
    wanted: [String],
    live: [Int],
    sent: [String]
  ) throws {
    let list = resource(
      Self.whole,
      "w",
      ["name": "W", "parts": .list(wanted.map(Value.string))]
    )
    let object: Members = ["id": 9, "name": "W", "parts": .list(live.map(Value.integer))]
    let plan = try plan([list], ["test.whole": [object], "test.part": Self.parts])
    let body = try #require(plan.changes.first?.body["parts"]?.items)
    #expect(body.compactMap(\.scalarText) == sent)
  }

  @Test func `an answer that adds to a list confirms it all the same`() throws {
    let list = resource(Self.whole, "w", ["name": "W", "parts": ["7", "8"]])
    let change = try #require(try plan([list], ["test.part": Self.parts]).changes.first)
    func contradictions(_ ids: [Int]) -> [String] {
      let answered: Members = ["name": "W", "parts": .list(ids.map(Value.integer))]
      return Confirmation.contradictions(
        in: RemoteObject(id: "9", attributes: answered),
        to: change,
        Self.whole,
        symbols: Symbols()
      )
    }
    #expect(contradictions([1, 7, 8]) == [])
    #expect(contradictions([1, 8, 7]) == [])
    #expect(contradictions([7]) == ["parts"])
    #expect(Self.whole.schema["parts"]?.wireForm(of: ["7", "x"]) == [7, "x"])
  }

  @Test func `what follows another attribute is sent with it if the spec has it`() throws {
    let live: Members = [
      "id": 7, "title": "A", "raw_title": "A", "label": "A", "raw_label": "A", "removable": true,
    ]
    let both = resource(Self.part, "a", ["title": "B", "label": "A", "note": .null])
    var matched = both
    matched.match = .identity("A")
    let plan = try plan([matched], ["test.part": [live]])
    #expect(plan.changes.map(\.body) == [["title": "B", "label": "A"]])
    var alone = resource(Self.part, "a", ["title": "B"])
    alone.match = .identity("A")
    #expect(try self.plan([alone], ["test.part": [live]]).changes.map(\.body) == [["title": "B"]])
    // The live value that goes along is the template and not what it renders to.
    matched.ignored = ["label"]
    let template = live.merging(["label": "Rendered", "raw_label": "{{dc.label}}"])
    #expect(
      try self.plan([matched], ["test.part": [template]]).changes.map(\.body) == [
        ["title": "B", "label": "{{dc.label}}"]
      ]
    )
  }

  @Test func `what the vendor made is not changed, and may be what is wanted`() throws {
    let same = resource(Self.part, "s", ["title": "Subject"])
    #expect(try plan([same], ["test.part": Self.parts]).refusals == [])
    let other = resource(Self.part, "s", ["title": "Subject", "note": "x"])
    #expect(
      try plan([other], ["test.part": Self.parts]).refusals.map(\.cause) == [.builtIn]
    )
    var gone = same
    gone.isAbsent = true
    #expect(try plan([gone], ["test.part": Self.parts]).refusals.map(\.cause) == [.builtIn])
  }

  @Test func `an object goes after what mentions it by a text with its id in it`() throws {
    var gone = resource(Self.part, "a", ["title": "A"])
    gone.isAbsent = true
    let user = resource(Self.whole, "w", ["name": "W", "note": .null])
    let object: Members = ["id": 9, "name": "W", "note": "part_7"]
    let plan = try plan([gone, user], ["test.whole": [object], "test.part": Self.parts])
    #expect(plan.changes.map(\.address.name) == ["w", "a"])
    #expect(plan.changes.last?.dependencies == [user.address])
  }

  @Test func `a text with an id in it waits for the id and equals what is live`() throws {
    let part = resource(Self.part, "new", ["title": "New"])
    let piece = FormatPiece.reference(Reference(to: "test.parts.new"))
    let user = resource(Self.whole, "w", ["name": "W", "note": .format([.text("part_"), piece])])
    let fresh = try plan([user, part], ["test.part": Self.parts])
    #expect(fresh.changes.map(\.address.name) == ["new", "w"])
    #expect(fresh.changes.last?.dependencies == [part.address])
    let live: [Members] = [["id": 5, "title": "New", "removable": true]]
    let object: Members = ["id": 9, "name": "W", "note": "part_5"]
    #expect(try plan([user, part], ["test.whole": [object], "test.part": live]).isEmpty)
    let wrong = object.merging(["note": "part_6"])
    let change = try plan([user, part], ["test.whole": [wrong], "test.part": live]).changes[0]
    #expect(
      change.attributes == [
        AttributeChange(
          path: "note",
          before: "part_6",
          after: .format([.text("part_"), piece])
        )
      ]
    )
  }
}
