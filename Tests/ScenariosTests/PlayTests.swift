import Diagnostics
import Emulator
import Model
import Testing
import Values

@testable import Scenarios

/// Scenarios are played step by step, and what came of each is held against what was expected.
struct PlayTests {
  private static let ids = [
    "braze.subscription_groups.support_sms": "g1", "zendesk.triggers.reply": "t1",
    "braze.campaigns.open_ticket": "c1", "zendesk.webhooks.trigger_campaign": "w1",
  ]

  private func play(_ steps: String, in world: ScriptedWorld) async throws -> ScenarioReport {
    let scenario = try #require(MarkedScenario.steps(steps).read().scenario)
    return await ScenarioPlay.play(scenario, on: Self.deployment(world))
  }

  private static func deployment(_ world: ScriptedWorld) -> Deployment {
    let pairs = ids.compactMap { text, id in Address(text).map { ($0, id) } }
    let addresses = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    let place = Place(file: "integration.yaml", line: 7, column: 3)
    return Deployment(world: world, ids: addresses, places: addresses.mapValues { _ in place })
  }

  private static func entry(
    _ number: Int,
    _ type: String,
    cause: Int?,
    _ details: Members
  ) -> Value {
    let head: Members = [
      "number": .integer(number), "at": "2026-01-05T09:00:00Z", "type": .string(type),
      "system": type.hasPrefix("t") ? "zendesk" : "braze",
      "cause": cause.map { .integer($0) } ?? .null,
    ]
    return .object(head.merging(details))
  }

  private static func sms(_ number: Int, _ text: String) -> Value {
    entry(
      number,
      "sms_sent",
      cause: 1,
      ["to": "+15550100", "user": ["braze_id": "b1"], "body": .string(text), "segments": 1]
    )
  }

  private static let received = entry(
    1,
    "sms_received",
    cause: nil,
    ["from": "+15550100", "body": "A", "category": "other"]
  )

  @Test func `what the emulator has forgotten fails a step`() async throws {
    let steps = """
        - sms: {from: ann, to: support_sms, text: A}
          expect: nothing
      """
    let forgetful = ScriptedWorld { _ in [[Self.entry(7, "sms_received", cause: nil, [:])]] }
    let report = try await play(steps, in: forgetful)
    let problem = report.runs.first?.failure?.problem
    #expect(problem?.contains("More happened in this step") == true)
  }

  @Test func `two equal messages that are expected mean two that are sent`() async throws {
    let steps = """
        - sms: {from: ann, to: support_sms, text: A}
          expect: [sms: {to: ann, text: Hi}, sms: {to: ann, contains: H}]
          nothing_else: true
      """
    let both = ScriptedWorld { _ in [[Self.received, Self.sms(2, "Hi"), Self.sms(3, "Ho")]] }
    #expect(try await play(steps, in: both).passed)
    let one = try await play(
      steps,
      in: ScriptedWorld { _ in [[Self.received, Self.sms(2, "Hi")]] }
    )
    let failure = try #require(one.runs.first?.failure)
    #expect(failure.verdicts.map(\.isMet) == [true, false])
    #expect(failure.verdicts[1].absence == "no SMS was sent that is not accounted for")
  }

  @Test func `what is nearest is shown beside what was expected`() async throws {
    let report = try await play(
      """
        - sms: {from: ann, to: support_sms, text: A}
          expect: [sms: {to: ann, text: Hello}]
      """,
      in: ScriptedWorld { _ in [[Self.received, Self.sms(2, "Hallo")]] }
    )
    let failure = try #require(report.runs.first?.failure)
    #expect(failure.step == 1)
    #expect(failure.place.line == 6)
    let missed = failure.verdicts.flatMap(\.comparisons).filter { !$0.holds }
    #expect(missed.map(\.name) == ["text"])
    #expect(missed.first?.expected == "Hello")
    #expect(missed.first?.actual == "Hallo")
  }

  @Test func `nothing else means nothing else`() async throws {
    let world = ScriptedWorld { _ in [[Self.received, Self.sms(2, "Hi")]] }
    let free = try await play("  - sms: {from: ann, to: support_sms, text: A}", in: world)
    #expect(free.passed)
    let strict = try await play(
      "  - {sms: {from: ann, to: support_sms, text: A}, expect: nothing}",
      in: world
    )
    let failure = try #require(strict.runs.first?.failure)
    #expect(failure.unexpected.map(\.entry.number) == [2])
    #expect(failure.unmet.isEmpty)
  }

  @Test func `what a person does is no effect`() async throws {
    let world = ScriptedWorld { _ in
      [[Self.entry(1, "event_tracked", cause: nil, ["event": "x", "user": ["braze_id": "b1"]])]]
    }
    let steps = "  - {sms: {from: ann, to: support_sms, text: A}, expect: nothing}"
    #expect(try await play(steps, in: world).passed)
  }

  @Test func `an integration that never comes to rest fails`() async throws {
    let world = ScriptedWorld { _ in [[Self.entry(1, "halted", cause: nil, ["reason": "a circle"])]]
    }
    let report = try await play("  - wait: 1 day", in: world)
    #expect(report.runs.first?.failure?.problem?.contains("a circle") == true)
  }

  @Test func `the trail names the condition that did not hold`() async throws {
    let condition: Value = [
      "group": "all", "field": "current_via_id", "operator": "is_not", "value": "web_service",
      "actual": "web_service", "holds": false,
    ]
    let skipped: Members = [
      "trigger": ["id": "t1", "title": "Reply"], "ticket": 1, "conditions": [condition],
    ]
    let foreign = skipped.merging(["trigger": ["id": "t9", "title": "Zendesk's own"]])
    let world = ScriptedWorld(tickets: [["id": 1, "requester_id": 5]]) { _ in
      [
        [
          Self.entry(1, "ticket_created", cause: nil, ["ticket": 1]),
          Self.entry(2, "trigger_skipped", cause: 1, skipped),
          Self.entry(3, "trigger_skipped", cause: 1, foreign),
          Self.entry(4, "trigger_fired", cause: 1, ["trigger": ["id": "t9"], "ticket": 1]),
          Self.entry(5, "trigger_skipped", cause: 4, skipped),
        ]
      ]
    }
    let report = try await play(
      """
        - sms: {from: ann, to: support_sms, text: A}
          expect: [ticket: {name: first}, sms: {to: ann}]
      """,
      in: world
    )
    let trail = try #require(report.runs.first?.failure?.trail)
    #expect(trail.map(\.entry.number) == [1])
    // Once for the same change of the ticket, the last time; and the rules of the spec alone.
    #expect(trail.first?.children.map(\.entry.number) == [4])
    let node = try #require(trail.first?.children.first?.children.first)
    #expect(node.address?.description == "zendesk.triggers.reply")
    #expect(node.place?.line == 7)
  }

  @Test func `each reading that matters is played, and the ones that fail are told`() async throws {
    let world = ScriptedWorld(touched: [.zendeskJSONEscaping, .brazeReplyOrder]) { readings in
      let isBroken = readings[.zendeskJSONEscaping] == "verbatim"
      return [[Self.received, Self.sms(2, isBroken ? "He said " : "He said \"no\"")]]
    }
    let report = try await play(
      """
        - sms: {from: ann, to: support_sms, text: A}
          expect: [sms: {to: ann, text: 'He said "no"'}]
      """,
      in: world
    )
    #expect(
      report.runs.map { $0.readings.map(\.reading) } == [[], ["verbatim"], ["campaigns-first"]]
    )
    #expect(report.runs.map { $0.failure == nil } == [true, false, true])
    #expect(report.failures.count == 1)
    #expect(report.played.map(\.name) == ["zendesk-json-escaping", "braze-reply-order"])
    #expect(!report.passed)
  }

  @Test func `profiles and subscriptions are looked at as they are after the step`() async throws {
    let steps = """
        - wait: 1 day
          expect:
            - profile: {user: ann, attributes: {vip: true}}
            - subscription: {user: ann, group: support_sms, state: subscribed}
          nothing_else: true
      """
    let changed: Members = [
      "user": ["braze_id": "b1"], "changes": [["attribute": "vip", "from": .null, "to": true]],
    ]
    let world = ScriptedWorld { _ in
      [[Self.received, Self.entry(2, "attributes_changed", cause: 1, changed)]]
    }
    #expect(try await play(steps, in: world).passed)
    let other = changed.merging(["changes": [["attribute": "other", "to": 1]]])
    let more = ScriptedWorld { _ in
      [[Self.received, Self.entry(2, "attributes_changed", cause: 1, other)]]
    }
    #expect(try await play(steps, in: more).runs.first?.failure?.unexpected.count == 1)
  }
}
