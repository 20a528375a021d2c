import Diagnostics
import Model
import Testing
import Values

@testable import Planning

/// What only a person can make: the plan says what is to be done, and what waits for it.
struct ByHandTests {
  @Test func `what is missing is a person's to make, and what needs its id waits`() throws {
    let plan = try plan([letter, rule], [:])
    #expect(
      plan.changes.map(\.summary) == [
        "manual letters.a (does not exist): name, text, sent",
        "waiting rules.r (needs an id that there is not yet): name, letter",
      ]
    )
    #expect(plan.changes.last?.waitsFor == [letter.address])
    #expect(!plan.isExecuted)
    #expect(plan.drift.map(\.address) == [rule.address])
  }

  @Test func `what needs something that waits waits as well, unless it has an id`() throws {
    let second = resource(
      Self.rule,
      "s",
      ["name": "S", "next": .reference(Reference(to: "test.rules.r"))]
    )
    let plan = try plan([second, letter, rule], [:])
    #expect(plan.changes.map(\.address.name) == ["a", "r", "s"])
    #expect(plan.changes.last?.waitsFor == [rule.address])
    let there = try self.plan([second, letter, rule], ["rule": [("5", ["name": "R"])]])
    #expect(there.changes.map(\.action) == [.create, .manual, .waiting])
    #expect(there.changes.map(\.id) == [nil, nil, "5"])
  }

  @Test func `once it is there its id is written`() throws {
    let plan = try plan([letter, rule], ["letter": [("7", ["name": "A", "text": "t"])]])
    #expect(
      plan.changes.map(\.summary) == [
        "manual letters.a (is not attested): sent",
        "create rules.r (does not exist): name, letter",
      ]
    )
    #expect(plan.ids == [letter.address: "7"])
  }

  @Test func `what can be seen and was attested is nothing to do`() throws {
    let live = ["letter": [("7", ["name": "A", "text": "t"] as Members)]]
    let lock = [letter.address: attested(letter, id: "7")]
    #expect(try plan([letter], live, lock).changes == [])
    // Its attestation was for another account.
    var elsewhere = attested(letter, id: "7")
    elsewhere.attestation?.instance = "https://y.example"
    #expect(
      try plan([letter], live, [letter.address: elsewhere]).changes.map(\.reason)
        == [.neverAttested]
    )
    // Its attestation was for another object.
    let other = [letter.address: attested(letter, id: "6")]
    #expect(try plan([letter], live, other).changes.map(\.reason) == [.neverAttested])
  }

  @Test func `a change of the spec reopens what was attested`() throws {
    let live = ["letter": [("7", ["name": "A", "text": "t"] as Members)]]
    var before = letter
    before = resource(Self.letter, "a", ["name": "A", "text": "t", "sent": "never"])
    let plan = try plan([letter], live, [letter.address: attested(before, id: "7")])
    #expect(
      plan.changes.map(\.summary) == ["manual letters.a (changed since it was attested): sent"]
    )
    #expect(plan.drift == [])
  }

  @Test func `an edit by hand is drift at its attribute, and manual`() throws {
    let edited = ["letter": [("7", ["name": "A", "text": "u"] as Members)]]
    let lock = [letter.address: attested(letter, id: "7", seen: ["name": "A", "text": "t"])]
    let plan = try plan([letter], edited, lock)
    #expect(plan.changes.map(\.summary) == ["manual letters.a (differs): text"])
    #expect(
      plan.drift.map(\.change) == [
        .changed([AttributeChange(path: "text", before: "u", after: "t")])
      ]
    )
    // The spec moved on, and nobody did it yet.
    let never = [letter.address: attested(letter, id: "7", seen: ["name": "A", "text": "u"])]
    let pending = try self.plan([letter], edited, never)
    #expect(pending.changes.map(\.action) == [.manual])
    #expect(pending.drift == [])
  }

  @Test func `one that is gone is drift, and to be made again`() throws {
    let lock = [letter.address: attested(letter, id: "7")]
    let plan = try plan([letter], [:], lock)
    #expect(plan.changes.map(\.reason) == [.deletedElsewhere])
    #expect(plan.drift.map(\.change) == [.deleted])
  }

  @Test func `one that comes by itself is waited for`() throws {
    let trait = resource(Self.trait, "t", ["name": "t"])
    #expect(
      try plan([trait], [:]).changes.map(\.summary) == ["waiting traits.t (is not there yet): name"]
    )
    #expect(try plan([trait], ["trait": [("t", ["name": "t"])]]).changes == [])
  }

  @Test func `what no API reads is open until it is attested`() throws {
    let word = resource(Self.word, "w", ["name": "W", "reply": "r"])
    #expect(
      try plan([word], [:]).changes.map(\.summary) == [
        "manual words.w (is not attested): name, reply"
      ]
    )
    var lock = [word.address: attested(word, id: "")]
    #expect(try plan([word], [:], lock).changes == [])
    let changed = resource(Self.word, "w", ["name": "W", "reply": "s"])
    #expect(
      try plan([changed], [:], lock).changes.map(\.summary) == [
        "manual words.w (changed since it was attested): reply"
      ]
    )
    lock = [:]
    #expect(try plan([word], [:], lock).drift == [])
  }

  @Test func `a left-out one is waited for all the same`() throws {
    let plan = try plan([letter, rule], [:], only: ["test.rules.r"])
    #expect(plan.changes.map(\.action) == [.waiting])
  }

  @Test func `an API that deletes nothing leaves it to a person`() throws {
    var gone = resource(Self.block, "b", ["name": "B"])
    gone.isAbsent = true
    let live = ["block": [("3", ["name": "B"] as Members)]]
    #expect(
      try plan([gone], live).changes.map(\.summary) == ["manual blocks.b (is declared absent): "]
    )
    let renamed = resource(Self.block, "b", ["name": "C"])
    let lock = [renamed.address: Baseline(kind: "test.block", id: "3", digests: [:])]
    #expect(
      try plan([renamed], live, lock).changes.map(\.summary) == [
        "manual blocks.b (an attribute differs that cannot be changed): name"
      ]
    )
  }

  @Test func `a secret that is read back is compared and never shown`() throws {
    let key = Value.secret(Secret(name: "KEY", content: "k1"))
    let post = resource(Self.post, "p", ["name": "P", "call": ["headers": ["A": key, "B": "b"]]])
    func changes(_ headers: Value) throws -> [AttributeChange] {
      try plan([post], ["post": [("1", ["name": "P", "call": ["headers": headers]])]])
        .changes.flatMap(\.attributes)
    }
    #expect(try changes(["A": "k1", "B": "b"]) == [])
    let wrong = try changes(["A": "k2", "B": "c", "C": "k3"])
    #expect(wrong.map(\.path) == ["call.headers.A", "call.headers.B", "call.headers.C"])
    let shown = wrong.map { "\($0.before?.json() ?? "none") \($0.after?.json() ?? "none")" }
    #expect(shown == [#""(secret)" "(secret)""#, #""c" "b""#, #""(secret)" none"#])
    let seen = Baseline(kind: "test.post", id: "1", digests: post.digests(of: ["call"], Symbols()))
    let drift = try plan(
      [post],
      ["post": [("1", ["name": "P", "call": ["headers": ["A": "k2", "B": "b"]]])]],
      [post.address: seen]
    ).drift
    #expect(drift.count == 1)
  }

  @Test func `what only the spec changed beside a secret is pending`() throws {
    let key = Value.secret(Secret(name: "KEY", content: "k1"))
    let call: (String) -> Members = { text in
      [
        "name": "P",
        "call": [
          "headers": ["A": key, "B": .string(text)],
          "to": .reference(Reference(to: "test.letters.a")),
        ],
      ]
    }
    let live = [
      "post": [
        ("1", ["name": "P", "call": ["headers": ["A": "k1", "B": "b"], "to": "7"]] as Members)
      ],
      "letter": [("7", ["name": "A", "text": "t"] as Members)],
    ]
    let before = resource(Self.post, "p", call("b"))
    let ids = Symbols(ids: [letter.address: "7"])
    let lock = [
      before.address: Baseline(
        kind: "test.post",
        id: "1",
        digests: before.digests(of: ["call"], ids)
      )
    ]
    let after = resource(Self.post, "p", call("c"))
    let plan = try plan([letter, after], live, lock)
    #expect(plan.drift == [])
    #expect(plan.changes.map(\.summary).last == "manual posts.p (differs): call.headers.B")
    // The same spec, and another header: somebody else did that.
    let edited = [
      "post": [
        ("1", ["name": "P", "call": ["headers": ["A": "k2", "B": "b"], "to": "7"]] as Members)
      ],
      "letter": [("7", ["name": "A", "text": "t"] as Members)],
    ]
    #expect(try self.plan([letter, before], edited, lock).drift.map(\.address) == [before.address])
  }

  @Test func `a plain text in a secret's place shows nothing of what it was`() throws {
    let post = resource(
      Self.post,
      "p",
      ["name": "P", "call": ["headers": ["A": "Bearer {{x}}", "B": "b"]]]
    )
    let live: Members = ["name": "P", "call": ["headers": ["A": "Bearer hush", "B": "c"]]]
    let changes = try plan([post], ["post": [("1", live)]]).changes.flatMap(\.attributes)
    #expect(changes.map { $0.before?.json() } == [#""(secret)""#, #""c""#])
    for odd: Value in ["A: Bearer hush", [["name": "A", "value": "Bearer hush"]]] {
      let live: Members = ["name": "P", "call": ["headers": odd]]
      let shown = try plan([post], ["post": [("1", live)]]).changes.flatMap(\.attributes)
      #expect(shown.map { $0.before?.json() } == [#""(secret)""#])
    }
  }

  @Test func `what was confirmed is what a reference meant`() throws {
    let other = resource(Self.word, "v", ["name": "V"])
    let word = resource(
      Self.word,
      "w",
      ["name": "W", "reply": .reference(Reference(to: "test.words.v"))]
    )
    func lock(_ resources: [Resource]) -> [Address: Baseline] {
      var baseline = Baseline(kind: "test.word", id: "", digests: [:])
      baseline.attestation = Attestation(
        digests: word.attestedDigests(Symbols(naming: resources)),
        environment: "test",
        instance: "https://x.example",
        date: "2026-01-01T00:00:00Z"
      )
      return [word.address: baseline]
    }
    let before = lock([word, other])
    #expect(try plan([word, other], [:], before).changes.map(\.address) == [other.address])
    let renamed = resource(Self.word, "v", ["name": "Other"])
    #expect(
      try plan([word, renamed], [:], before).changes.map(\.summary).contains(
        "manual words.w (changed since it was attested): reply"
      )
    )
  }
}

extension ByHandTests {
  private static let letter = kind(
    "letter",
    .verified,
    [
      "name": Attribute(.text, "Its name.").required, "text": Attribute(.text, "What it says."),
      "sent": Attribute(.text, "When.").attested,
    ]
  )
  private static let rule = kind(
    "rule",
    .managed,
    [
      "name": Attribute(.text, "Its name.").required,
      "letter": Attribute(.identifier(of: "test.letter"), "A letter."),
      "next": Attribute(.identifier(of: "test.rule"), "Another."),
    ]
  )
  private static let word = kind(
    "word",
    .attested,
    [
      "name": Attribute(.text, "Its name.").required.attested,
      "reply": Attribute(.text, "A reply.").attested,
    ]
  )
  private static let trait = kind(
    "trait",
    .verified,
    ["name": Attribute(.text, "Its name.").required],
    emergence: "it comes by itself"
  )
  private static let block = kind(
    "block",
    .managed,
    ["name": Attribute(.text, "Its name.").required.immutable],
    calls: Endpoints.Calls(id: "id", read: "/read", create: "/create", update: "/update")
  )
  private static let post = kind(
    "post",
    .verified,
    [
      "name": Attribute(.text, "Its name.").required,
      "call": Attribute(
        .object([
          "headers": Attribute(.map(.text), "Headers.").holdingSecrets(except: ["b"]),
          "to": Attribute(.identifier(of: "test.letter"), "A letter."),
        ]),
        "A call."
      ),
    ]
  )

  private static func kind(
    _ name: String,
    _ mode: Mode,
    _ schema: Schema,
    emergence: String? = nil,
    calls: Endpoints.Calls? = nil
  ) -> Kind {
    Kind(
      "test.\(name)",
      collection: "\(name)s",
      summary: "A thing.",
      page: "",
      identity: .attribute("name"),
      mode: mode,
      emergence: emergence,
      schema: schema,
      endpoints: Endpoints(
        "/\(name)s",
        one: name,
        many: "\(name)s",
        paging: .cursor(sort: nil),
        calls: calls
      ),
      examples: []
    )
  }

  private func resource(_ kind: Kind, _ name: String, _ attributes: Members) -> Resource {
    var resource = Resource(
      address: kind.address(name),
      kind: kind,
      attributes: attributes,
      range: SourceRange(startOf: SourceText(name: "spec.yaml", text: "\n"))
    )
    resource.mode = kind.mode
    return resource
  }

  private var letter: Resource {
    resource(Self.letter, "a", ["name": "A", "text": "t", "sent": "daily"])
  }

  private var rule: Resource {
    resource(
      Self.rule,
      "r",
      ["name": "R", "letter": .reference(Reference(to: "test.letters.a"))]
    )
  }

  private func attested(_ resource: Resource, id: String, seen: Members = [:]) -> Baseline {
    var baseline = Baseline(kind: resource.kind.name, id: id, digests: [:])
    for (name, value) in seen { baseline.digests[name] = Digest(of: value) }
    baseline.attestation = Attestation(
      digests: resource.attestedDigests(Symbols()),
      environment: "test",
      instance: "https://x.example",
      date: "2026-01-01T00:00:00Z"
    )
    return baseline
  }

  private func plan(
    _ resources: [Resource],
    _ live: [String: [(String, Members)]],
    _ baselines: [Address: Baseline] = [:],
    only: [String] = []
  ) throws -> Plan {
    var options = PlanningOptions()
    options.selection = Selection(only: only)
    var objects: [String: [RemoteObject]] = [:]
    for resource in resources { objects[resource.kind.name] = [] }
    for (name, list) in live {
      objects["test.\(name)"] = list.map { RemoteObject(id: $0.0, attributes: $0.1) }
    }
    return try Planner.plan(
      PlanningInput(
        environment: "test",
        targets: ["test": "https://x.example"],
        resources: resources,
        live: objects,
        baselines: baselines,
        options: options
      )
    )
  }
}

extension Change {
  /// `manual letters.a (differs): text`
  fileprivate var summary: String {
    "\(action.rawValue) \(address.collection).\(address.name) (\(reason.rawValue)): "
      + attributes.map(\.path).joined(separator: ", ")
  }
}
