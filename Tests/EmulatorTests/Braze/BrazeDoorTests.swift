import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `The dashboard behind the door` {
  private static let door = "/_emulator/braze"
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  @Test(arguments: ["campaigns", "canvases", "keyword_categories", "subscription_groups"])
  func `objects are made, read, changed and removed`(_ path: String) async throws {
    let group = try await visitor.smsGroup()
    let objects: [String: Value] = [
      "campaigns": Visitor.campaign("A"),
      "canvases": ["name": "A", "schedule_type": "date"],
      "keyword_categories": [
        "name": "A", "subscription_group_id": .string(group), "language": "en",
        "keywords": ["SUPPORT"], "reply": "Soon.",
      ],
      "subscription_groups": ["name": "A", "channel": "email"],
    ]
    let made = try await visitor.dashboard(path, try #require(objects[path]))
    let id = try #require(made["id"]?.text)
    #expect(Identifiers.isUUID(id))
    #expect(made["name"] == "A")
    #expect(made["created_at"] == "2027-01-15T08:00:00.000Z")
    let place = "\(Self.door)/\(path)/\(id)"
    #expect(try await visitor.get(place).body == made)
    let list = try await visitor.get("\(Self.door)/\(path)").body[path]
    #expect(list?.items?.contains(made) == true)
    visitor.clock.advance(1)
    let changed = try await visitor.send(.patch, place, ["name": "B"])
    #expect(changed.status == 200)
    #expect(changed.body["name"] == "B")
    #expect(changed.body["updated_at"] == "2027-01-15T08:00:01.000Z")
    #expect(changed.body["created_at"] == made["created_at"])
    #expect(try await visitor.send(.patch, place, ["id": .string(group)]).status == 400)
    #expect(try await visitor.send(.patch, place, ["nmae": "C"]).status == 400)
    #expect(try await visitor.send(.patch, place, ["name": .null]).status == 400)
    #expect(try await visitor.get(place).body == changed.body)
    #expect(try await visitor.send(.delete, place).status == 204)
    #expect(try await visitor.get(place).status == 404)
    #expect(try await visitor.send(.patch, place, ["name": "C"]).status == 404)
    #expect(try await visitor.send(.delete, place).status == 404)
  }

  @Test func `an id can be given once`() async throws {
    let id: Value = "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064"
    #expect(try await visitor.campaign("A", ["id": id]) == id.text)
    let again = Visitor.campaign("B", ["id": id])
    #expect(try await visitor.send(.post, "\(Self.door)/campaigns", again).status == 400)
  }

  @Test func `a campaign has what it was made of, and its tags are there`() async throws {
    let group = try await visitor.smsGroup()
    let trigger: Value = [
      "type": "inbound_sms", "subscription_group_id": .string(group), "keyword_category": "Other",
    ]
    let made = try await visitor.dashboard(
      "campaigns",
      Visitor.campaign(
        "A",
        [
          "tags": ["t"], "audience": [["attribute": "zendesk_ticket_open"]],
          "delivery": [
            "type": "action_based", "trigger": trigger, "re_eligible": true,
            "re_eligible_after_seconds": 0,
          ],
        ]
      )
    )
    #expect(made["delivery"]?["trigger"] == trigger)
    #expect(made["audience"] == [["attribute": "zendesk_ticket_open"]])
    #expect(made["draft"] == false)
    #expect(made["enabled"] == true)
    #expect(made["archived"] == false)
    #expect(made["webhook"]?["headers"] == [:])
    #expect(try await visitor.get("\(Self.door)/tags").body == ["tags": ["t"]])
    let place = "\(Self.door)/campaigns/\(try #require(made["id"]?.text))"
    let edit: Value = ["webhook": ["body": "edited", "headers": ["A": "b"]], "audience": .null]
    let edited = try await visitor.send(.patch, place, edit).body
    #expect(edited["webhook"]?["body"] == "edited")
    #expect(edited["webhook"]?["url"] == made["webhook"]?["url"])
    #expect(edited["audience"] == nil)
    #expect(edited["message_variation_id"] == made["message_variation_id"])
    let less = try await visitor.send(.patch, place, ["webhook": ["headers": ["A": .null]]]).body
    #expect(less["webhook"]?["headers"] == [:])
  }

  @Test(
    arguments: [
      (["name": ""], "name: must be a text that is not empty"),
      (["name": .null], "name: must be a text"), (["id": "x"], "id: must be a UUID"),
      (["channel": "email"], "channel: must be one of webhook, sms"),
      (["tags": [5]], "tags[0]: must be a text"), (["tags": "x"], "tags: must be a list"),
      (["draft": "no"], "draft: must be true or false"),
      (["audience": [:]], "audience: must be a list"), (["colour": "red"], "colour: there is none"),
      (["delivery": [:]], "delivery.type: is missing"),
      (["delivery": []], "delivery: must be an object"),
      (["delivery": ["type": "now"]], "delivery.type: must be one of"),
      (["delivery": ["type": "action_based"]], "delivery.trigger: is for the type action_based"),
      (["delivery": ["type": "scheduled"]], "delivery.schedule: is for the type scheduled"),
      (
        [
          "delivery": [
            "type": "api_triggered", "trigger": ["type": "custom_event", "event": "e"],
          ]
        ], "delivery.trigger: is for the type action_based"
      ),
      (
        ["delivery": ["type": "action_based", "trigger": ["type": "moon"]]],
        "delivery.trigger.type: must be one of attribute_change, custom_event, inbound_sms"
      ),
      (
        ["delivery": ["type": "action_based", "trigger": ["type": "custom_event"]]],
        "delivery.trigger.event: is missing"
      ),
      (
        [
          "delivery": [
            "type": "action_based",
            "trigger": [
              "type": "inbound_sms",
              "subscription_group_id": "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064",
              "keyword_category": "Other",
            ],
          ]
        ], "there is no such subscription group"
      ),
      (
        ["delivery": ["type": "api_triggered", "re_eligible_after_seconds": 60]],
        "re_eligible is not true"
      ),
      (
        [
          "delivery": [
            "type": "api_triggered", "re_eligible": true, "re_eligible_after_seconds": 62_208_001,
          ]
        ], "must be a number from 0 to 62208000"
      ),
      (["sms": ["subscription_group_id": "x", "body": ""]], "must be a UUID"),
      (
        ["sms": ["subscription_group_id": "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064", "body": ""]],
        "sms: the channel is webhook"
      ),
      (["webhook": ["method": "POST"]], "webhook.url: is missing"),
      (["webhook": ["url": "u", "method": "PATCH"]], "webhook.method: must be one of"),
      (["webhook": ["url": "u", "method": "GET", "body": "b"]], "webhook.body: a GET has none"),
      (
        ["webhook": ["url": "u", "method": "PUT", "headers": ["A": 5]]],
        "webhook.headers.A: must be a text"
      ),
    ] as [(Members, String)]
  )
  func `a campaign that makes no sense is explained`(_ wrong: Members, _ text: String) async throws
  {
    let body = Visitor.campaign("A", wrong)
    let reply = try await visitor.send(.post, "\(Self.door)/campaigns", body)
    #expect(reply.status == 400)
    #expect(reply.body["error"]?.text?.contains(text) == true, "\(reply.text)")
    #expect(try await visitor.get("/campaigns/list").body["campaigns"] == [])
    #expect(try await visitor.get("\(Self.door)/tags").body == ["tags": []])
  }

  @Test func `only a draft can be without its message`() async throws {
    let bare: Members = [
      "name": "A", "channel": "webhook", "delivery": ["type": "api_triggered"],
    ]
    let path = "\(Self.door)/campaigns"
    #expect(try await visitor.send(.post, path, .object(bare)).status == 400)
    let draft = try await visitor.made("campaigns", .object(bare.merging(["draft": true])))
    let details = try await visitor.get("/campaigns/details?campaign_id=\(draft)")
    #expect(details.body["messages"] == [:])
    let live = try await visitor.send(.patch, "\(path)/\(draft)", ["draft": false])
    #expect(live.body["error"] == "webhook: is missing, and this is no draft")
  }

  private func category(_ group: String, _ further: Members = [:]) -> Value {
    let least: Members = [
      "name": "ZendeskSMS1", "subscription_group_id": .string(group), "language": "en",
      "keywords": ["SUPPORT"], "reply": "Soon.",
    ]
    return .object(least.merging(further))
  }

  @Test(
    arguments: [
      (["name": "ours"], "name: ours is taken"), (["name": "opt-IN"], "is taken"),
      (["name": "Other"], "is taken"), (["keywords": []], "keywords: must be from 1 to 20"),
      (["keywords": .list((0..<21).map { .string("K\($0)") })], "must be from 1 to 20"),
      (["keywords": ["two words"]], "keywords[0]: must have no spaces"),
      (["keywords": ["A", "a"]], "keywords[1]: a is taken"),
      (["keywords": ["mine"]], "keywords[0]: mine is taken"),
      (["keywords": ["stop"]], "keywords[0]: stop is taken"),
      (["keywords": ["info"], "language": "it"], "keywords[0]: info is taken"),
      (["keywords": [""]], "keywords[0]: must be a text that is not empty"),
      (
        ["keywords": [.string(String(repeating: "a", count: 35))]],
        "keywords[0]: must be a text that is not empty of at most 34 characters"
      ),
      (["reply": ""], "reply: must be a text that is not empty"), (["reply": "  "], "reply: must"),
      (["reply": .string(String(repeating: "a", count: 301))], "of at most 300 characters"),
      (
        ["subscription_group_id": "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064"],
        "there is no such subscription group"
      ),
    ] as [(Members, String)]
  )
  func `a keyword category keeps the limits`(_ wrong: Members, _ text: String) async throws {
    let group = try await visitor.smsGroup()
    let ours: Members = ["name": "Ours", "keywords": ["MINE"]]
    try await visitor.made("keyword_categories", category(group, ours))
    let body = category(group, wrong)
    let reply = try await visitor.send(.post, "\(Self.door)/keyword_categories", body)
    #expect(reply.status == 400)
    #expect(reply.body["error"]?.text?.contains(text) == true, "\(reply.text)")
  }

  @Test func `languages and groups have keywords of their own`() async throws {
    let group = try await visitor.smsGroup()
    let id = try await visitor.made("keyword_categories", category(group))
    try await visitor.made("keyword_categories", category(group, ["language": "it"]))
    try await visitor.made("keyword_categories", category(try await visitor.smsGroup()))
    let place = "\(Self.door)/keyword_categories/\(id)"
    let same: Value = ["keywords": ["SUPPORT", "HUMAN"]]
    #expect(try await visitor.send(.patch, place, same).status == 200)
    let mail = try await visitor.made("subscription_groups", ["name": "M", "channel": "email"])
    let reply = try await visitor.send(.post, "\(Self.door)/keyword_categories", category(mail))
    #expect(reply.body["error"]?.text?.contains("not for SMS") == true)
  }

  @Test func `a group has twenty-five custom categories`() async throws {
    let group = try await visitor.smsGroup()
    for number in 0..<25 {
      try await visitor.made(
        "keyword_categories",
        category(group, ["name": .string("C\(number)"), "keywords": [.string("K\(number)")]])
      )
    }
    let reply = try await visitor.send(
      .post,
      "\(Self.door)/keyword_categories",
      category(group)
    )
    #expect(reply.body["error"] == "a group has at most 25 custom categories")
  }

  @Test func `what is used stays`() async throws {
    let group = try await visitor.smsGroup()
    let id = try await visitor.made("keyword_categories", category(group))
    let trigger: Members = [
      "type": "inbound_sms", "subscription_group_id": .string(group),
      "keyword_category": "ZendeskSMS1",
    ]
    func delivery(_ further: Members = [:]) -> Value {
      ["type": "action_based", "trigger": .object(trigger.merging(further))]
    }
    let campaign = try await visitor.campaign("A", ["delivery": delivery()])
    let unknown = Visitor.campaign("B", ["delivery": delivery(["keyword_category": "None"])])
    #expect(try await visitor.send(.post, "\(Self.door)/campaigns", unknown).status == 400)
    let places = ["keyword_categories/\(id)", "subscription_groups/\(group)"]
    for place in places {
      #expect(try await visitor.send(.delete, "\(Self.door)/\(place)").status == 400)
    }
    let channel: Value = ["channel": "email"]
    let changed = try await visitor.send(.patch, "\(Self.door)/\(places[1])", channel)
    #expect(changed.status == 400)
    for place in ["campaigns/\(campaign)"] + places {
      #expect(try await visitor.send(.delete, "\(Self.door)/\(place)").status == 204)
    }
  }

  @Test func `tags are made and removed`() async throws {
    let tags = "\(Self.door)/tags"
    #expect(try await visitor.dashboard("tags", ["name": "a b"]) == ["name": "a b"])
    #expect(try await visitor.send(.post, tags, ["name": "a b"]).status == 400)
    let id = try await visitor.block("x", ["tags": ["a b"]])
    #expect(try await visitor.send(.delete, "\(tags)/a%20b").status == 204)
    #expect(try await visitor.send(.delete, "\(tags)/a%20b").status == 404)
    let block = try await visitor.get("/content_blocks/info?content_block_id=\(id)")
    #expect(block.body["tags"] == [])
    try await visitor.dashboard("tags", ["name": "c"])
    #expect(try await visitor.send(.delete, tags, ["name": "c"]).status == 204)
    #expect(try await visitor.get(tags).body == ["tags": []])
    #expect(try await visitor.send(.delete, tags).status == 400)
  }

  @Test(
    arguments: [
      [:], ["value": "a b", "permissions": []], ["value": "k", "permissions": "all"],
      ["value": "taken", "permissions": []],
    ] as [Value]
  )
  func `a key that makes no sense is refused`(_ body: Value) async throws {
    try await visitor.dashboard("keys", ["value": "taken", "permissions": []])
    #expect(try await visitor.send(.post, "\(Self.door)/keys", body).status == 400)
  }

  @Test func `everything is told at once`() async throws {
    _ = try await visitor.campaign("A", ["tags": ["t"]])
    try await visitor.block("b")
    let event: Value = ["external_id": "u", "name": "e", "time": "2027-01-01"]
    _ = try await visitor.send(.post, "/users/track", ["events": [event]])
    try await visitor.track(["external_id": "u", "plan": "gold"])
    let all = try await visitor.get(Self.door).body
    #expect(
      all.members?.keys == [
        "content_blocks", "campaigns", "canvases", "keyword_categories", "subscription_groups",
        "tags", "custom_attributes", "events", "profiles", "keys", "sends", "activity",
      ]
    )
    #expect(all["campaigns"]?.column("name") == ["A"])
    #expect(all["content_blocks"]?.column("state") == ["active"])
    #expect(all["tags"] == ["t"])
    #expect(all["custom_attributes"]?.column("name") == ["plan"])
    #expect(all["events"] == ["e"])
    #expect(all["profiles"]?.column("external_id") == ["u"])
  }

  @Test(arguments: [
    ("GET", "nowhere"), ("PUT", "campaigns"), ("GET", "campaigns/a/b"), ("POST", "campaigns/a"),
    ("DELETE", "sends"), ("GET", "keys"), ("GET", "content_blocks"), ("POST", ""),
    ("GET", "content_blocks/x"),
  ])
  func `other doors are not there`(_ method: String, _ path: String) async throws {
    let method = try #require(HTTPRequest.Method(method))
    #expect(try await visitor.send(method, "\(Self.door)/\(path)", [:]).status == 404)
  }

  @Test func `the door is not in the log, and what goes to Braze is`() async throws {
    _ = try await visitor.campaign("A")
    _ = try await visitor.get("/campaigns/list?page=0")
    _ = try await visitor.get("/campaigns/list?page=1")
    let log = try await visitor.get("/_emulator/requests")
    #expect(log.body["counts"] == ["GET /campaigns/list": 2])
    #expect(
      log.body["requests"]?.items?.first
        == ["method": "GET", "path": "/campaigns/list", "query": "page=0", "status": 200]
    )
    #expect(try await visitor.send(.post, "/_emulator/reset").status == 204)
    #expect(try await visitor.get("/campaigns/list").body["campaigns"] == [])
  }
}
