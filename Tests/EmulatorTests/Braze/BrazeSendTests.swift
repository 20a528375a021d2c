import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Sends asked of the emulated Braze` {
  private static let path = "/campaigns/trigger/send"
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  private func sends() async throws -> [Value] {
    try await visitor.get("/_emulator/braze/sends").body["sends"]?.items ?? []
  }

  @Test func `one is accepted, and writes attributes and the log`() async throws {
    let id = try await visitor.campaign("C")
    try await visitor.track(["external_id": "u1", "zendesk_ticket": "1"])
    let body: Value = [
      "campaign_id": .string(id), "trigger_properties": ["a": 1, "b": 2],
      "recipients": [
        [
          "external_user_id": "u1", "trigger_properties": ["b": 3],
          "attributes": ["zendesk_ticket": "123", "zendesk_ticket_open": "true"],
        ],
        ["external_user_id": "nobody", "attributes": ["zendesk_ticket": "9"]],
        [
          "external_user_id": "new", "send_to_existing_only": false,
          "attributes": ["zendesk_ticket": "7"],
        ],
        ["external_user_id": "u1", "trigger_properties": ["b": 4]],
      ],
    ]
    let reply = try await visitor.send(.post, Self.path, body)
    #expect(reply.status == 201)
    let dispatch = try #require(reply.body["dispatch_id"]?.text)
    #expect(dispatch.count == 32)
    #expect(reply.body["message"] == "success")
    #expect(
      try await visitor.customAttributes("u1") == [
        "zendesk_ticket": "123", "zendesk_ticket_open": "true",
      ]
    )
    #expect(try await visitor.customAttributes("nobody") == nil)
    #expect(try await visitor.customAttributes("new") == ["zendesk_ticket": "7"])
    let sends = try await sends()
    let send = try #require(sends.first)
    #expect(sends.count == 1)
    #expect(send["dispatch_id"] == .string(dispatch))
    #expect(send["campaign_id"] == .string(id))
    #expect(send["at"] == "2027-01-15T08:00:00.000Z")
    let recipients = try #require(send["recipients"]?.items)
    try #require(recipients.count == 3)
    #expect(recipients[0]["properties"] == ["a": 1, "b": 3])
    #expect(recipients[0]["given"] == ["external_user_id": "u1"])
    #expect(recipients[0]["braze_id"]?.text?.count == 24)
    #expect(recipients[1]["braze_id"] == .null)
    #expect(recipients[2]["braze_id"]?.text?.count == 24)
  }

  @Test func `a canvas is sent with its entry properties`() async throws {
    let canvas: Value = ["name": "J", "schedule_type": "api_triggered"]
    let id = try await visitor.made("canvases", canvas)
    let body: Value = [
      "canvas_id": .string(id), "canvas_entry_properties": ["a": 1],
      "recipients": [
        ["user_alias": ["alias_name": "n", "alias_label": "l"], "context": ["b": 2]]
      ],
    ]
    #expect(try await visitor.send(.post, "/canvas/trigger/send", body).status == 201)
    let recipient = try await sends().first?["recipients"]?.items?.first
    #expect(recipient?["properties"] == ["a": 1, "b": 2])
  }

  @Test func `a broadcast has no recipients`() async throws {
    let id = try await visitor.campaign("C")
    let audience: Value = ["AND": []]
    let body: Value = ["campaign_id": .string(id), "broadcast": true, "audience": audience]
    #expect(try await visitor.send(.post, Self.path, body).status == 201)
    let send = try await sends().first
    #expect(send?["broadcast"] == true)
    #expect(send?["audience"] == audience)
    #expect(send?["recipients"] == [])
  }

  @Test(
    arguments: [
      ["delivery": ["type": "scheduled", "schedule": "noon"]], ["draft": true], ["enabled": false],
      ["archived": true],
    ] as [Members]
  )
  func `only a live API-triggered campaign can be sent`(_ further: Members) async throws {
    let id = try await visitor.campaign("C", further)
    let body: Value = [
      "campaign_id": .string(id), "recipients": [["external_user_id": "u"]],
    ]
    let reply = try await visitor.send(.post, Self.path, body)
    #expect(reply.status == 400)
    #expect(reply.body == ["message": "Invalid Campaign ID"])
    #expect(try await sends().isEmpty)
  }

  @Test(
    arguments: [
      ["schedule_type": "date"], ["draft": true], ["enabled": false], ["archived": true],
    ] as [Members]
  )
  func `only a live API-triggered canvas can be sent`(_ further: Members) async throws {
    let least: Members = ["name": "J", "schedule_type": "api_triggered"]
    let id = try await visitor.made("canvases", .object(least.merging(further)))
    let body: Value = ["canvas_id": .string(id), "recipients": [["external_user_id": "u"]]]
    let reply = try await visitor.send(.post, "/canvas/trigger/send", body)
    #expect(reply.status == 400)
    #expect(reply.body == ["message": "Invalid Canvas ID"])
  }

  @Test(
    arguments: [
      (["campaign_id": "x"], "Invalid Campaign ID"), (["campaign_id": 5], "Invalid Campaign ID"),
      (["recipients": []], "No Recipients"), (["recipients": "u"], "must be an array"),
      (["recipients": ["u"]], "must be an object"), (["recipients": [[:]]], "exactly one of"),
      (["recipients": [["external_user_id": ""]]], "exactly one of"),
      (["recipients": [["external_user_id": "u", "email": "a@b.c"]]], "exactly one of"),
      (["recipients": [["user_alias": ["alias_name": "n"]]]], "exactly one of"),
      (["recipients": [["email": "a@b.c"]]], "prioritization"),
      (["recipients": [["external_user_id": "u", "attributes": []]]], "attributes must be"),
      (
        ["recipients": [["external_user_id": "u", "trigger_properties": "x"]]],
        "trigger_properties must be"
      ),
      (
        ["recipients": [["external_user_id": "u", "send_to_existing_only": false]]],
        "send_to_existing_only can only"
      ),
      (
        ["recipients": [["external_user_id": "u", "send_to_existing_only": "no"]]],
        "send_to_existing_only must be"
      ),
      (
        [
          "recipients": [
            [
              "user_alias": ["alias_name": "n", "alias_label": "l"], "attributes": [:],
              "send_to_existing_only": false,
            ]
          ]
        ], "send_to_existing_only can only"
      ),
      (["broadcast": true], "recipients cannot be used with broadcast"),
      (["broadcast": "yes"], "broadcast is invalid"), (["audience": []], "audience is invalid"),
      (["attachments": [:]], "attachments is invalid"),
      (["trigger_properties": 5], "trigger_properties must be"),
    ] as [(Members, String)]
  )
  func `one that makes no sense is refused whole`(_ wrong: Members, _ text: String) async throws {
    let id = try await visitor.campaign("C")
    let good: Members = [
      "campaign_id": .string(id), "recipients": [["external_user_id": "u"]],
    ]
    let reply = try await visitor.send(.post, Self.path, .object(good.merging(wrong)))
    #expect(reply.status == 400)
    #expect(reply.body["message"]?.text?.contains(text) == true, "\(reply.text)")
    #expect(try await sends().isEmpty)
  }

  @Test func `nobody is not everybody`() async throws {
    let id = try await visitor.campaign("C")
    let none = try await visitor.send(.post, Self.path, ["campaign_id": .string(id)])
    #expect(none.body == ["message": "No Recipients"])
    let attached: Value = [
      "campaign_id": .string(id), "broadcast": true, "attachments": [],
    ]
    #expect(try await visitor.send(.post, Self.path, attached).status == 400)
  }

  @Test(arguments: [(50, 201), (51, 400)])
  func `fifty recipients are the most`(_ count: Int, _ status: Int) async throws {
    let id = try await visitor.campaign("C")
    let recipients = (0..<count).map { number -> Value in
      ["external_user_id": .string("u\(number)")]
    }
    let body: Value = ["campaign_id": .string(id), "recipients": .list(recipients)]
    let reply = try await visitor.send(.post, Self.path, body)
    #expect(reply.status == status)
    if status == 400 {
      #expect(
        reply.body == [
          "message": "The max number of external_ids and aliases per request was exceeded"
        ]
      )
    }
  }
}
