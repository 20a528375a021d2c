import Diagnostics
import Testing

@testable import Scenarios

/// Files of strangers' making: each is read, or what is wrong with it has a place; none ends the process.
struct MalformedScenarioTests {
  /// Everything that a scenario may say.
  private static let whole = """
    scenario: A
    about: B
    assume: {zendesk-requester-fields: kept}
    people:
      ann:
        profile: {external_id: ann-1, first_name: Ann, phone: "+1", subscriptions: {support_sms: subscribed}, custom_attributes: {vip: true}}
      max:
        agent: {name: Max, email: max@acme.example, role: admin}
    steps:
      - sms: {from: ann, to: support_sms, text: SUPPORT}
        about: C
        expect:
          - sms: {to: ann, contains: shortly, segments: 1}
          - ticket: {name: first, status: new, tags: [a], group: support, comment: {text: A, public: true, author: requester}, custom_fields: {colour: red}}
          - webhook: {of: braze.campaigns.open_ticket, method: POST, status: 201, attempts: 1, json: {a: [{}]}, headers: {A: b}}
          - profile: {user: ann, attributes: {vip: false}}
          - event: {user: ann, name: done, properties: {n: 1}}
          - subscription: {user: ann, group: support_sms, state: subscribed}
          - message: {of: braze.campaigns.open_ticket, user: ann, is: aborted, reason: none}
        nothing_else: true
      - reply: {by: max, ticket: first, text: Hello, public: false}
      - update: {by: max, ticket: first, status: solved, assignee: max, comment: {text: Bye, public: false}}
      - create: {by: max, ticket: second, subject: Hi, text: Hello, requester: {name: Ann}}
      - request: {to: zendesk, method: PUT, path: "/api/v2/tickets/{first}.json", json: {a: [1, null]}}
      - event: {user: ann, name: e, properties: {n: 1}}
      - attributes: {user: ann, set: {vip: true}}
      - wait: 4 days
      - fault: {path: /a, kind: status, status: 429, retry_after: 5, times: 1, skip: 0, seconds: 1.5, method: PUT}
      - together: [{reply: {by: max, ticket: first, text: A}}, {sms: {from: ann, to: support_sms, text: B}}]

    """

  /// What may stand where something else belongs.
  private static let oddities = [
    "", "~", "[]", "{}", "[[[[]]]]", "{a: {b: {c: []}}}", "- 1", "a: b",
    "99999999999999999999999999",
    "-9223372036854775808", "9223372036854775807", "1e999999", "-.inf", ".nan",
    "0x7fffffffffffffff",
    "*none", "&a [*a]", "&x {<<: *x}", "!json {a: b}", "!ref zendesk.groups.support", "!!binary x",
    "\"", "'", "|", ">", "{", "}", "[", "]", ":", ",", "? ", "#", "%", "@", "\u{0}", "\u{FEFF}",
    "\u{85}", "\t", "{first}", "{}{", "{{", "99999999999999999999 days", "-1 days",
    "9223372036854775807 days",
    "true", "no", "\"\\uD800\"", "{? {a: b} : c}", "{1: 2, 1: 3}", "😀", "---", "...",
  ]

  /// Holds what is told of `text` against what a person needs.
  private func expectPlaces(_ text: String, at location: SourceLocation = #_sourceLocation) {
    let marked = MarkedScenario(text)
    let (scenario, diagnostics) = marked.read()
    let isTold = diagnostics.hasErrors && diagnostics.allSatisfy { $0.range != nil }
    #expect(scenario != nil || isTold, "\(text)\n\(diagnostics)", sourceLocation: location)
    #expect((scenario == nil) == diagnostics.hasErrors, "\(text)", sourceLocation: location)
  }

  @Test func `it is a scenario to begin with`() {
    #expect(MarkedScenario(Self.whole).read().diagnostics.map(\.detail) == [])
  }

  @Test(arguments: oddities)
  func `anything may stand where something else belongs`(oddity: String) {
    let text = Self.whole
    var start = text.startIndex
    // Everything that begins behind a colon, a bracket, a comma or a dash.
    while let sign = text[start...].firstIndex(where: { ":,[{-".contains($0) }) {
      start = text.index(after: sign)
      let end = text[start...].firstIndex { ",]}\n".contains($0) } ?? text.endIndex
      expectPlaces(text[..<start] + " " + oddity + text[end...])
    }
  }

  @Test func `any line may be missing, twice there or deeper`() {
    let lines = Self.whole.split(separator: "\n").map(String.init)
    for index in lines.indices {
      var fewer = lines
      fewer.remove(at: index)
      var more = lines
      more.insert(lines[index], at: index)
      var deeper = lines
      deeper[index] = "  " + deeper[index]
      for changed in [fewer, more, deeper] { expectPlaces(changed.joined(separator: "\n")) }
    }
  }

  @Test func `a file may end anywhere`() {
    for index in Self.whole.indices { expectPlaces(String(Self.whole[..<index])) }
  }

  @Test func `any byte may be another`() {
    let bytes = Array(Self.whole.utf8)
    for index in bytes.indices {
      for byte: UInt8 in [0, 0x0A, 0x22, 0x2A, 0x7B, 0xC3, 0xFF] {
        var changed = bytes
        changed[index] = byte
        let (scenario, diagnostics) =
          ScenarioReader.read(changed, name: "a.scenario.yaml", in: MarkedScenario.catalog)
        let isTold = diagnostics.hasErrors && diagnostics.allSatisfy { $0.range != nil }
        #expect(scenario != nil || isTold, "byte \(byte) at \(index): \(diagnostics)")
      }
    }
  }

  @Test(arguments: ["steps", "people", "assume", "about", "scenario"])
  func `depth has an end`(key: String) {
    let deep = String(repeating: "[", count: 100_000)
    let wide = String(repeating: "{a: ", count: 100_000)
    for text in [deep, wide] {
      let found = MarkedScenario("\(key): \(text)").read().diagnostics
      #expect(found.hasErrors && found.allSatisfy { $0.range != nil })
    }
  }

  @Test func `aliases that multiply have an end`() {
    let levels = (1...30).map { "  a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
    let bomb = "scenario: A\npeople:\n  a0: &a0 [x]\n" + levels.joined(separator: "\n")
    let found = MarkedScenario(bomb + "\nsteps: [{wait: 1 day}]").read().diagnostics
    #expect(found.hasErrors && found.allSatisfy { $0.range != nil })
    let used = (1...30).map { "      a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
    let expanded =
      "scenario: A\npeople: {ann: {profile: {external_id: a}}}\nsteps:\n"
      + "  - attributes:\n     user: ann\n     set:\n      a0: &a0 [x]\n"
      + used.joined(separator: "\n")
    let told = MarkedScenario(expanded).read().diagnostics
    #expect(told.hasErrors && told.allSatisfy { $0.range != nil })
  }
}
