import Diagnostics
import Model
import Testing
import Values

@testable import Scenarios

/// Which ticket is meant, and which comment.
struct TicketMatchingTests {
  private static func entry(_ number: Int, _ type: String, _ details: Members) throws -> Entry {
    let head: Members = [
      "number": .integer(number), "type": .string(type), "system": "zendesk", "cause": 1,
    ]
    return try #require(Entry(.object(head.merging(details))))
  }

  private static func comment(_ body: String, by author: Int = 5, isPublic: Bool = true) -> Value {
    ["body": .string(body), "public": .boolean(isPublic), "author": ["id": .integer(author)]]
  }

  /// The verdicts on the expectations of a step, with the numbers of what nobody expected.
  private func match(
    _ expectations: String,
    _ entries: [Entry],
    named: [String: String] = [:]
  ) throws -> (verdicts: [Bool], unexpected: [Int], cast: Cast) {
    let steps = "  - wait: 1 day\n    expect: [\(expectations)]"
    let step = try #require(MarkedScenario.steps(steps).read().scenario?.steps.first)
    let observation = Observation(
      entries: entries,
      history: entries,
      tickets: [
        ["id": 1, "subject": "One", "requester_id": 5, "tags": ["b", "a"], "assignee_id": 9],
        [
          "id": 2, "subject": "Two", "requester_id": 6,
          "custom_fields": [["id": 70, "value": "red"]],
        ],
      ],
      users: [["id": 5, "name": "Ann Lee", "user_fields": ["braze_external_id": "ann-1"]]],
      profiles: []
    )
    let colour = try #require(Address("zendesk.ticket_fields.colour"))
    var cast = Cast(ids: [colour: "70"])
    cast.agents["max"] = 9
    cast.tickets = named
    var matcher = Matcher(observation, cast)
    matcher.match(step)
    let verdicts = step.expectations.indices.map { matcher.verdicts[$0]?.isMet ?? false }
    return (verdicts, matcher.unexpected.map(\.number), matcher.cast)
  }

  @Test func `a new name goes to the new ticket that fits`() throws {
    let entries = [
      try Self.entry(1, "ticket_created", ["ticket": 1]),
      try Self.entry(2, "ticket_created", ["ticket": 2]),
    ]
    let (verdicts, unexpected, cast) = try match(
      "ticket: {name: b, subject: Two}, ticket: {name: a}",
      entries
    )
    #expect(verdicts == [true, true])
    #expect(unexpected == [])
    #expect(cast.tickets == ["a": "1", "b": "2"])
  }

  @Test func `a ticket that nobody made is missed`() throws {
    let (verdicts, _, cast) = try match("ticket: {name: a}", [])
    #expect(verdicts == [false])
    #expect(cast.tickets.isEmpty)
  }

  @Test(arguments: [
    ("tags: [a, b]", true), ("tags: [a]", true), ("tags: [c]", false), ("assignee: max", true),
    ("assignee: null", false), ("requester: {name: Ann Lee}", true),
    ("requester: {user_fields: {braze_external_id: ann-1}}", true),
    ("requester: {name: Ben}", false), ("group: null", true), ("group: support", false),
    ("subject: One, type: null", true), ("subject: Two", false),
  ])
  func `values are held against the ticket`(values: String, holds: Bool) throws {
    let found = try match("ticket: {name: a, \(values)}", [], named: ["a": "1"])
    #expect(found.verdicts == [holds])
  }

  @Test func `custom fields go by their names in the spec`() throws {
    let found = try match(
      "ticket: {name: a, custom_fields: {colour: red}}",
      [],
      named: ["a": "2"]
    )
    #expect(found.verdicts == [true])
  }

  @Test func `two comments that are expected mean two comments`() throws {
    let entries = [
      try Self.entry(2, "ticket_updated", ["ticket": 1, "comment": Self.comment("Hi")]),
      try Self.entry(3, "ticket_updated", ["ticket": 1, "comment": Self.comment("Hi", by: 9)]),
    ]
    let both = """
      ticket: {name: a, comment: {text: Hi}}, ticket: {name: a, comment: {text: Hi, author: requester}}
      """
    let found = try match(both, entries, named: ["a": "1"])
    #expect(found.verdicts == [true, true])
    #expect(found.unexpected == [])
    let one = try match(both, [entries[0]], named: ["a": "1"])
    #expect(one.verdicts == [true, false])
  }

  @Test func `a comment nobody expected is not accounted for by its ticket`() throws {
    let entries = [
      try Self.entry(2, "ticket_updated", ["ticket": 1, "comment": Self.comment("Hi")]),
      try Self.entry(3, "ticket_updated", ["ticket": 1, "comment": .null]),
      try Self.entry(4, "trigger_fired", ["ticket": 1, "changes": [["field": "status"]]]),
    ]
    let found = try match("ticket: {name: a}", entries, named: ["a": "1"])
    #expect(found.verdicts == [true])
    #expect(found.unexpected == [2])
    let with = try match("ticket: {name: a, comment: {text: Hi}}", entries, named: ["a": "1"])
    #expect(with.unexpected == [])
  }

  @Test(arguments: [
    ("text: Hi, public: true, author: requester", true), ("public: false", false),
    ("author: max", false), ("contains: H", true), ("text: Ho", false),
  ])
  func `a comment is held against text, sort and author`(comment: String, holds: Bool) throws {
    let entries = [
      try Self.entry(2, "ticket_updated", ["ticket": 1, "comment": Self.comment("Hi")])
    ]
    let found = try match(
      "ticket: {name: a, comment: {\(comment)}}",
      entries,
      named: ["a": "1"]
    )
    #expect(found.verdicts == [holds])
  }
}
