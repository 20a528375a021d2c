import Diagnostics
import Execution
import Model
import Planning
import Testing
import Values

/// What a person has confirmed is not an apply's to forget.
struct AttestationTests {
  private static func kind(_ name: String, _ mode: Mode, _ schema: Schema) -> Kind {
    Kind(
      "test.\(name)",
      collection: name + "s",
      summary: "",
      page: "",
      identity: .attribute("name"),
      mode: mode,
      schema: schema,
      examples: []
    )
  }

  private static let letter = kind(
    "letter",
    .verified,
    ["name": Attribute(.text, ""), "sent": Attribute(.text, "").attested]
  )
  private static let word = kind("word", .attested, ["name": Attribute(.text, "").attested])

  private func resource(_ kind: Kind, _ attributes: Members) -> Resource {
    var resource = Resource(
      address: kind.address("a"),
      kind: kind,
      attributes: attributes,
      range: SourceRange(startOf: SourceText(name: "spec.yaml", text: "\n"))
    )
    resource.mode = kind.mode
    return resource
  }

  private func attested(_ resource: Resource, id: String) -> Baseline {
    var baseline = Baseline(kind: resource.kind.name, id: id, digests: [:])
    baseline.attestation = Attestation(
      digests: resource.attestedDigests(Symbols()),
      environment: "test",
      instance: "https://x.example",
      date: "2026-01-01T00:00:00Z"
    )
    return baseline
  }

  /// What the lock holds of `resources` after an apply, before which it held `baselines`.
  private func applied(
    _ resources: [Resource],
    _ live: [String: [RemoteObject]],
    _ baselines: [Address: Baseline]
  ) async throws -> [Address: Baseline] {
    let plan = try Planner.plan(
      PlanningInput(
        environment: "test",
        targets: ["test": "https://x.example"],
        resources: resources,
        live: live,
        baselines: baselines
      )
    )
    let kinds = Dictionary(resources.map { ($0.kind.name, $0.kind) }, uniquingKeysWith: { $1 })
    let executor = Executor(clients: [:], kinds: kinds, parallelism: 1, known: [:])
    return await executor.execute(plan, baselines: baselines).baselines
  }

  @Test func `an apply keeps what was attested, read by an API or not`() async throws {
    let letter = resource(Self.letter, ["name": "A", "sent": "now"])
    let word = resource(Self.word, ["name": "W"])
    let before = [letter.address: attested(letter, id: "7"), word.address: attested(word, id: "")]
    let live = ["test.letter": [RemoteObject(id: "7", attributes: ["name": "A"])]]
    let after = try await applied([letter, word], live, before)
    #expect(after.mapValues(\.attestation) == before.mapValues(\.attestation))
    #expect(after[letter.address]?.digests["name"] == Digest(of: "A"))
    #expect(after[word.address] == before[word.address])
  }

  @Test func `it keeps what was attested of what has to be attested again`() async throws {
    let letter = resource(Self.letter, ["name": "A", "sent": "now"])
    let changed = resource(Self.letter, ["name": "A", "sent": "later"])
    let word = resource(Self.word, ["name": "W"])
    let renamed = resource(Self.word, ["name": "X"])
    let before = [letter.address: attested(letter, id: "7"), word.address: attested(word, id: "")]
    let live = ["test.letter": [RemoteObject(id: "7", attributes: ["name": "A"])]]
    let after = try await applied([changed, renamed], live, before)
    #expect(after.mapValues(\.attestation) == before.mapValues(\.attestation))
  }

  @Test func `it forgets what was attested of an object that is another one now`() async throws {
    let letter = resource(Self.letter, ["name": "A", "sent": "now"])
    let live = ["test.letter": [RemoteObject(id: "8", attributes: ["name": "A"])]]
    let before = [letter.address: attested(letter, id: "7")]
    let after = try await applied([letter], live, before)
    #expect(after[letter.address]?.id == "8")
    #expect(after[letter.address]?.attestation == nil)
    // Also where the spec has nothing to be attested at the moment.
    let silent = try await applied([resource(Self.letter, ["name": "A"])], live, before)
    #expect(silent[letter.address]?.id == "8")
    #expect(silent[letter.address]?.attestation == nil)
  }
}
