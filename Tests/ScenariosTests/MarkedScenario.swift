internal import Diagnostics
internal import Model
internal import Testing

@testable internal import Scenarios

/// The text of a scenario in which `⟦` marks the places that diagnostics must point to.
struct MarkedScenario {
  let bytes: [UInt8]
  /// The places marked, in reading order.
  let marks: [String]

  init(_ text: String) {
    var marks: [String] = []
    var bare = String.UnicodeScalarView()
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      if scalar == "⟦" {
        marks.append("a.scenario.yaml:\(line):\(column)")
        continue
      }
      bare.append(scalar)
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    self.marks = marks
    bytes = Array(String(bare).utf8)
  }

  /// A scenario with Ann, who has a profile, and Max, an agent, that does these steps.
  static func steps(_ steps: String) -> MarkedScenario {
    MarkedScenario(
      """
      scenario: A test
      people:
        ann: {profile: {external_id: ann-1, phone: "+15550100"}}
        max: {agent: {name: Max, email: max@acme.example}}
      steps:

      """ + steps
    )
  }

  /// What the spec of these tests declares.
  static let catalog = Catalog(
    [
      "braze.subscription_groups.support_sms", "braze.campaigns.open_ticket",
      "zendesk.webhooks.trigger_campaign", "zendesk.groups.support", "zendesk.ticket_fields.colour",
    ].compactMap { Address($0) }
  )

  func read() -> (scenario: Scenario?, diagnostics: [Diagnostic]) {
    ScenarioReader.read(bytes, name: "a.scenario.yaml", in: Self.catalog)
  }

  /// Holds what is told of it against the code expected at every mark.
  func expect(
    _ code: String,
    saying words: String...,
    at location: SourceLocation = #_sourceLocation
  ) {
    let (scenario, found) = read()
    let actual = found.map { "\($0.range?.place.description ?? "-") \($0.code)" }
    #expect(
      actual == marks.map { "\($0) \(code)" },
      "\(found.map(\.detail))",
      sourceLocation: location
    )
    #expect(scenario == nil, sourceLocation: location)
    let details = found.map(\.detail).joined(separator: "\n")
    for word in words {
      #expect(details.contains(word), "\(details)", sourceLocation: location)
    }
  }
}
