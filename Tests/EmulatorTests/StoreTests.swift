import HTTPTypes
import Messages
import Platform
import Synchronization
import Testing
import Values

@testable import Emulator

@Suite struct `The emulator's store` {
  private static let count = Mutex(0)

  /// A folder of its own for each test; the system clears it away.
  private static func folder() -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return "/tmp/lockstep-emulator-tests/\(Processes.currentID)-\(number)/store"
  }

  private static func file(_ folder: String) -> String { "\(folder)/zendesk.json" }

  private static func content(_ folder: String) throws -> Value {
    let bytes = try FileText.read(file(folder), limitBytes: 1 << 24)
    return try Value(json: try #require(bytes))
  }

  @Test func `what was written is there the next time`() async throws {
    let path = Self.folder()
    let first = try Visitor(EmulatorOptions(storePath: path))
    let trigger = try await first.trigger("Kept", ["description": "é \"quoted\""])
    let secret: Value = [
      "type": "bearer_token", "data": ["token": "kept"], "add_position": "header",
    ]
    let webhook = try await first.create(
      "webhooks",
      "webhook",
      Visitor.webhook("W", ["authentication": secret])
    )
    try await first.create("user_fields", "user_field", ["key": "k", "title": "T"])
    try await first.emulator.close()

    let second = try Visitor(EmulatorOptions(storePath: path))
    let list = try await second.get("/api/v2/triggers")
    #expect(list.body["triggers"]?.items?.last == trigger)
    #expect(try await second.get("/api/v2/user_fields/k").status == 200)
    let id = try #require(webhook["id"]?.text)
    #expect(try await second.get("/api/v2/webhooks/\(id)").status == 200)
    #expect(try Self.content(path)["webhooks"]?.items?.first?["authentication"] == secret)
    #expect(try await second.trigger("Next")["id"] != trigger["id"])
    try await second.emulator.close()
  }

  @Test func `a token outlives the process`() async throws {
    let path = Self.folder()
    let options = EmulatorOptions(storePath: path, requiredCredential: "id:secret")
    let first = try Visitor(options)
    let grant: Value = [
      "grant_type": "client_credentials", "client_id": "id", "client_secret": "secret",
    ]
    let reply = try await first.send(.post, "/oauth/tokens", grant)
    try await first.emulator.close()
    var second = try Visitor(options)
    second.authorization = "Bearer \(try #require(reply.body["access_token"]?.text))"
    #expect(try await second.get("/api/v2/triggers").status == 200)
    try await second.emulator.close()
  }

  @Test func `tickets and users are there the next time, and numbers go on`() async throws {
    let path = Self.folder()
    let first = try Visitor(EmulatorOptions(storePath: path))
    let ann = try await first.user("Ann", ["email": "ann@example.com"])
    _ = try await first.ticket(["requester_id": ann["id"] ?? .null])
    let id = try first.id(ann)
    _ = try await first.send(.put, "/api/v2/users/\(id)", ["user": ["email": "b@example.com"]])
    _ = try await first.ticket()
    #expect(try await first.send(.delete, "/api/v2/tickets/2").status == 204)
    let all = try await first.get("/_emulator/zendesk").body
    let audits = try await first.get("/api/v2/tickets/1/audits").body
    let state = await first.emulator.zendesk.state
    try await first.emulator.close()

    let second = try Visitor(EmulatorOptions(storePath: path))
    #expect(try await second.get("/_emulator/zendesk").body == all)
    #expect(try await second.get("/api/v2/tickets/1/audits").body == audits)
    let metrics = await second.emulator.zendesk.state.tickets["1"]?["metrics"]
    #expect(metrics == state.tickets["1"]?["metrics"])
    #expect(try await second.ticket(["requester": "b@example.com"])["id"] == 3)
    #expect(try await second.get("/api/v2/users").body["count"] == 2)
    try await second.emulator.close()
  }

  @Test func `a store from before there were tickets opens with none`() async throws {
    let path = Self.folder()
    let first = try Visitor(EmulatorOptions(storePath: path))
    _ = try await first.trigger("Kept")
    try await first.emulator.close()
    var document = try #require(try Self.content(path).members)
    document["format_version"] = 2
    for name in ["users", "tickets", "ticket_comments", "ticket_audits", "issued_tickets"] {
      try #require(document[name] != nil)
      document[name] = nil
    }
    try AtomicFile.write(Array(Value.object(document).json().utf8), to: Self.file(path))

    let second = try Visitor(EmulatorOptions(storePath: path))
    #expect(
      try await second.get("/api/v2/triggers").body["triggers"]?.column("title").last == "Kept"
    )
    #expect(try await second.get("/api/v2/users").body["users"]?.column("role") == ["admin"])
    #expect(try await second.ticket()["id"] == 1)
    try await second.emulator.close()
    #expect(try Self.content(path)["format_version"] == 3)

    document["format_version"] = 3
    try AtomicFile.write(Array(Value.object(document).json().utf8), to: Self.file(path))
    let reason = "\"users\" is not a list"
    #expect(throws: EmulatorError.storeDamaged(path: Self.file(path), reason: reason)) {
      try EmulatorInstance(EmulatorOptions(storePath: path))
    }
  }

  @Test func `the Braze half is there the next time, and written only when it changed`()
    async throws
  {
    let path = Self.folder()
    let first = try Visitor.braze(EmulatorOptions(storePath: path))
    _ = try await first.get("/campaigns/list")
    try await first.emulator.close()
    #expect(try FileText.read("\(path)/braze.json", limitBytes: 1 << 24) == nil)

    let second = try Visitor.braze(EmulatorOptions(storePath: path))
    let campaign = try await second.campaign("Kept", ["tags": ["t"]])
    try await second.block("kept", ["tags": ["t"]])
    try await second.track(["external_id": "u", "plan": "gold"])
    let send: Value = [
      "campaign_id": .string(campaign), "recipients": [["external_user_id": "u"]],
    ]
    #expect(try await second.send(.post, "/campaigns/trigger/send", send).status == 201)
    try await second.dashboard("keys", ["value": "kept", "permissions": ["campaigns.list"]])
    let all = try await second.get("/_emulator/braze").body
    try await second.emulator.close()

    var third = try Visitor.braze(EmulatorOptions(storePath: path))
    #expect(try await third.get("/_emulator/braze").body == all)
    #expect(try await third.get("/campaigns/list").status == 401)
    third.authorization = "Bearer kept"
    #expect(try await third.get("/campaigns/list").body["campaigns"]?.column("name") == ["Kept"])
    #expect(try await third.campaign("Next") != campaign)
    #expect(try await third.send(.post, "/_emulator/reset").status == 204)
    try await third.emulator.close()
    let fourth = try Visitor.braze(EmulatorOptions(storePath: path))
    #expect(try await fourth.get("/campaigns/list").body["campaigns"] == [])
    _ = try await fourth.campaign("By the door alone")
    try await fourth.emulator.close()
    let fifth = try Visitor.braze(EmulatorOptions(storePath: path))
    let list = try await fifth.get("/campaigns/list").body["campaigns"]
    #expect(list?.column("name") == ["By the door alone"])
    try await fifth.emulator.close()
  }

  @Test func `what both halves did is there the next time`() async throws {
    let path = Self.folder()
    let first = try Visitor(EmulatorOptions(storePath: path))
    let webhook = try await first.calling()
    var customer = first
    customer.origin = "https://braze.localhost"
    try await customer.track(["external_id": "u1", "first_name": "Ann"])
    let campaign = try await customer.campaign(
      "Kept",
      [
        "delivery": ["type": "api_triggered", "re_eligible": false],
        "webhook": [
          "url": "https://zendesk.localhost/api/v2/tickets", "method": "POST",
          "headers": ["Authorization": "Bearer x", "Content-Type": "application/json"],
          "body": #"{"ticket": {"subject": "S", "comment": {"body": "B"}}}"#,
        ],
      ]
    )
    try await customer.fault(["kind": "status", "path": "/api/v2/tickets", "status": 422])
    for _ in 1...2 { try await customer.trigger(campaign, to: ["external_user_id": "u1"]) }
    let workspace = try await first.get("/_emulator/braze").body
    #expect(workspace["activity"]?.items?.count == 1)
    let invocations = "/api/v2/webhooks/\(webhook)/invocations"
    let called = try await first.get(invocations).body
    #expect(called["invocations"]?.items?.count == 1)
    try await first.emulator.close()

    let second = try Visitor(EmulatorOptions(storePath: path))
    #expect(try await second.get("/_emulator/braze").body == workspace)
    #expect(try await second.get(invocations).body == called)
    #expect(try await second.get("/_emulator/wire").body == ["entries": [], "last": 0])
    // What was received is not sent again.
    customer = second
    customer.origin = "https://braze.localhost"
    try await customer.trigger(campaign, to: ["external_user_id": "u1"])
    #expect(try await second.entries("campaign_skipped").count == 1)
    try await second.emulator.close()
  }

  @Test func `a workspace from before messages were sent lives on`() async throws {
    let path = Self.folder()
    let first = try Visitor.braze(EmulatorOptions(storePath: path))
    let group = try await first.smsGroup()
    try await first.subscriber(of: group)
    _ = try await first.smsCampaign(
      "Kept",
      on: ["type": "custom_event", "event": "solved"],
      to: group,
      body: "Hello {{${first_name}}}"
    )
    try await first.emulator.close()
    let file = "\(path)/braze.json"
    let bytes = try #require(try FileText.read(file, limitBytes: 1 << 24))
    var document = try #require(try Value(json: bytes).members)
    try #require(document["activity"] != nil)
    document["activity"] = nil
    try AtomicFile.write(Array(Value.object(document).json().utf8), to: file)

    let second = try Visitor.braze(EmulatorOptions(storePath: path))
    try await second.event("solved")
    #expect(try await second.happened(.smsSent).column("body") == ["Hello Ann"])
    #expect(try await second.get("/_emulator/braze/activity").body["activity"] == [])
    try await second.emulator.close()
  }

  @Test func `a damaged half leaves the store as it is, and unlocked`() async throws {
    let path = Self.folder()
    let first = try Visitor(EmulatorOptions(storePath: path))
    _ = try await first.trigger("Kept")
    try await first.emulator.close()
    let file = "\(path)/braze.json"
    try AtomicFile.write(Array("{".utf8), to: file)
    for _ in 1...2 {
      #expect {
        try EmulatorInstance(EmulatorOptions(storePath: path))
      } throws: { error in
        if case .storeDamaged(file, _)? = error as? EmulatorError { true } else { false }
      }
    }
    try Folder.remove(file: file)
    let second = try Visitor(EmulatorOptions(storePath: path))
    #expect(
      try await second.get("/api/v2/triggers").body["triggers"]?.column("title").last == "Kept"
    )
    try await second.emulator.close()
  }

  @Test(arguments: [
    ("{}", "\"format_version\" is missing"),
    (#"{"format_version":2}"#, "its format_version is 2, this program reads 1"),
    (#"{"format_version":1,"issued_ids":-1}"#, "\"issued_ids\" is not a number"),
    (#"{"format_version":1,"issued_ids":1}"#, "\"content_blocks\" is not a list"),
    (
      #"{"format_version":1,"issued_ids":1,"content_blocks":[{}]}"#,
      "an entry of \"content_blocks\" has no id"
    ),
    (
      #"{"format_version":1,"issued_ids":1,"content_blocks":[{"id":"a"},{"id":"a"}]}"#,
      "\"content_blocks\" has the id a twice"
    ),
  ])
  func `a damaged Braze half is refused with the reason`(_ text: String, _ reason: String) throws {
    let path = Self.folder()
    try Folder.create(path)
    let file = "\(path)/braze.json"
    try AtomicFile.write(Array(text.utf8), to: file)
    #expect(throws: EmulatorError.storeDamaged(path: file, reason: reason)) {
      try EmulatorInstance(EmulatorOptions(storePath: path))
    }
  }

  @Test func `changes reach the disk by themselves`() async throws {
    let path = Self.folder()
    let visitor = try Visitor(EmulatorOptions(storePath: path))
    _ = try await visitor.trigger("A")
    for _ in 0..<200 where try Self.content(path)["triggers"]?.items?.count != 5 {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try Self.content(path)["triggers"]?.items?.count == 5)
    try await visitor.emulator.close()
  }

  @Test func `a store in use is locked, and free again when closed`() async throws {
    let path = Self.folder()
    let first = try EmulatorInstance(EmulatorOptions(storePath: path))
    #expect(throws: EmulatorError.storeLocked(path: path)) {
      try EmulatorInstance(EmulatorOptions(storePath: path))
    }
    try await first.close()
    let second = try EmulatorInstance(EmulatorOptions(storePath: path))
    try await second.close()
  }

  @Test(arguments: [
    ("", "the text ends where a value should be at byte 1"),
    ("{\"format_version\":", "the text ends where a value should be at byte 19"),
    ("[]", "\"format_version\" is missing"),
    (#"{"format_version":1}"#, "its format_version is 1, this program reads 2 to 3"),
    (#"{"format_version":2,"issued_ids":"x"}"#, "\"issued_ids\" is not a number"),
    (#"{"format_version":2,"issued_ids":1}"#, "\"webhooks\" is not a list"),
    (#"{"format_version":2,"issued_ids":1,"webhooks":[{}]}"#, "an entry of \"webhooks\" has no id"),
    (
      #"{"format_version":2,"issued_ids":1,"webhooks":[{"id":"a"},{"id":"a"}]}"#,
      "\"webhooks\" has the id a twice"
    ),
    (
      #"{"format_version":2,"issued_ids":1,"oauth_tokens":[{}]}"#,
      "an entry of \"oauth_tokens\" is incomplete"
    ),
  ])
  func `a damaged store is refused with the reason`(_ text: String, _ reason: String) throws {
    let path = Self.folder()
    try Folder.create(path)
    try AtomicFile.write(Array(text.utf8), to: Self.file(path))
    #expect(throws: EmulatorError.storeDamaged(path: Self.file(path), reason: reason)) {
      try EmulatorInstance(EmulatorOptions(storePath: path))
    }
    #expect(try FileText.read(Self.file(path), limitBytes: 1000) == Array(text.utf8))
  }

  @Test func `a store that cannot be made is refused`() throws {
    let path = Self.folder()
    try Folder.create(path)
    try AtomicFile.write([], to: Self.file(path))
    let below = Self.file(path) + "/store"
    #expect {
      try EmulatorInstance(EmulatorOptions(storePath: below))
    } throws: { error in
      if case .storeInaccessible(below, _)? = error as? EmulatorError { true } else { false }
    }
  }

  @Test func `a thousand triggers do not write the store a thousand times`() async throws {
    let path = Self.folder()
    let visitor = try Visitor(EmulatorOptions(storePath: path))
    let took = try await ContinuousClock().measure {
      for number in 0..<1000 { _ = try await visitor.trigger("T\(number)") }
    }
    try await visitor.emulator.close()
    #expect(try Self.content(path)["triggers"]?.items?.count == 1004)
    // Far above what it takes, far below what a thousand growing files take.
    #expect(took < .seconds(300))
  }
}
