import HTTPTypes
import Platform
import Testing
import Values

@testable import Emulator

@Suite struct `Profiles of the emulated Braze that live` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  @Test func `change, and only real changes are told`() async throws {
    try await visitor.track(["external_id": "u1", "first_name": "Ann", "n": 1])
    try await visitor.track(["external_id": "u1", "first_name": "Ann", "n": ["inc": 2]])
    try await visitor.track(["external_id": "u1", "first_name": .null])
    try await visitor.track(["external_id": "u1", "n": 3])
    let changes = try await visitor.happened(.attributesChanged).map { $0["changes"] }
    #expect(
      changes == [
        [
          ["attribute": "first_name", "from": .null, "to": "Ann"],
          ["attribute": "n", "from": .null, "to": 1],
        ],
        [["attribute": "n", "from": 1, "to": 3]],
        [["attribute": "first_name", "from": "Ann", "to": .null]],
      ]
    )
  }

  @Test func `are subscribed by whichever way`() async throws {
    let group = try await visitor.smsGroup()
    try await visitor.track(["external_id": "u1", "phone": "+15550100"])
    let set: Value = [
      "subscription_group_id": .string(group), "subscription_state": "subscribed",
      "external_id": ["u1"],
    ]
    for _ in 0..<2 { _ = try await visitor.send(.post, "/subscription/status/set", set) }
    _ = try await visitor.send(
      .post,
      "/v2/subscription/status/set",
      [
        "subscription_groups": [
          [
            "subscription_group_id": .string(group), "subscription_state": "unsubscribed",
            "external_ids": ["u1"],
          ]
        ]
      ]
    )
    try await visitor.subscriber(of: group)
    let changes = try await visitor.happened(.subscriptionChanged)
    #expect(changes.column("to") == ["subscribed", "unsubscribed", "subscribed"])
    #expect(changes.map { $0["from"] } == [.null, "subscribed", "unsubscribed"])
    #expect(changes.first?["subscription_group"]?["name"] == "Support")
  }

  @Test(arguments: [("at-once", 0), ("later", 2)])
  func `are written at once or later`(_ reading: String, _ seconds: Int) async throws {
    try await visitor.read(.brazeTracking, as: reading)
    let wrong = try await visitor.send(.post, "/users/track", ["events": [["name": "x"]]])
    #expect(wrong.status == 400)
    _ = try await visitor.send(
      .post,
      "/users/track",
      ["attributes": [["external_id": "nobody", "_update_existing_only": true, "a": 1]]]
    )
    #expect(try await !visitor.isTouched(.brazeTracking))
    let reply = try await visitor.send(
      .post,
      "/users/track",
      [
        "attributes": [["external_id": "u1", "a": 1], ["b": 2]],
        "events": [["external_id": "u1", "name": "e", "time": "2026-01-01T00:00:00Z"]],
      ]
    )
    #expect(reply.status == 201)
    #expect(reply.body["attributes_processed"] == 1)
    #expect(reply.body["events_processed"] == 1)
    #expect(reply.body["errors"]?.items?.first?["index"] == 1)
    #expect(try await visitor.isTouched(.brazeTracking))
    if seconds > 0 {
      try await visitor.pass(seconds - 1)
      #expect(try await visitor.happened().isEmpty)
      #expect(try await visitor.customAttributes("u1") == nil)
      try await visitor.pass(1)
    }
    #expect(
      try await visitor.happened().column("type") == ["attributes_changed", "event_tracked"]
    )
    #expect(try await visitor.customAttributes("u1") == ["a": 1])
  }

  @Test func `keep what they received in the store, which may be an older one`() async throws {
    var state = BrazeState()
    let made = state.makeProfile(at: .externalID("u1"), now: 7)
    let profile = try #require(made)
    let campaign = Journey(campaign: ["id": "c", "name": "C"])
    state.noteReceipt(of: campaign, by: profile, now: 8)
    state.logActivity("abort", at: 9, ["reason": "x"])
    var document = BrazeArchive.document(state)
    let read = try BrazeArchive.state(document)
    #expect(read.lastTurn(of: profile, in: campaign) == 8)
    #expect(read.activity.objects.first?["reason"] == "x")
    var members = try #require(document.members)
    members["activity"] = nil
    document = .object(members)
    #expect(try BrazeArchive.state(document).activity.objects.isEmpty)
  }

  @Test func `have a log of a thousand entries at most`() {
    var state = BrazeState()
    for number in 0..<1_001 { state.logActivity("abort", at: number, [:]) }
    #expect(state.activity.count == 900)
    #expect(state.activity.objects.last?["at"] == 1_000)
  }
}
