import Model
import Planning
import Rendering
import Testing
import Values

/// What is attested, and whether it still is what the spec says.
struct AttestationListTests {
  private typealias Sample = RunbookSample

  private func attested(_ resource: Resource) -> Baseline {
    var baseline = Baseline(kind: resource.kind.name, id: "", digests: [:])
    baseline.attestation = Attestation(
      digests: resource.attestedDigests(Symbols()),
      environment: "test",
      instance: "https://x.example",
      date: "2026-01-01T00:00:00Z",
      by: "Ada",
      note: "seen"
    )
    return baseline
  }

  private var list: AttestationList {
    let same = Sample.resource(Sample.word, "same", ["name": "S", "reply": "r"])
    let before = Sample.resource(Sample.word, "changed", ["name": "C", "reply": "old"])
    let after = Sample.resource(Sample.word, "changed", ["name": "C", "reply": "new"])
    let never = Sample.resource(Sample.word, "never", ["name": "N"])
    let gone = Sample.resource(Sample.word, "gone", ["name": "G"])
    return AttestationList(
      environment: "test",
      resources: [same, after, never, Sample.resource(Sample.rule, "r", ["name": "R"])],
      names: Symbols(),
      targets: ["post": "https://x.example"],
      baselines: [
        same.address: attested(same), before.address: attested(before),
        gone.address: attested(gone),
      ]
    )
  }

  @Test func `each says its state, who said so, and what is open`() {
    let text = AttestationText(palette: Palette(isColoured: false)).text(of: list)
    #expect(
      text == """
        test

        attested   post.words.same: name, reply
                   2026-01-01T00:00:00Z by Ada: "seen"
        reopened   post.words.changed: reply
                   2026-01-01T00:00:00Z by Ada: "seen"
        open       post.words.never: name
        undeclared post.words.gone: name
                   2026-01-01T00:00:00Z by Ada: "seen"

        1 attested, 2 open.

        """
    )
  }

  @Test func `a program gets the same`() {
    let value = AttestationJSON.value(of: list, lock: "x.lock.json")
    let items = value["attestations"]?.items ?? []
    #expect(items.map { $0["state"] } == ["attested", "reopened", "open", "undeclared"])
    #expect(items[1]["open"] == ["reply"])
    #expect(items[1]["attributes"] == ["name"])
    #expect(items[2]["date"] == .null)
    #expect(value["lock"] == "x.lock.json")
  }
}
