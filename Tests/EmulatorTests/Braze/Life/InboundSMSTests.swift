import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `An SMS to the emulated Braze` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  private func support(_ group: String, _ further: Members = [:]) async throws {
    let least: Members = [
      "name": "ZendeskSMS1", "subscription_group_id": .string(group), "keywords": ["SUPPORT"],
      "reply": "Somebody will write soon.",
    ]
    try await visitor.made("keyword_categories", .object(least.merging(further)))
  }

  @Test(arguments: [
    ("SUPPORT", "ZendeskSMS1"), ("support", "ZendeskSMS1"), ("  Support\n", "ZendeskSMS1"),
    ("SUPPORT please", "Other"), ("SUPPORT.", "Other"), ("", "Other"), ("Hallo", "Other"),
    ("AIUTO", "Italiano"), ("stop", "Opt-out"), (" STOPALL ", "Opt-out"), ("Quit", "Opt-out"),
    ("STOP PLEASE", "Other"), ("start", "Opt-in"), ("YES", "Opt-in"), ("info", "Help"),
    ("help", "Help"), ("help me", "Other"),
  ])
  func `belongs to one category`(_ body: String, _ category: String) async throws {
    let group = try await visitor.smsGroup()
    try await support(group)
    try await support(group, ["name": "Italiano", "keywords": ["aiuto"], "language": "it"])
    try await visitor.subscriber(of: group)
    #expect(try await visitor.text(body, to: group) == category)
    let entry = try #require(try await visitor.happened(.smsReceived).first)
    #expect(entry["category"] == .string(category))
    #expect(entry["body"] == .string(body))
    #expect(entry["from"] == "+15550100")
    #expect(entry["subscription_group"] == ["id": .string(group), "name": "Support"])
    #expect(entry["users"]?.column("external_id") == ["u1"])
    #expect(entry["ignored"] == .null)
  }

  @Test func `belongs to the categories of its own group alone`() async throws {
    let group = try await visitor.smsGroup()
    let other = try await visitor.smsGroup()
    try await support(other)
    #expect(try await visitor.text("SUPPORT", to: group) == "Other")
  }

  @Test func `with a keyword is answered`() async throws {
    let group = try await visitor.smsGroup()
    try await support(group)
    try await visitor.subscriber(of: group)
    try await visitor.subscriber("u2", of: group)
    try await visitor.text("SUPPORT", to: group)
    let received = try #require(try await visitor.happened(.smsReceived).first)
    #expect(received["users"]?.column("external_id") == ["u1", "u2"])
    let sent = try await visitor.happened(.smsSent)
    try #require(sent.count == 1)
    #expect(sent[0]["to"] == "+15550100")
    #expect(sent[0]["from"] == "Support")
    #expect(sent[0]["body"] == "Somebody will write soon.")
    #expect(sent[0]["keyword_category"] == "ZendeskSMS1")
    #expect(sent[0]["campaign"] == .null)
    #expect(sent[0]["segments"] == 1)
    #expect(sent[0]["encoding"] == "GSM-7")
    #expect(sent[0]["cause"] == received["number"])
  }

  @Test func `with a keyword of one who is not subscribed is not answered`() async throws {
    let group = try await visitor.smsGroup()
    try await support(group)
    try await visitor.track(["external_id": "u1", "phone": "+15550100"])
    try await visitor.text("SUPPORT", to: group)
    #expect(try await visitor.happened(.smsSent).isEmpty)
    let failed = try #require(try await visitor.happened(.messageFailed).first)
    #expect(failed["keyword_category"] == "ZendeskSMS1")
    #expect(failed["reason"] == "not subscribed to Support: no reply is sent")
    try await visitor.text("HELP", to: group)
    #expect(try await visitor.happened(.smsSent).count == 1)
  }

  @Test func `STOP and START change the subscription of all who have the number`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.subscriber(of: group)
    try await visitor.subscriber("u2", of: group)
    let before = try await visitor.lastEntry()
    try await visitor.text("STOP", to: group)
    var changes = try await visitor.happened(.subscriptionChanged, after: before)
    #expect(changes.column("from") == ["subscribed", "subscribed"])
    #expect(changes.column("to") == ["unsubscribed", "unsubscribed"])
    #expect(changes.map { $0["user"]?["external_id"] } == ["u1", "u2"])
    let received = try await visitor.happened(.smsReceived).first
    #expect(changes.first?["cause"] == received?["number"])
    // The reply goes out although nothing else does from now on.
    #expect(try await visitor.happened(.smsSent).column("keyword_category") == ["Opt-out"])
    let middle = try await visitor.lastEntry()
    try await visitor.text("START", to: group)
    changes = try await visitor.happened(.subscriptionChanged, after: middle)
    #expect(changes.column("to") == ["subscribed", "subscribed"])
    #expect(
      try await visitor.happened(.smsSent).column("keyword_category") == ["Opt-out", "Opt-in"]
    )
    let last = try await visitor.lastEntry()
    try await visitor.text("START", to: group)
    #expect(try await visitor.happened(.subscriptionChanged, after: last).isEmpty)
  }

  @Test(arguments: ["START", "STOP"])
  func `of an unknown number makes a profile where it opts in or out`(_ word: String) async throws {
    let group = try await visitor.smsGroup()
    try await visitor.text(word, to: group, from: "+15550199")
    let state = word == "START" ? "subscribed" : "unsubscribed"
    #expect(try await visitor.happened(.subscriptionChanged).column("to") == [state])
    let change = try #require(try await visitor.happened(.attributesChanged).first)
    #expect(change["changes"] == [["attribute": "phone", "from": .null, "to": "+15550199"]])
    #expect(change["user"]?["external_id"] == .null)
    let reply = try await visitor.send(
      .post,
      "/users/export/ids",
      ["phone": "+15550199", "fields_to_export": ["phone"]]
    )
    #expect(reply.body["users"]?.items?.count == 1)
  }

  @Test(arguments: ["SUPPORT", "Hello", "HELP"])
  func `of an unknown number is ignored else`(_ body: String) async throws {
    let group = try await visitor.smsGroup()
    try await support(group)
    try await visitor.text(body, to: group, from: "+15550199")
    let entries = try await visitor.happened()
    #expect(entries.column("type") == ["sms_received"])
    #expect(entries.first?["ignored"] == "no user has this phone number")
    #expect(entries.first?["users"] == [])
  }

  @Test func `is refused that no carrier brings`() async throws {
    let group = try await visitor.smsGroup()
    let mail = try await visitor.made("subscription_groups", ["name": "M", "channel": "email"])
    let whole: Members = [
      "from": "+15550100", "subscription_group_id": .string(group), "body": "x",
    ]
    let mistakes: [Members] = [
      ["from": "5550100"], ["from": "+1 555"], ["subscription_group_id": "nope"],
      ["subscription_group_id": .string(mail)], ["body": 7], ["media_urls": "x"], ["colour": "x"],
    ]
    for mistake in mistakes {
      let body = Value.object(whole.merging(mistake))
      let reply = try await visitor.send(.post, "/_emulator/braze/inbound_sms", body)
      #expect(reply.status == 400, "\(body.json())")
    }
    #expect(try await visitor.happened().isEmpty)
  }

  @Test(arguments: [
    ("reply-first", ["sms_sent", "webhook_sent", "webhook_attempted"]),
    ("campaigns-first", ["webhook_sent", "webhook_attempted", "sms_sent"]),
  ])
  func `is answered before its campaigns or after`(
    _ reading: String,
    _ order: [String]
  ) async throws {
    let group = try await visitor.smsGroup()
    try await support(group)
    try await visitor.subscriber(of: group)
    try await visitor.read(.brazeReplyOrder, as: reading)
    try await visitor.text("SUPPORT", to: group)
    #expect(try await !visitor.isTouched(.brazeReplyOrder))
    let before = try await visitor.lastEntry()
    let trigger: Value = [
      "type": "inbound_sms", "subscription_group_id": .string(group),
      "keyword_category": "ZendeskSMS1",
    ]
    _ = try await visitor.campaign(
      "W",
      ["delivery": ["type": "action_based", "trigger": trigger]]
    )
    try await visitor.text("SUPPORT", to: group)
    let types = try await visitor.happened(
      .smsSent,
      .webhookSent,
      .webhookAttempted,
      after: before
    ).column("type")
    #expect(types == order)
    #expect(try await visitor.isTouched(.brazeReplyOrder))
  }
}

extension [Value] {
  func column(_ key: String) -> [String] { compactMap { $0[key]?.scalarText } }
}
