import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `Webhooks of rules` {
  private let visitor: Visitor

  init() async throws {
    visitor = try Visitor()
    try await visitor.removeStandardTriggers()
  }

  private func outcomes() async throws -> [String] {
    try await visitor.entries("webhook_attempted")
      .filter { $0["system"] == "zendesk" }.compactMap { $0["outcome"]?.text }
  }

  private func invocations(_ webhook: String, _ query: String = "") async throws -> Value {
    let reply = try await visitor.get("/api/v2/webhooks/\(webhook)/invocations\(query)")
    try #require(reply.status == 200, "\(reply.text)")
    return reply.body
  }

  @Test func `are called, and say what came of it`() async throws {
    let id = try await visitor.calling()
    try await visitor.open()
    let fired = try #require(try await visitor.entries("trigger_fired").first)
    let invoked = try #require(try await visitor.entries("webhook_invoked").first)
    let invocation = try #require(invoked["invocation"]?.text)
    let body = #"{"attributes":[{"external_id":"u","n":"1"}]}"#
    #expect(invoked["cause"] == fired["number"])
    #expect(invoked["webhook"] == ["id": .string(id), "name": "W"])
    #expect(invoked["rule"] == fired["trigger"])
    #expect(invoked["method"] == "POST")
    #expect(invoked["url"] == "https://braze.localhost/users/track")
    #expect(
      invoked["template"] == #"{"attributes":[{"external_id":"u","n":"{{ticket.id}}"}]}"#
    )
    #expect(invoked["body"] == .string(body))
    let attempted = try #require(try await visitor.entries("webhook_attempted").first)
    #expect(attempted["cause"] == invoked["number"])
    #expect(attempted["attempt"] == 1)
    #expect(attempted["status_code"] == 201)
    #expect(attempted["outcome"] == "success")
    #expect(attempted["retry_at"] == .null)
    #expect(
      try await invocations(id) == [
        "meta": ["has_more": false],
        "invocations": [
          [
            "id": .string(invocation), "status_code": 201, "status": "success",
            "latest_completed_at": "2027-01-15T08:00:00Z",
          ]
        ],
      ]
    )
    let path = "/api/v2/webhooks/\(id)/invocations/\(invocation)/attempts"
    let attempt = try #require(try await visitor.get(path).body["attempts"]?.items?.first)
    #expect(attempt["id"] == .string(id))
    #expect(attempt["invocation_id"] == .string(invocation))
    #expect(attempt["status_code"] == 201)
    #expect(attempt["request"]?["payload"] == .string(body))
    #expect(attempt["completed_at"] == "2027-01-15T08:00:00Z")
    let names = try #require(attempt["request"]?["headers"]).column("key")
    #expect(
      names == [
        "X-Zendesk-Account-Id", "X-Zendesk-Webhook-Id", "X-Zendesk-Webhook-Invocation-Id",
        "X-Zendesk-Webhook-Signature", "X-Zendesk-Webhook-Signature-Timestamp", "User-Agent",
        "Content-Type",
      ]
    )
    #expect(attempt["response"]?["payload"]?.text?.contains("success") == true)
  }

  /// `printf '%s' '2027-01-15T08:00:00Z{"a":"ü"}' | openssl dgst -sha256 -hmac SECRET -binary | base64`
  @Test func `are signed with the webhook's secret`() throws {
    let webhook: Members = ["id": "01J0000000000000000000000A", "request_format": "json"]
    #expect(
      WebhookEndpoints.signingSecret(of: webhook) == "NjJmNzkxYjdmNDEyODcxMGQxZWY5ODEwYzI2NjE5Yjg="
    )
    let invocation: Members = [
      "id": "I", "method": "POST", "url": "https://braze.localhost/", "payload": #"{"a":"ü"}"#,
    ]
    let headers = WebhookRequest(webhook, invocation, now: 1_800_000_000).request.headers
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    #expect(header("x-zendesk-webhook-signature") == "iIxJdu0taf1Pn2xToGXtHxpRF8OfdrHCSKXyNBB5rMk=")
    #expect(header("x-zendesk-webhook-signature-timestamp") == "2027-01-15T08:00:00Z")
    #expect(header("x-zendesk-webhook-id") == "01J0000000000000000000000A")
    #expect(header("x-zendesk-webhook-invocation-id") == "I")
    #expect(header("user-agent") == "Zendesk Webhook")
    #expect(header("content-type") == "application/json; charset=utf-8")
  }

  @Test(
    arguments: [
      ("basic_auth", ["username": "u", "password": "p"], "authorization", "Basic dTpw"),
      ("bearer_token", ["token": "t0p"], "authorization", "Bearer t0p"),
      ("api_key", ["name": "X-Key", "value": "k3y"], "x-key", "k3y"),
    ] as [(String, Value, String, String)]
  )
  func `prove who they are, and show it to nobody`(
    _ type: String,
    _ data: Value,
    _ name: String,
    _ expected: String
  ) async throws {
    let authentication: Value = [
      "type": .string(type), "data": data, "add_position": "header",
    ]
    let id = try await visitor.calling(
      when: [("status", "is", "new")],
      ["authentication": authentication, "custom_headers": ["X-Team": "tea"]]
    )
    let stored = await visitor.emulator.zendesk.state.webhooks[id]
    let request = WebhookRequest(try #require(stored), ["id": "I", "payload": "{}"], now: 0)
    #expect(HTTPField.Name(name).flatMap { request.request.headers[$0] } == expected)
    #expect(HTTPField.Name("X-Team").flatMap { request.request.headers[$0] } == "tea")
    try await visitor.open()
    let invocation = try #require(try await invocations(id)["invocations"]?.column("id").first)
    let attempts = try await visitor.get(
      "/api/v2/webhooks/\(id)/invocations/\(invocation)/attempts"
    ).text
    let wire = try await visitor.get("/_emulator/wire").text
    #expect(attempts.contains("X-Team"))
    for text in [attempts, wire] {
      #expect(!text.lowercased().contains("authorization"))
      #expect(!text.contains("X-Key"))
      #expect(!text.contains(expected))
    }
  }

  @Test func `take parameters where they have no body`() async throws {
    let pairs: Value = [["id", "{{ticket.id}}"], ["a b", "{{ticket.title}} & more"]]
    _ = try await visitor.calling(
      pairs,
      [
        "endpoint": "https://braze.localhost/{{ticket.id}}/x?y=1", "http_method": "GET",
        "request_format": "form_encoded",
      ]
    )
    try await visitor.open(["subject": "Tee"])
    let invoked = try #require(try await visitor.entries("webhook_invoked").first)
    #expect(
      invoked["url"] == "https://braze.localhost/1/x?y=1&id=1&a%20b=Tee%20%26%20more"
    )
    #expect(invoked["body"] == "")
    #expect(try await outcomes() == ["client error"])
  }

  @Test func `encode forms`() async throws {
    let pairs: Value = [["text", "{{ticket.title}}"], ["n", "1+1"]]
    let id = try await visitor.calling(pairs, ["request_format": "form_encoded"])
    try await visitor.open(["subject": "a=b"])
    let invoked = try #require(try await visitor.entries("webhook_invoked").first)
    #expect(invoked["body"] == "text=a%3Db&n=1%2B1")
    let invocation = try #require(invoked["invocation"]?.text)
    let path = "/api/v2/webhooks/\(id)/invocations/\(invocation)/attempts"
    let text = try await visitor.get(path).text
    #expect(text.contains("application/x-www-form-urlencoded; charset=utf-8"))
  }

  @Test(arguments: [("inactive", true), ("deleted", false)])
  func `are left out where nobody is to be called`(_ reason: String, _ isThere: Bool) async throws {
    let id = try await visitor.calling()
    let path = "/api/v2/webhooks/\(id)"
    let change: Value = ["webhook": ["status": "inactive"]]
    let reply = try await visitor.send(isThere ? .patch : .delete, path, isThere ? change : nil)
    try #require(reply.status == 204)
    try await visitor.open()
    let skipped = try await visitor.entries("webhook_skipped")
    #expect(skipped.map { $0["reason"] ?? .null } == [.string(reason)])
    #expect(skipped[0]["webhook"]?["id"] == .string(id))
    #expect(skipped[0]["ticket"] == 1)
    #expect(try await outcomes().isEmpty)
  }

  @Test func `of nobody known fail`() async throws {
    let id = try await visitor.calling("{}", ["endpoint": "https://example.com/"])
    try await visitor.open()
    #expect(try await outcomes() == ["failed"])
    let invocation = try await invocations(id)["invocations"]?.items?.first
    #expect(invocation?["status"] == "failed")
    #expect(invocation?["status_code"] == nil)
    let attempted = try #require(try await visitor.entries("webhook_attempted").first)
    #expect(attempted["status_code"] == .null)
    #expect(attempted["answer"]?.text?.contains("example.com") == true)
  }

  @Test func `escape what they insert into JSON, where that makes a difference`() async throws {
    _ = try await visitor.calling(#"{"attributes":[{"external_id":"u","t":"{{ticket.title}}"}]}"#)
    try await visitor.open(["subject": "plain"])
    #expect(try await visitor.touched().isEmpty)
    try await visitor.open(["subject": "say \"hi\""])
    #expect(try await visitor.touched() == ["zendesk-json-escaping"])
    try await visitor.read(.zendeskJSONEscaping, as: "verbatim")
    try await visitor.open(["subject": "say \"hi\""])
    let bodies = try await visitor.entries("webhook_invoked").compactMap { $0["body"]?.text }
    #expect(bodies[1].hasSuffix(#""t":"say \"hi\""}]}"#))
    #expect(bodies[2].hasSuffix(#""t":"say "hi""}]}"#))
    #expect(try await outcomes() == ["success", "success", "client error"])
  }

  @Test(arguments: [
    (
      "headed",
      "----------------------------------------------\n\nAnn, Jan 15, 2027, 08:00\n\nHello"
    ),
    (
      "headed-tightly",
      "----------------------------------------------\nAnn, Jan 15, 2027, 08:00\nHello"
    ),
    ("bare", "Hello"),
  ])
  func `show comments in one of the open ways`(_ reading: String, _ expected: String)
    async throws
  {
    _ = try await visitor.calling(
      "{{ticket.latest_public_comment_html}}",
      when: [("update_type", "is", "Change")],
      ["request_format": "xml"]
    )
    let agent = try await visitor.person("Ann", ["role": "agent"])
    try await visitor.open()
    #expect(try await visitor.touched().isEmpty)
    try await visitor.read(.zendeskCommentPlaceholder, as: reading)
    try await visitor.work(as: agent, ["comment": ["body": "Hello"]])
    #expect(try await visitor.touched() == ["zendesk-comment-placeholder"])
    let invoked = try #require(try await visitor.entries("webhook_invoked").first)
    #expect(invoked["body"] == .string(expected))
  }

  @Test(arguments: [("in-order", ["1", "2"]), ("reversed", ["2", "1"])])
  func `of one update are sent in one order or the other`(_ reading: String, _ expected: [String])
    async throws
  {
    let least = #"{"attributes":[{"external_id":"u","n":"#
    _ = try await visitor.calling(.string(least + "1}]}"), when: [("status", "is", "open")])
    _ = try await visitor.calling(.string(least + "2}]}"), when: [("status", "is_not", "closed")])
    try await visitor.read(.zendeskWebhookOrder, as: reading)
    for _ in 1...2 { try await visitor.open() }
    #expect(try await visitor.touched().isEmpty)
    let last = try await visitor.entries().last?["number"]?.integer ?? 0
    try await visitor.update(["status": "open"])
    #expect(try await visitor.touched() == ["zendesk-webhook-order"])
    let entries = try await visitor.entries().filter { ($0["number"]?.integer ?? 0) > last }
    let invoked = Dictionary(
      uniqueKeysWithValues: entries.filter { $0["type"] == "webhook_invoked" }.map {
        ($0["number"] ?? .null, $0["body"]?.text ?? "")
      }
    )
    let sent = entries.filter { $0["type"] == "webhook_attempted" }
      .compactMap { $0["cause"].flatMap { invoked[$0] } }
    #expect(sent == expected.map { least + $0 + "}]}" })
  }

  @Test func `of an automation have no order either`() async throws {
    let id = try await visitor.calling("{}", when: [("status", "is", "solved")])
    try await visitor.create(
      "automations",
      "automation",
      .object(
        Visitor.rule(
          [("status", "is", "open"), ("OPEN", "is", "1")],
          [("status", "solved"), ("notification_webhook", [.string(id), "{}"])]
        ).merging(["title": "Solve"])
      )
    )
    try await visitor.read(.zendeskWebhookOrder, as: "reversed")
    try await visitor.open(["status": "open"])
    try await visitor.pass(2 * 3600)
    #expect(try await visitor.touched() == ["zendesk-webhook-order"])
    let invoked = try await visitor.entries("webhook_invoked")
    #expect(invoked.map { $0["rule"]?["title"] } == ["Solve", "Call"])
    let sent = try await visitor.entries("webhook_attempted").compactMap { $0["cause"] }
    #expect(sent == invoked.reversed().compactMap { $0["number"] })
  }

  @Test func `of malformed templates send nothing`() async throws {
    _ = try await visitor.calling("{% if %}")
    try await visitor.open()
    let failed = try await visitor.entries("template_failed")
    #expect(failed.count == 1)
    #expect(failed[0]["rule"]?["title"] == "Call")
    #expect(failed[0]["reason"]?.text?.contains("line 1") == true)
    #expect(try await visitor.entries("webhook_invoked").isEmpty)
  }
}

/// What happens where a server does not take them.
extension `Webhooks of rules` {
  @Test(
    arguments: [
      (409, nil, 4), (429, 7, 2), (503, 59, 2), (429, 60, 1), (503, nil, 1), (500, 7, 1),
      (404, nil, 1),
    ] as [(Int, Int?, Int)]
  )
  func `are sent again as the answer says`(_ status: Int, _ retryAfter: Int?, _ count: Int)
    async throws
  {
    var fault: Members = ["kind": "status", "status": .integer(status), "times": 10]
    if let retryAfter { fault["retry_after"] = .integer(retryAfter) }
    // A conflict lasts; whoever says when to come back is ready then.
    if status != 409 { fault["times"] = 1 }
    let id = try await visitor.calling()
    try await visitor.arm(fault)
    try await visitor.open()
    try #require(try await visitor.entries("webhook_attempted").count == 1)
    let isAsked = try await visitor.touched().contains("zendesk-webhook-retries")
    #expect(isAsked == (count > 1))
    if let retryAfter, count > 1 {
      try await visitor.pass(retryAfter - 1)
      #expect(try await visitor.entries("webhook_attempted").count == 1)
    }
    try await visitor.pass(300)
    let attempts = try await visitor.entries("webhook_attempted")
    #expect(attempts.map { $0["attempt"] ?? .null } == (1...count).map { .integer($0) })
    #expect(Set(attempts.map { $0["invocation"] }).count == 1)
    #expect((attempts[0]["retry_at"] == .null) == (count == 1))
    #expect(attempts.last?["retry_at"] == .null)
    let listed = try await invocations(id)["invocations"]?.items
    #expect(listed?.count == 1)
    #expect(listed?.first?["status"] == (count == 2 ? "success" : attempts[0]["outcome"]))
  }

  @Test func `are sent once in the other reading`() async throws {
    try await visitor.read(.zendeskWebhookRetries, as: "not-retried")
    _ = try await visitor.calling()
    try await visitor.arm(["kind": "status", "status": 409])
    try await visitor.open()
    try await visitor.pass(300)
    #expect(try await outcomes() == ["client error"])
    #expect(try await visitor.touched() == ["zendesk-webhook-retries"])
  }

  @Test(arguments: [
    (9, "12-seconds", false, false), (11, "12-seconds", true, false),
    (11, "10-seconds", true, true), (13, "12-seconds", false, true),
  ])
  func `are given up after a while`(
    _ seconds: Int,
    _ reading: String,
    _ isAsked: Bool,
    _ timesOut: Bool
  ) async throws {
    try await visitor.read(.zendeskWebhookTimeout, as: reading)
    _ = try await visitor.calling()
    try await visitor.arm(["kind": "slow", "seconds": .integer(seconds), "times": 20])
    try await visitor.open()
    #expect(try await visitor.touched().contains("zendesk-webhook-timeout") == isAsked)
    try await visitor.pass(600)
    let expected = timesOut ? Array(repeating: "timeout", count: 6) : ["success"]
    #expect(try await outcomes() == expected)
  }

  @Test func `spare a server that keeps failing`() async throws {
    let id = try await visitor.calling()
    try await visitor.arm(["kind": "status", "status": 500, "times": 11])
    for _ in 1...12 { try await visitor.open() }
    var expected = Array(repeating: "server error", count: 10)
    expected += ["circuit broken", "circuit broken"]
    #expect(try await outcomes() == expected)
    let broken = try await invocations(id, "?filter[status]=circuit+broken")["invocations"]?.items
    #expect(broken?.count == 2)
    #expect(broken?.first?["status_code"] == nil)
    let last = try #require(broken?.first?["id"]?.text)
    let path = "/api/v2/webhooks/\(id)/invocations/\(last)/attempts"
    let attempt = try await visitor.get(path).body["attempts"]?.items?.first
    #expect(attempt?["status"] == "circuit broken")
    #expect(attempt?["request"] == nil)
    // One is let through, and fails; the next one does not.
    try await visitor.pass(5)
    for _ in 1...2 { try await visitor.open() }
    try await visitor.pass(5)
    for _ in 1...2 { try await visitor.open() }
    expected += ["server error", "circuit broken", "success", "success"]
    #expect(try await outcomes() == expected)
  }

  @Test func `are listed page by page, as asked`() async throws {
    let id = try await visitor.calling()
    try await visitor.arm(["kind": "status", "status": 500])
    for _ in 1...3 {
      try await visitor.open()
      try await visitor.pass(60)
    }
    let all = try #require(try await invocations(id)["invocations"]?.column("id"))
    #expect(all == all.sorted().reversed())
    #expect(all.count == 3)
    let first = try await invocations(id, "?page[size]=2")
    #expect(first["invocations"]?.column("id") == Array(all.prefix(2)))
    #expect(first["meta"]?["has_more"] == true)
    let next = try #require(first["links"]?["next"]?.text)
    let second = try await visitor.get(next).body
    #expect(second["invocations"]?.column("id") == [all[2]])
    #expect(second["meta"]?["has_more"] == false)
    func listed(_ query: String) async throws -> [String] {
      try await invocations(id, "?\(query)")["invocations"]?.column("id") ?? []
    }
    #expect(try await listed("sort=latest_completed_at") == all.reversed())
    #expect(try await listed("filter[status]=server+error") == [all[2]])
    #expect(try await listed("filter[from_ts]=2027-01-15T08:01:00Z") == Array(all.prefix(2)))
    #expect(try await listed("filter[to_ts]=2027-01-15T08:01:00Z") == Array(all.suffix(2)))
    for query in ["sort=status", "filter[from_ts]=yesterday"] {
      let path = "/api/v2/webhooks/\(id)/invocations?\(query)"
      #expect(try await visitor.get(path).status == 400)
    }
  }

  @Test func `are kept for seven days`() async throws {
    let id = try await visitor.calling()
    try await visitor.open(["status": "solved"])
    let day = 86_400
    try await visitor.pass(7 * day - 1)
    #expect(try await invocations(id)["invocations"]?.items?.isEmpty == false)
    try await visitor.pass(1)
    #expect(try await invocations(id)["invocations"]?.items?.isEmpty == true)
    try await visitor.open()
    let kept = await visitor.emulator.zendesk.state.webhookInvocations.objects
    #expect(kept.count == 1)
  }
}
