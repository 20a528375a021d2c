import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `A webhook of the emulated Braze` {
  private static let path = "/api/v2/trigger_categories"
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  /// A campaign that makes a trigger category in the emulated Zendesk.
  private func campaign(_ further: Members = [:], _ rest: Members = [:]) async throws -> String {
    let least: Members = [
      "url": "https://zendesk.localhost/api/v2/trigger_categories", "method": "POST",
      "headers": ["Content-Type": "application/json", "Authorization": "Bearer x"],
      "body": """
      {"trigger_category": {"name": "{{${first_name} | json_escape}}"}}
      """,
    ]
    let form: Members = [
      "delivery": ["type": "api_triggered", "re_eligible": true],
      "webhook": .object(least.merging(further)),
    ]
    return try await visitor.campaign("W", form.merging(rest))
  }

  private func fire(_ campaign: String) async throws {
    try await visitor.trigger(campaign, to: ["external_user_id": "u1"])
  }

  private func categories() async throws -> [String] {
    try await visitor.get("https://zendesk.localhost\(Self.path)").body["trigger_categories"]?
      .column("name") ?? []
  }

  private func received(_ user: String = "u1") async throws -> [Value] {
    let body: Value = [
      "external_ids": [.string(user)], "fields_to_export": ["campaigns_received"],
    ]
    let reply = try await visitor.send(.post, "/users/export/ids", body)
    return reply.body["users"]?.items?.first?["campaigns_received"]?.items ?? []
  }

  private func attempts() async throws -> [Value] {
    try await visitor.happened(.webhookAttempted)
  }

  @Test func `does something in Zendesk`() async throws {
    let id = try await campaign()
    try await visitor.track(["external_id": "u1", "first_name": "A \"B\""])
    try await fire(id)
    #expect(try await categories().contains("A \"B\""))
    let sent = try #require(try await visitor.happened(.webhookSent).first)
    #expect(sent["method"] == "POST")
    #expect(sent["url"] == "https://zendesk.localhost/api/v2/trigger_categories")
    #expect(
      sent["headers"] == ["Content-Type": "application/json", "Authorization": "(secret)"]
    )
    #expect(sent["body"] == "{\"trigger_category\": {\"name\": \"A \\\"B\\\"\"}}")
    #expect(sent["template"]?["body"]?.text?.contains("json_escape") == true)
    let entered = try await visitor.happened(.campaignEntered).first
    #expect(sent["cause"] == entered?["number"])
    let attempt = try #require(try await attempts().first)
    #expect(attempt["cause"] == sent["number"])
    #expect(attempt["message"] == sent["message"])
    #expect(attempt["attempt"] == 1)
    #expect(attempt["status_code"] == 201)
    #expect(attempt["outcome"] == "success")
    #expect(attempt["retry_at"] == .null)
    #expect(attempt["answer"]?.text?.contains("trigger_category") == true)
    #expect(
      try await received() == [
        [
          "name": "W", "api_campaign_id": .string(id), "converted": false, "engaged": [:],
          "last_received": "2027-01-15T08:00:00.000Z",
        ]
      ]
    )
    let campaign = try await visitor.get("/_emulator/braze/campaigns/\(id)").body
    #expect(campaign["first_sent"] == "2027-01-15T08:00:00.000Z")
    #expect(try await visitor.get("/_emulator/braze/activity").body["activity"] == [])
  }

  @Test(arguments: [
    (200, "success", true, false), (204, "success", true, false), (302, "redirect", false, false),
    (400, "client error", false, false), (401, "client error", false, false),
    (404, "client error", false, false), (422, "client error", false, false),
    (408, "client error", false, true), (429, "throttled", false, true),
    (500, "server error", false, true), (503, "server error", false, true),
  ])
  func `is received, sent again or lost by the status`(
    _ status: Int,
    _ outcome: String,
    _ isReceived: Bool,
    _ isRetried: Bool
  ) async throws {
    let id = try await campaign()
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.fault(
      ["kind": "status", "path": .string(Self.path), "status": .integer(status)]
    )
    try await fire(id)
    let attempt = try #require(try await attempts().first)
    #expect(attempt["status_code"] == .integer(status))
    #expect(attempt["outcome"] == .string(outcome))
    #expect((attempt["retry_at"] == .null) == !isRetried)
    #expect(try await received().isEmpty == !isReceived)
    let activity = try await visitor.get("/_emulator/braze/activity").body["activity"]?.items ?? []
    #expect(activity.count == (isReceived ? 0 : 1))
    #expect(
      try await visitor.happened(.messageFailed).count == (isReceived || isRetried ? 0 : 1)
    )
    try await visitor.pass(30)
    #expect(try await attempts().count == (isRetried ? 2 : 1))
    #expect(try await received().isEmpty == !(isReceived || isRetried))
  }

  @Test func `is tried six times within half an hour`() async throws {
    let id = try await campaign()
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.fault(
      ["kind": "status", "path": .string(Self.path), "status": 500, "times": 100]
    )
    try await fire(id)
    try await visitor.pass(86_400)
    let attempts = try await attempts()
    #expect(
      attempts.column("at") == [
        "2027-01-15T08:00:00Z", "2027-01-15T08:00:30Z", "2027-01-15T08:01:30Z",
        "2027-01-15T08:03:30Z", "2027-01-15T08:07:30Z", "2027-01-15T08:15:30Z",
      ]
    )
    #expect(attempts.map { $0["attempt"] } == [1, 2, 3, 4, 5, 6])
    #expect(attempts.last?["retry_at"] == .null)
    #expect(
      try await visitor.happened(.messageFailed).column("reason") == [
        "POST https://zendesk.localhost\(Self.path) answered 500, for the last time"
      ]
    )
    #expect(try await received().isEmpty)
  }

  @Test(arguments: [(0, "08:00:00"), (7, "08:00:07"), (1_800, "08:30:00")])
  func `waits as long as it is told`(_ seconds: Int, _ time: String) async throws {
    let id = try await campaign()
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.fault([
      "kind": "status", "path": .string(Self.path), "status": 429,
      "retry_after": .integer(seconds),
    ])
    try await fire(id)
    #expect(try await attempts().first?["retry_at"] == .string("2027-01-15T\(time)Z"))
    try await visitor.pass(seconds)
    #expect(try await attempts().map { $0["status_code"] } == [429, 201])
  }

  @Test(arguments: [
    ("Retry-After", "7", 7), ("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT", nil),
    ("Retry-After", "-1", nil), ("X-Rate-Limit-Reset", "60", 60),
    ("X-Rate-Limit-Reset", "1800000012", 12), ("X-Rate-Limit-Reset", "1799999999", 0),
    ("X-RateLimit-Reset", "60", nil),
  ])
  func `reads how long it shall wait`(_ name: String, _ text: String, _ wait: Int?) throws {
    let field = try #require(HTTPField.Name(name))
    let response = Response(status: 429, headers: [field: text])
    #expect(WebhookResult(.answered(response, 0), now: 1_800_000_000).wait == wait)
  }

  @Test func `gives up where it is told to wait longer`() async throws {
    let id = try await campaign()
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.fault([
      "kind": "status", "path": .string(Self.path), "status": 429, "retry_after": 1_801,
    ])
    try await fire(id)
    #expect(try await attempts().column("retry_at").isEmpty)
    #expect(try await visitor.happened(.messageFailed).count == 1)
  }

  @Test(
    arguments: [
      (["kind": "disconnect_before"], 599, "failed", 1),
      // It took effect all the same, so that sending it again does it twice.
      (["kind": "disconnect_after"], 599, "failed", 2),
      (["kind": "slow", "seconds": 91], nil, "timeout", 2),
      (["kind": "slow", "seconds": 90], 201, "success", 1),
    ] as [(Members, Int?, String, Int)]
  )
  func `has no answer at all`(
    _ fault: Members,
    _ status: Int?,
    _ outcome: String,
    _ count: Int
  ) async throws {
    // Two of one name are no mistake in Zendesk.
    let id = try await campaign()
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.fault(.object(fault.merging(["path": .string(Self.path)])))
    try await fire(id)
    let attempt = try #require(try await attempts().first)
    #expect(attempt["status_code"] == (status.map { .integer($0) } ?? .null))
    #expect(attempt["outcome"] == .string(outcome))
    try await visitor.pass(30)
    #expect(try await categories().filter { $0 == "Ann" }.count == count)
    #expect(try await received().count == 1)
  }

  @Test func `to a host that is not there fails`() async throws {
    let id = try await campaign(["url": "https://example.com/hook"])
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await fire(id)
    let attempt = try #require(try await attempts().first)
    #expect(attempt["status_code"] == 599)
    #expect(attempt["answer"]?.text?.contains("example.com") == true)
  }

  @Test func `that was not received does not count`() async throws {
    let delivery: Members = ["delivery": ["type": "api_triggered", "re_eligible": false]]
    let id = try await campaign([:], delivery)
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.fault(["kind": "status", "path": .string(Self.path), "status": 422])
    try await fire(id)
    try await fire(id)
    try await fire(id)
    #expect(try await attempts().map { $0["status_code"] } == [422, 201])
    let skipped = try #require(try await visitor.happened(.campaignSkipped).first)
    #expect(skipped.check("re-eligibility")?["holds"] == false)
  }

  @Test func `is sent once to who enters twice within a moment`() async throws {
    let trigger: Value = ["type": "custom_event", "event": "solved"]
    _ = try await campaign([:], ["delivery": ["type": "action_based", "trigger": trigger]])
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.fault(["kind": "status", "path": .string(Self.path), "status": 422])
    let event: Value = ["external_id": "u1", "name": "solved", "time": "2026-01-01T00:00:00Z"]
    for _ in 1...3 {
      _ = try await visitor.send(.post, "/users/track", ["events": [event, event]])
    }
    #expect(try await attempts().map { $0["status_code"] } == [422, 201])
    #expect(
      try await visitor.happened(.campaignSkipped).map { $0.check("re-eligibility")?["actual"] }
        == [
          "a message is on its way", "a message is on its way", "received 0 seconds ago",
          "received 0 seconds ago",
        ]
    )
  }

  @Test func `is on its way as long as it is tried again`() async throws {
    let trigger: Value = ["type": "custom_event", "event": "solved"]
    _ = try await campaign([:], ["delivery": ["type": "action_based", "trigger": trigger]])
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.fault(
      ["kind": "status", "path": .string(Self.path), "status": 500, "times": 6]
    )
    try await visitor.event("solved")
    try await visitor.event("solved")
    #expect(try await visitor.happened(.campaignEntered).count == 1)
    try await visitor.pass(1_800)
    #expect(try await attempts().count == 6)
    try await visitor.event("solved")
    #expect(try await attempts().last?["status_code"] == 201)
  }

  @Test(arguments: [
    ("https://zendesk.localhost/{{custom_attribute.${a}}}", "x y", "blank or a line break in it"),
    ("{{custom_attribute.${a}}}", "ftp://example.com", "no URL of http or https"),
    ("{{custom_attribute.${a}}}", "", "no URL of http or https"),
    ("https://example.com:8443/{{custom_attribute.${a}}}", "", "ports 80 and 443"),
    ("https://zendesk.localhost/{{custom_attribute.${a}}}", "x\n", "begins or ends"),
    ("{% connected_content https://example.com :save x %}", "", "line 1, column 1"),
    ("{% if %}", "", "the URL, line 1"),
  ])
  func `with a URL that is none is not sent`(
    _ url: String,
    _ value: String,
    _ reason: String
  ) async throws {
    let id = try await campaign(["url": .string(url)])
    try await visitor.track(["external_id": "u1", "a": .string(value)])
    try await fire(id)
    let failed = try #require(try await visitor.happened(.messageFailed).first)
    #expect(failed["reason"]?.text?.contains(reason) == true, "\(failed.json())")
    #expect(try await visitor.happened(.webhookSent).isEmpty)
    let activity = try await visitor.get("/_emulator/braze/activity").body["activity"]?.items
    #expect(activity?.column("type") == ["failure"])
    #expect(activity?.first?["reason"] == failed["reason"])
  }

  @Test(arguments: [
    "https://ann:hush@zendesk.localhost/api/v2/trigger_categories?api_key=hush&sort=a",
    "https://ann:hush@zendesk.localhost/a b?token=hush", "ftp://ann:hush@example.com",
    "https://ann:hush@example.com:8443/", "https://ann:hush@example.com/?a=1&accessToken=hush",
  ])
  func `is told without the credentials in its URL`(_ url: String) async throws {
    let id = try await campaign(["url": .string(url)])
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await visitor.fault(["kind": "status", "path": .string(Self.path), "status": 422])
    try await fire(id)
    for path in ["wire", "braze/activity", "requests"] {
      #expect(try await !visitor.get("/_emulator/\(path)").text.contains("hush"), "\(path)")
    }
  }

  @Test(arguments: [
    (
      "https://a.example/x?keyword=b&page[size]=2#k", "https://a.example/x?keyword=b&page[size]=2#k"
    ),
    ("https://u@a.example", "https://(secret)@a.example"),
    ("https://{{a}}:{{b}}@a.example/{{c}}", "https://(secret)@a.example/{{c}}"),
    ("https://a.example/u@b?x", "https://a.example/u@b?x"), ("nothing", "nothing"),
    ("https://a.example?client_secret=1&&b", "https://a.example?client_secret=(secret)&&b"),
  ])
  func `keeps of its URL what is no credential`(_ url: String, _ shown: String) {
    #expect(Concealment.url(url) == shown)
  }

  @Test func `may lose the blanks around its URL`() async throws {
    let id = try await campaign(["url": "https://zendesk.localhost/api/v2/trigger_categories\n"])
    try await visitor.read(.brazeURLBlanks, as: "cut-off")
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await fire(id)
    #expect(try await attempts().map { $0["status_code"] } == [201])
    #expect(try await visitor.isTouched(.brazeURLBlanks))
  }

  @Test func `with a line break in a header is not sent`() async throws {
    let id = try await campaign(["headers": ["X-Note": "{{custom_attribute.${a}}}"]])
    try await visitor.track(["external_id": "u1", "a": "x\ny"])
    try await fire(id)
    #expect(
      try await visitor.happened(.messageFailed).column("reason") == [
        "the header X-Note has a line break in it"
      ]
    )
  }

  @Test func `that aborts is logged and not sent`() async throws {
    let id = try await campaign(["body": "{% abort_message('no ticket') %}"])
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await fire(id)
    let aborted = try #require(try await visitor.happened(.messageAborted).first)
    #expect(aborted["reason"] == "no ticket")
    #expect(aborted["campaign"]?["id"] == .string(id))
    let activity = try await visitor.get("/_emulator/braze/activity").body["activity"]?.items
    #expect(activity?.column("type") == ["abort"])
    #expect(activity?.column("at") == ["2027-01-15T08:00:00.000Z"])
    #expect(try await received().isEmpty)
  }

  @Test func `without a content type is given one`() async throws {
    let id = try await campaign(["headers": ["Authorization": "Bearer x"]])
    try await visitor.track(["external_id": "u1", "first_name": "Ann"])
    try await fire(id)
    #expect(try await categories().contains("Ann"))
  }

  @Test func `leaves a host alone that fails all the time`() {
    var health = HostHealth()
    for _ in 0..<3_000 { health.note(503, of: "a", now: 100) }
    health.note(500, of: "a", now: 100)
    #expect(!health.isHalted("a", now: 100))
    health.note(429, of: "a", now: 159)
    #expect(health.isHalted("a", now: 218))
    #expect(!health.isHalted("a", now: 219))
    #expect(!health.isHalted("b", now: 159))
    health.note(503, of: "a", now: 219)
    #expect(!health.isHalted("a", now: 219))
  }
}
