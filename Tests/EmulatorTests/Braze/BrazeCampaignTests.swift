import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Emulated campaigns and canvases` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  @Test func `a webhook campaign is read as documented`() async throws {
    let id = try await visitor.campaign(
      "Zendesk - open a ticket",
      [
        "description": "d", "tags": ["zendesk"],
        "webhook": [
          "url": "https://acme.zendesk.com/api/v2/tickets", "method": "POST",
          "headers": ["Content-Type": "application/json"], "body": "{}",
        ],
      ]
    )
    visitor.clock.advance(60)
    let changed = try await visitor.send(
      .patch,
      "/_emulator/braze/campaigns/\(id)",
      ["enabled": false]
    )
    let variation = try #require(changed.body["message_variation_id"]?.text)
    #expect(
      try await visitor.get("/campaigns/details?campaign_id=\(id)").body == [
        "message": "success", "created_at": "2027-01-15T08:00:00+00:00",
        "updated_at": "2027-01-15T08:01:00+00:00", "archived": false, "draft": false,
        "enabled": false, "has_post_launch_draft": false, "name": "Zendesk - open a ticket",
        "description": "d", "schedule_type": "api_triggered", "channels": ["webhook"],
        "first_sent": .null, "last_sent": .null, "tags": ["zendesk"], "teams": [],
        "messages": [
          variation: [
            "channel": "webhook", "name": "Variant 1",
            "url": "https://acme.zendesk.com/api/v2/tickets", "body": "{}", "type": "raw_text",
            "headers": ["Content-Type": "application/json"], "method": "POST",
          ]
        ], "conversion_behaviors": [],
      ]
    )
    #expect(
      try await visitor.get("/campaigns/list").body == [
        "message": "success",
        "campaigns": [
          [
            "id": .string(id), "last_edited": "2027-01-15T08:01:00+00:00",
            "name": "Zendesk - open a ticket", "is_api_campaign": false, "tags": ["zendesk"],
          ]
        ],
      ]
    )
  }

  @Test func `an SMS campaign is read as documented`() async throws {
    let group = try await visitor.smsGroup()
    let id = try await visitor.made(
      "campaigns",
      [
        "name": "Reply", "channel": "sms",
        "delivery": ["type": "scheduled", "schedule": ["at": "noon"]],
        "sms": ["subscription_group_id": .string(group), "body": "Hi"],
      ]
    )
    let details = try await visitor.get("/campaigns/details?campaign_id=\(id)").body
    #expect(details["schedule_type"] == "time_based")
    #expect(details["channels"] == ["sms"])
    #expect(
      details["messages"]?.members?.map(\.value) == [
        [
          "channel": "sms", "body": "Hi", "from": [], "subscription_group_id": .string(group),
        ]
      ]
    )
  }

  @Test(arguments: ["campaigns", "canvas"])
  func `a list has a hundred a page, oldest first or newest`(_ path: String) async throws {
    for number in 0..<102 {
      if path == "canvas" {
        try await visitor.made(
          "canvases",
          Self.canvas("n\(number)", ["archived": .boolean(number == 5)])
        )
      } else {
        _ = try await visitor.campaign("n\(number)", ["archived": .boolean(number == 5)])
      }
      visitor.clock.advance(1)
    }
    let list = path == "canvas" ? "canvases" : path
    func names(_ query: String) async throws -> [String]? {
      try await visitor.get("/\(path)/list?\(query)").body[list]?.column("name")
    }
    #expect(try await names("")?.count == 100)
    #expect(try await names("")?.first == "n0")
    #expect(try await names("page=1") == ["n101"])
    #expect(try await names("page=1&include_archived=true") == ["n100", "n101"])
    #expect(try await names("page=9000000000000000000") == [])
    #expect(try await names("sort_direction=desc")?.prefix(2) == ["n101", "n100"])
    // They were made at 8:00:00, 8:00:01 and so on.
    #expect(try await names("last_edit.time%5Bgt%5D=2027-01-15T08:01:40") == ["n101"])
  }

  @Test(arguments: [
    "page=x", "page=-1", "include_archived=maybe", "sort_direction=up",
    "last_edit.time[gt]=yesterday",
  ])
  func `a list that makes no sense is refused`(_ query: String) async throws {
    for path in ["campaigns", "canvas"] {
      #expect(try await visitor.get("/\(path)/list?\(query)").status == 400)
    }
  }

  @Test(arguments: [
    ("/campaigns/details", "Invalid Campaign ID"),
    ("/campaigns/details?campaign_id=x", "Invalid Campaign ID"),
    ("/canvas/details?canvas_id=x", "Invalid Canvas ID"),
  ])
  func `an id that is not there is refused`(_ path: String, _ text: String) async throws {
    let reply = try await visitor.get(path)
    #expect(reply.status == 400)
    #expect(reply.body == ["message": .string(text)])
  }

  private static func canvas(_ name: String, _ further: Members = [:]) -> Value {
    let least: Members = ["name": .string(name), "schedule_type": "api_triggered"]
    return .object(least.merging(further))
  }

  @Test func `a canvas is read with its steps one after the other`() async throws {
    let webhook: Value = ["url": "https://a.example/", "method": "GET"]
    let id = try await visitor.made(
      "canvases",
      Self.canvas(
        "Journey",
        [
          "tags": ["t"],
          "steps": [
            ["name": "Wait", "type": "delay"],
            ["name": "Call", "type": "message", "channel": "webhook", "webhook": webhook],
          ],
        ]
      )
    )
    let details = try await visitor.get("/canvas/details?canvas_id=\(id)").body
    let steps = try #require(details["steps"]?.items)
    let ids = steps.compactMap { $0["id"]?.text }
    try #require(ids.count == 2)
    #expect(steps[0]["next_step_ids"] == [.string(ids[1])])
    #expect(steps[0]["next_paths"] == [["name": "Default", "next_step_id": .string(ids[1])]])
    #expect(steps[0]["messages"] == [:])
    #expect(steps[1]["next_step_ids"] == [])
    #expect(steps[1]["channels"] == ["webhook"])
    #expect(steps[1]["messages"]?.members?.first?.value["url"] == "https://a.example/")
    #expect(details["channels"] == ["webhook"])
    #expect(details["schedule_type"] == "api_triggered")
    #expect(details["tags"] == ["t"])
    #expect(details["variants"]?.items?.first?["first_step_ids"] == [.string(ids[0])])
    #expect(details["message"] == "success")
    #expect(
      details.members?.keys == [
        "created_at", "updated_at", "name", "description", "archived", "draft", "enabled",
        "has_post_launch_draft", "schedule_type", "first_entry", "last_entry", "channels",
        "variants", "tags", "teams", "steps", "message",
      ]
    )
    let renamed: Value = ["steps": [["name": "Call", "type": "message"]]]
    let changed = try await visitor.send(.patch, "/_emulator/braze/canvases/\(id)", renamed)
    #expect(changed.body["steps"]?.column("id") == [ids[1]])
  }

  @Test func `a copy comes later and is a draft`() async throws {
    let id = try await visitor.campaign("Original", ["description": "d"])
    let order: Value = ["campaign_id": .string(id), "name": "Copy"]
    let reply = try await visitor.send(.post, "/campaigns/duplicate", order)
    #expect(reply.status == 202)
    #expect(reply.body == ["message": "success"])
    #expect(reply.header("x-ratelimit-limit") == "100")
    #expect(try await visitor.get("/campaigns/list").body["campaigns"]?.items?.count == 1)
    visitor.clock.advance(1)
    let list = try await visitor.get("/campaigns/list").body["campaigns"]
    #expect(list?.column("name") == ["Original", "Copy"])
    let copy = try #require(list?.column("id").last)
    let details = try await visitor.get("/campaigns/details?campaign_id=\(copy)").body
    #expect(details["draft"] == true)
    #expect(details["enabled"] == false)
    #expect(details["description"] == "d")
    let original = try await visitor.get("/campaigns/details?campaign_id=\(id)").body
    #expect(details["messages"]?.members?.keys != original["messages"]?.members?.keys)
    #expect(
      details["messages"]?.members?.map(\.value) == original["messages"]?.members?.map(\.value)
    )
  }

  @Test(
    arguments: [
      [:], ["campaign_id": "x", "name": "Copy"], ["name": ""], ["description": 5],
    ] as [Members]
  )
  func `a copy that makes no sense is refused`(_ wrong: Members) async throws {
    let id = try await visitor.campaign("Original")
    let good: Members = wrong.isEmpty ? [:] : ["campaign_id": .string(id), "name": "Copy"]
    let body = Value.object(good.merging(wrong))
    #expect(try await visitor.send(.post, "/campaigns/duplicate", body).status == 400)
  }

  @Test func `what is unconfirmed can be turned`() async throws {
    let visitor = try Visitor.braze { unconfirmed in
      unconfirmed.scheduleTypes["api_triggered"] = "date"
      unconfirmed.webhookBodyType = "json"
      unconfirmed.numbersReferencesInMessages = true
    }
    try await visitor.block("b")
    let id = try await visitor.campaign(
      "C",
      ["webhook": ["url": "https://a.example/{{content_blocks.${b}}}", "method": "PUT"]]
    )
    let details = try await visitor.get("/campaigns/details?campaign_id=\(id)").body
    #expect(details["schedule_type"] == "date")
    let message = try #require(details["messages"]?.members?.first?.value)
    #expect(message["type"] == "json")
    #expect(message["url"] == "https://a.example/{{content_blocks.${b} | id: 'cb1'}}")
  }
}
