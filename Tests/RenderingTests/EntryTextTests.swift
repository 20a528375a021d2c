import Diagnostics
import Model
import Testing
import Values

@testable import Rendering
@testable import Scenarios

/// How each thing that can happen is told.
struct EntryTextTests {
  private static let user: Value = ["braze_id": "b1", "external_id": "ann-1"]
  private static let max: Value = ["id": 7, "name": "Max", "role": "agent"]

  private static func node(
    _ happening: Happening,
    _ details: Members,
    number: Int = 1,
    system: String = "zendesk",
    address: String? = nil,
    conditionLines: [Int] = [],
    children: [TrailNode] = []
  ) throws -> TrailNode {
    let head: Members = [
      "number": .integer(number), "type": .string(happening.rawValue), "system": .string(system),
      "at": "2026-01-05T09:00:00Z",
    ]
    let place = { (line: Int) in Place(file: "integration.yaml", line: line, column: 3) }
    return TrailNode(
      entry: try #require(Entry(.object(head.merging(details)))),
      address: address.flatMap { Address($0) },
      place: address == nil ? nil : place(7),
      conditionPlaces: conditionLines.map(place),
      children: children
    )
  }

  private func tree(_ node: TrailNode, focus: Set<Int>? = nil) -> [String] {
    EntryText(palette: Palette(isColoured: false), focus: focus).tree(node)
  }

  static let zendesk: [(Happening, Members, String)] = [
    (
      .ticketCreated,
      [
        "ticket": 1, "by": max, "via": "web_form",
        "comment": ["body": "Hi", "public": true, "author": ["id": 8, "name": "Ann"]],
      ],
      #"> ticket 1 created by Max (web_form), public comment of Ann "Hi""#
    ),
    (
      .ticketUpdated,
      [
        "ticket": 1, "by": max, "via": "api", "comment": .null,
        "changes": [["field": "status", "from": "new", "to": "solved"]],
      ],
      #"> ticket 1 updated by Max (api): status "new" -> "solved""#
    ),
    (.triggerFired, ["trigger": ["title": "T"], "ticket": 1], #"> "T" fired"#),
    (.triggerSkipped, ["trigger": ["title": "T"], "ticket": 1], #"/ "T" did not fire"#),
    (
      .automationFired,
      ["automation": ["title": "A"], "changes": [["field": "tags", "from": [], "to": ["x"]]]],
      #"> "A" fired: tags [] -> ["x"]"#
    ),
    (.automationSkipped, ["automation": ["title": "A"]], #"/ "A" did not fire"#),
    (.mailSent, ["to": ["name": "Max"], "subject": "S"], #"> mail to Max: "S""#),
    (
      .webhookInvoked, ["webhook": ["name": "W"], "method": "POST", "url": "https://x.example/"],
      #"> webhook "W" POST https://x.example/"#
    ),
    (
      .webhookSkipped, ["webhook": ["name": "W"], "reason": "inactive"],
      #"/ webhook "W" not sent: inactive"#
    ),
    (
      .webhookAttempted, ["attempt": 1, "status_code": 201, "outcome": "success"],
      "> attempt 1: 201 success"
    ),
    (
      .webhookAttempted,
      ["attempt": 2, "status_code": .null, "outcome": "timeout", "retry_at": "09:05"],
      "x attempt 2: timeout, again at 09:05"
    ),
    (
      .templateFailed, ["rule": ["title": "T"], "reason": "no end"],
      #"x the template of "T" could not be rendered: no end"#
    ),
    (.halted, ["reason": "a circle"], "x halted: a circle"),
  ]

  static let braze: [(Happening, Members, String)] = [
    (
      .smsReceived,
      ["from": "+1", "body": "A\u{1B}[2J", "category": "Other", "ignored": "no user"],
      #"> SMS from +1 "A\u001b[2J", category Other, ignored: no user"#
    ),
    (
      .subscriptionChanged,
      ["user": user, "to": "unsubscribed", "subscription_group": ["name": "Support"]],
      "> ann-1 is unsubscribed in Support"
    ),
    (
      .attributesChanged,
      [
        "user": ["braze_id": "b1", "external_id": .null],
        "changes": [["attribute": "n", "from": .null, "to": 1]],
      ],
      "> attributes of anonymous b1: n null -> 1"
    ),
    (.eventTracked, ["event": "e", "user": user, "properties": [:]], "> event e of ann-1"),
    (
      .eventTracked, ["event": "e", "user": user, "properties": ["a": 1]],
      #"> event e of ann-1 {"a":1}"#
    ),
    (.campaignSkipped, ["campaign": ["name": "C"], "user": user], #"/ "C" did not go to ann-1"#),
    (.campaignEntered, ["campaign": ["name": "C"], "user": user], #"> "C" goes to ann-1"#),
    (
      .messageAborted, ["campaign": ["name": "C"], "user": user, "reason": "r"],
      #"/ "C" aborted for ann-1: r"#
    ),
    (
      .messageFailed, ["campaign": ["name": "C"], "user": user, "reason": "r"],
      #"x "C" failed for ann-1: r"#
    ),
    (
      .smsSent, ["to": "+1", "body": "Hi", "segments": 2, "encoding": "UCS-2"],
      #"> SMS to +1 "Hi" (2 segments, UCS-2)"#
    ),
    (
      .webhookSent, ["campaign": ["name": "C"], "method": "PUT", "url": "https://x.example/"],
      #"> "C" sends PUT https://x.example/"#
    ),
    (
      .templateFailed, ["campaign": ["name": "C"], "reason": "no end"],
      #"x the template of "C" could not be rendered: no end"#
    ),
  ]

  @Test(arguments: zendesk)
  func `what happens in Zendesk has a line`(
    happening: Happening,
    details: Members,
    line: String
  ) throws {
    #expect(tree(try Self.node(happening, details)) == [line])
  }

  @Test(arguments: braze)
  func `what happens in Braze has a line`(
    happening: Happening,
    details: Members,
    line: String
  ) throws {
    #expect(tree(try Self.node(happening, details, system: "braze")) == [line])
  }

  @Test func `nothing that can happen is without a line`() {
    let told = Set((Self.zendesk + Self.braze).map(\.0))
    #expect(told == Set(Happening.allCases))
  }

  @Test func `an entry that says nothing of itself has a line as well`() throws {
    for happening in Happening.allCases {
      for system in ["zendesk", "braze", ""] {
        #expect(try tree(Self.node(happening, [:], system: system)).count == 1)
      }
    }
  }

  private static let conditions: Value = [
    ["group": "all", "field": "status", "operator": "is", "value": "new", "holds": true],
    [
      "group": "any", "field": "status", "operator": "changed", "value": .null, "actual": "new",
      "previous": "open", "holds": false,
    ],
  ]

  @Test(arguments: [Happening.triggerFired, .triggerSkipped, .automationFired, .automationSkipped])
  func `the conditions of a rule of the spec are told with their lines`(
    happening: Happening
  ) throws {
    let node = try Self.node(
      happening,
      ["conditions": Self.conditions],
      address: "zendesk.triggers.reply",
      conditionLines: [9, 11]
    )
    #expect(
      tree(node).dropFirst() == [
        #"    holds     all status is "new"  integration.yaml:9"#,
        #"    does not  any status changed: the ticket had "new", before that "open"  integration.yaml:11"#,
      ]
    )
    let foreign = try Self.node(happening, ["conditions": Self.conditions])
    #expect(tree(foreign).count == 1)
  }

  @Test func `templates are shown of what matters and of what led to it`() throws {
    let sms: Members = ["to": "+1", "body": "Hi", "encoding": "GSM-7", "template": "T"]
    let invoked: Members = ["webhook": ["name": "W"], "template": "a\nb\n", "body": "{}"]
    let node = try Self.node(
      .webhookInvoked,
      invoked,
      children: [
        Self.node(.smsSent, sms, number: 2, system: "braze"),
        Self.node(.smsSent, sms, number: 3, system: "braze"),
      ]
    )
    let webhook = ["    template:", "      a", "      b", "    rendered: {}"]
    let shown = ["  > SMS to +1 \"Hi\" (1 segment, GSM-7)", "      template: T"]
    let head = #"> webhook "W" (none) (none)"#
    #expect(tree(node, focus: [3]) == [head] + webhook + [shown[0]] + shown)
    #expect(tree(node, focus: [1]) == [head] + webhook + [shown[0], shown[0]])
    #expect(tree(node, focus: []) == [head, shown[0], shown[0]])
    #expect(tree(node) == [head] + webhook + shown + shown)
  }

  @Test func `the headers of a request that was not taken are shown`() throws {
    let sent: Members = [
      "campaign": ["name": "C"], "method": "PUT", "url": "https://x.example/",
      "headers": ["Content-Type": "text/plain"],
    ]
    let attempt: (Int, String) throws -> TrailNode = { status, outcome in
      try Self.node(
        .webhookAttempted,
        [
          "attempt": 1, "status_code": .integer(status), "outcome": .string(outcome),
          "answer": "no",
        ],
        number: 2,
        system: "braze"
      )
    }
    let refused = try Self.node(
      .webhookSent,
      sent,
      system: "braze",
      children: [attempt(400, "client error")]
    )
    #expect(
      tree(refused).dropFirst() == [
        "    header Content-Type: text/plain", "  x attempt 1: 400 client error",
        "      answer: no",
      ]
    )
    let taken = try Self.node(
      .webhookSent,
      sent,
      system: "braze",
      children: [attempt(200, "success")]
    )
    #expect(tree(taken).dropFirst() == ["  > attempt 1: 200 success"])
  }

  @Test func `a long template ends somewhere`() throws {
    let long = (1...100).map { "line \($0)" }.joined(separator: "\n")
    let node = try Self.node(.smsSent, ["template": .string(long)], system: "braze")
    #expect(tree(node).count == 1 + 1 + 60 + 1)
    #expect(tree(node).last == "      … (40 more lines)")
  }
}
