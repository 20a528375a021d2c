import Diagnostics
import Spec
import Testing

@testable import Zendesk

/// Specs with many rules.
struct NumberTests {
  /// The desired state of `text`, the Zendesk section of a spec.
  private func resolve(_ text: String) -> (isUsable: Bool, found: [Diagnostic]) {
    let spec = "version: 1\nenvironments: {local: {emulator: store}}\nzendesk:\n" + text
    let (specification, problems) = Specification.read(
      [SpecFile(name: "a.yaml", bytes: Array(spec.utf8))],
      options: SpecOptions(kinds: ZendeskKinds.all) { _, _ in .missing }
    )
    let found = specification?.resolve(environment: "local", variables: [:], secrets: .unread)
    return (found?.desired != nil, problems + (found?.diagnostics ?? []))
  }

  private func rule(_ number: Int, _ more: String = "") -> String {
    "    r\(number): {title: Rule \(number), \(more)conditions: {all: "
      + "[{field: PENDING, operator: is, value: 4}]}, actions: [{field: status, value: open}]}\n"
  }

  @Test func `rules that are switched off do not count, and the first too many is named`() {
    let active = (1...500).map { rule($0) }.joined()
    let inactive = rule(501, "active: false, ")
    let fine = resolve("  automations:\n" + active + inactive)
    #expect(fine.found == [])
    #expect(fine.isUsable)
    let many = resolve("  automations:\n" + active + inactive + rule(502) + rule(503))
    #expect(many.found.map(\.code) == ["too-many-resources"])
    #expect(many.found.first?.range?.place.line == 506)
    #expect(!many.isUsable)
  }

  @Test func `thousands of unknown names are reported in seconds`() {
    let rules = (0..<2_000).map { number in
      "    r\(number): {title: Rule \(number), conditions: {all: "
        + "[{field: curent_tgs, operator: is, value: 4}]}, actions: [{field: stats, value: a}]}\n"
    }
    let clock = ContinuousClock()
    var count = 0
    let duration = clock.measure {
      count = resolve("  triggers:\n" + rules.joined()).found.count
    }
    #expect(count == 4_000)
    // A debug build on a busy machine takes about two; a quadratic step would take minutes.
    #expect(duration < .seconds(30))
  }
}
