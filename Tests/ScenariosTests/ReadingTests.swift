import Diagnostics
import Emulator
import Model
import Testing
import Values

@testable import Scenarios

/// What a scenario file may say, and what is told of one that says something else.
struct ReadingTests {
  @Test func `a scenario is read whole`() throws {
    let marked = MarkedScenario(
      """
      scenario: An agent's reply reaches the phone
      about: Both ways.
      assume: {zendesk-requester-fields: kept}
      people:
        ann:
          profile:
            external_id: ann-1
            first_name: Ann
            phone: "+15550100"
            subscriptions: {support_sms: subscribed}
            custom_attributes: {vip: true}
        max:
          agent: {name: Max Agent, email: max@acme.example}
      steps:
        - sms: {from: ann, to: support_sms, text: SUPPORT}
          about: The beginning.
          expect:
            - sms: {to: ann, contains: shortly, segments: 1}
            - ticket: {name: first, status: new, tags: [a], group: support,
                       comment: {text: SUPPORT, public: true, author: requester},
                       custom_fields: {colour: red}}
            - webhook: {of: braze.campaigns.open_ticket, method: POST, status: 201, attempts: 1,
                        json: {ticket: {type: problem}}, headers: {Content-Type: application/json}}
            - profile: {user: ann, attributes: {vip: false}}
            - event: {user: ann, name: done, properties: {n: 1}}
            - subscription: {user: ann, group: support_sms, state: subscribed}
            - message: {of: braze.campaigns.open_ticket, user: ann, is: aborted, reason: none}
          nothing_else: true
        - reply: {by: max, ticket: first, text: Hello}
        - update: {by: max, ticket: first, status: solved, assignee: max, comment: {text: Bye, public: false}}
        - create: {by: max, ticket: second, subject: Hi, text: Hello, requester: {name: Ann}}
        - request: {to: zendesk, method: PUT, path: "/api/v2/tickets/{first}.json", json: {a: [1, null]}}
        - event: {user: ann, name: app_feedback_negative}
        - attributes: {user: ann, set: {vip: true}}
        - wait: 4 days
        - fault: {path: /campaigns/trigger/send, kind: status, status: 429, retry_after: 5}
        - wait: 1 second
          expect: nothing
        - together:
            - reply: {by: max, ticket: first, text: A}
            - update: {by: max, ticket: second, status: solved}
      """
    )
    let (scenario, diagnostics) = marked.read()
    #expect(diagnostics.map(\.detail) == [])
    let read = try #require(scenario)
    #expect(read.title == "An agent's reply reaches the phone")
    #expect(read.about == "Both ways.")
    #expect(read.assumptions == [.zendeskRequesterFields: "kept"])
    #expect(read.people.map(\.name) == ["ann", "max"])
    #expect(
      read.steps.map(\.label) == [
        "sms from ann to support_sms", "reply by max to first", "update of first by max",
        "create second by max", "request PUT /api/v2/tickets/{first}.json to zendesk",
        "event app_feedback_negative of ann", "attributes of ann", "wait 4 days", "fault",
        "wait 1 second", "together: reply by max to first, update of second by max",
      ]
    )
    #expect(read.steps.map(\.expectations.count) == [7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(
      read.steps.filter(\.excludesOthers).map(\.label) == [read.steps[0].label, "wait 1 second"]
    )
    #expect(read.steps[0].place.description == "a.scenario.yaml:15:5")
    guard case .profile(let ann) = read.people[0].role else { return #expect(Bool(false)) }
    #expect(ann.attributes == ["first_name": "Ann", "phone": "+15550100"])
    #expect(ann.subscriptions.map(\.group.name) == ["support_sms"])
    guard case .update(_, _, let changes) = read.steps[2].doing else {
      return #expect(Bool(false))
    }
    #expect(
      changes == [
        "status": "solved", "assignee": "max", "comment": ["body": "Bye", "public": false],
      ]
    )
    guard case .ticket(_, _, let values) = read.steps[0].expectations[1].subject else {
      return #expect(Bool(false))
    }
    #expect(values["group"] == "zendesk.groups.support")
    #expect(values["custom_fields"] == ["zendesk.ticket_fields.colour": "red"])
  }

  @Test func `anchors and merge keys work as in a spec`() throws {
    let marked = MarkedScenario.steps(
      """
        - event: &tracked {user: ann, name: one, properties: &p {n: 1}}
        - event: {<<: *tracked, name: two}
        - event: {user: ann, name: three, properties: *p}
      """
    )
    let scenario = try #require(marked.read().scenario)
    #expect(
      scenario.steps.map(\.label).map { $0.split(separator: " ")[1] } == ["one", "two", "three"]
    )
    for step in scenario.steps {
      guard case .event(_, _, let properties) = step.doing else { return #expect(Bool(false)) }
      #expect(properties == ["n": 1])
    }
  }

  @Test func `what is done at one moment takes no time, and is more than one thing`() {
    let reply = "reply: {by: max, ticket: first, text: A}"
    let create = "create: {by: max, ticket: first, text: A}"
    MarkedScenario.steps("  - \(create)\n  - together: ⟦[{\(reply)}]")
      .expect("wrong-type", saying: "at least two")
    MarkedScenario.steps("  - \(create)\n  - together: ⟦{\(reply)}")
      .expect("wrong-type", saying: "a list")
    MarkedScenario.steps("  - \(create)\n  - together: [{\(reply)}, ⟦{\(reply), \(create)}]")
      .expect("invalid-step", saying: "Each item")
    MarkedScenario.steps("  - \(create)\n  - together: [⟦{}, {\(reply)}]")
      .expect("invalid-step", saying: "sms, reply")
    MarkedScenario.steps("  - \(create)\n  - together: [{\(reply)}, {⟦wait: 1 day}]")
      .expectFirst("unknown-key", saying: "wait")
    MarkedScenario.steps("  - \(create)\n  - together: [{\(reply)}, {⟦together: []}]")
      .expectFirst("unknown-key", saying: "together")
  }

  @Test func `what is missing or unknown has a place`() {
    let found = MarkedScenario("title: A").read().diagnostics
    #expect(found.map(\.code) == ["unknown-key", "missing-key", "missing-key"])
    #expect(found.allSatisfy { $0.range?.place.description == "a.scenario.yaml:1:1" })
  }
}

extension ReadingTests {
  @Test func `all problems are told at once`() {
    let marked = MarkedScenario.steps(
      """
        - sms: {from: anna, to: support_sms, text: A}
        - reply: {by: maxi, ticket: nobody, text: A}
      """
    )
    let codes = marked.read().diagnostics.map(\.code)
    #expect(codes == ["unknown-person", "unknown-person", "unknown-ticket"])
  }

  @Test(arguments: [
    (
      "unknown-person", "  - sms: {from: ⟦anna, to: support_sms, text: A}",
      #"Did you mean "ann"?"#
    ),
    ("wrong-role", "  - sms: {from: ⟦max, to: support_sms, text: A}", "profile of Braze's"),
    ("wrong-role", "  - create: {by: ⟦ann, ticket: t, text: A}", "agent of Zendesk's"),
    (
      "unknown-resource", "  - sms: {from: ann, to: ⟦support_sns, text: A}",
      #"Did you mean "support_sms"?"#
    ),
    ("unknown-ticket", "  - reply: {by: max, ticket: ⟦first, text: A}", "No earlier step"),
    (
      "unknown-ticket",
      "  - request: {to: zendesk, method: GET, path: ⟦\"/api/v2/tickets/{first}.json\"}",
      "{first}"
    ),
    (
      "duplicate-ticket",
      """
        - create: {by: max, ticket: one, text: A}
        - create: {by: max, ticket: ⟦one, text: A}
      """, "already"
    ),
    ("invalid-name", "  - create: {by: max, ticket: ⟦ann, text: A}", "no person's"),
    ("unknown-key", "  - update: {by: max, ticket: t, ⟦stats: open}", "status"),
    (
      "unknown-key", "  - create: {by: max, ticket: t, text: A, ⟦additional_tags: [a]}",
      "additional_tags"
    ),
    ("invalid-choice", "  - create: {by: max, ticket: t, text: A, status: ⟦Solved}", "solved"),
    ("invalid-duration", "  - wait: ⟦4 weeks", "4 days"),
    ("invalid-duration", "  - wait: ⟦99999999 days", "year"),
    ("invalid-fault", "  - fault: ⟦{path: /, kind: explode}", "kind"),
    ("invalid-path", "  - request: {to: zendesk, method: GET, path: ⟦api}", "/"),
    (
      "invalid-path", "  - request: {to: zendesk, method: PUT, path: ⟦/_emulator/facts, json: {}}",
      "door"
    ),
    ("invalid-step", "  - ⟦about: Nothing is done", "sms, reply"),
    ("conflicting-keys", "  - {wait: 1 day, ⟦fault: {path: /, kind: html}}", "two steps"),
    ("wrong-type", "  - {wait: 1 day, expect: ⟦something}", "the word nothing"),
    ("invalid-expectation", "  - {wait: 1 day, expect: [⟦{}]}", "one thing"),
    (
      "conflicting-keys", "  - {wait: 1 day, expect: [sms: {to: ann, text: A, ⟦contains: B}]}",
      "whole text"
    ),
    (
      "conflicting-keys",
      """
        - wait: 1 day
          expect: [webhook: {of: braze.campaigns.open_ticket, json: 1, ⟦exactly: 2}]
      """, "Remove one"
    ),
    (
      "unknown-resource",
      "  - {wait: 1 day, expect: [webhook: {of: ⟦braze.campaigns.open_tickets}]}",
      #"Did you mean "braze.campaigns.open_ticket"?"#
    ),
    (
      "unknown-key", "  - {wait: 1 day, expect: [ticket: {name: a, ⟦state: open}]}",
      "status"
    ),
    ("tag-not-allowed", "  - event: {user: ann, name: ⟦!var name}", "Write the value itself"),
  ])
  func `a mistaken step is told with its place`(code: String, steps: String, saying: String) {
    MarkedScenario.steps(steps).expectFirst(code, saying: saying)
  }

  @Test func `people have a role and something to be found by`() {
    MarkedScenario(
      """
      scenario: A
      people:
        ⟦ann: {}
        ben: {⟦profile: {first_name: Ben}}
      steps: [{wait: 1 day}]
      """
    ).expect("invalid-person", saying: "external_id")
  }

  @Test func `people can be told from each other`() {
    MarkedScenario(
      """
      scenario: A
      people:
        ann: {profile: {external_id: ann-1}}
        ben: {profile: {external_id: ⟦ann-1, email: b@example.com}}
        cat: {profile: {phone: "+15550100"}}
        dan: {profile: {phone: ⟦"+15550100"}}
        max: {agent: {name: Max, email: max@acme.example}}
        may: {agent: {name: May, email: ⟦Max@acme.example}}
        eve: {profile: {external_id: eve-1, phone: "+15550100", email: max@acme.example}}
      steps: [{wait: 1 day}]
      """
    ).expect(
      "invalid-person",
      saying: #""ann" has this "external_id""#,
      #""max" has this "email""#
    )
  }

  @Test func `an SMS comes from a number that a carrier knows`() {
    MarkedScenario(
      """
      scenario: A
      people: {ann: {profile: {phone: 15550100}}}
      steps: [{sms: {from: ⟦ann, to: support_sms, text: A}}]
      """
    ).expect("wrong-role", saying: #""15550100""#, "+15550100")
  }

  @Test(arguments: [
    ("  - ⟦wiat: 5 seconds", #"Did you mean "wait"?"#),
    ("  - {wait: 1 day, expect: [{⟦smss: {to: ann}}]}", #"Did you mean "sms"?"#),
    (
      """
        - {⟦wiat: 5 seconds, expect: [ticket: {name: one, ⟦stats: open}]}
        - reply: {by: max, ticket: one, text: A}
      """, #"Did you mean "status"?"#
    ),
  ])
  func `a mistyped key is one mistake`(steps: String, saying: String) {
    MarkedScenario.steps(steps).expect("unknown-key", saying: saying)
  }

  @Test(arguments: [
    ("scenario: A\nsteps: ⟦[]", "a list with at least one step, but this is an empty list"),
    ("scenario: A\nsteps: [⟦text]", "A step must be a mapping, but this is text"),
    ("⟦[a]", "A scenario must be a mapping"),
    (
      "scenario: A\nsteps: [{wait: 1 day, expect: [⟦nothing]}]",
      #""expect" must be a mapping, but this is text"#
    ),
    ("scenario: A\nsteps: [{sms: ⟦text}]", #""sms" must be a mapping, but this is text"#),
  ])
  func `a wrong type is called by its name`(text: String, saying: String) throws {
    let marked = MarkedScenario(text)
    marked.expect("wrong-type", saying: saying)
    #expect(try #require(marked.read().diagnostics.first).detail.hasPrefix(#""""#) == false)
  }

  @Test func `facts and readings are known ones`() {
    MarkedScenario("scenario: A\nassume: {⟦zendesk-json: a}\nsteps: [{wait: 1 day}]")
      .expect("unknown-fact", saying: "zendesk-json-escaping")
    MarkedScenario(
      "scenario: A\nassume: {zendesk-json-escaping: ⟦escape}\nsteps: [{wait: 1 day}]"
    ).expect("unknown-reading", saying: #"Did you mean "escaped"?"#)
  }

  @Test func `a text that is no YAML has its place`() {
    #expect(MarkedScenario("scenario: [").read().diagnostics.map(\.code) == ["yaml-syntax"])
  }
}

extension MarkedScenario {
  /// Holds the first thing that is told against the code expected at the mark.
  func expectFirst(_ code: String, saying: String) {
    let (scenario, found) = read()
    #expect(scenario == nil)
    let actual = found.map { "\($0.range?.place.description ?? "-") \($0.code)" }
    #expect(actual.contains("\(marks.first ?? "") \(code)"), "\(found)")
    #expect(found.contains { $0.code == code && $0.detail.contains(saying) }, "\(found)")
  }
}
