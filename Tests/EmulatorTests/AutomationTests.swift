import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Emulated automations` {
  private static let pending: Value = ["field": "status", "operator": "is", "value": "pending"]
  private static let hours: Value = [
    "field": "PENDING", "operator": "greater_than", "value": "24",
  ]

  /// The least that makes an automation.
  private static func automation(_ title: String, _ further: Members = [:]) -> Value {
    let least: Members = [
      "title": .string(title), "actions": [["field": "status", "value": "open"]],
      "all": .list([pending, hours]),
    ]
    return .object(least.merging(further))
  }

  private static func condition(_ field: Value, _ test: Value, _ value: Value) -> Value {
    ["field": field, "operator": test, "value": value]
  }

  private func reply(
    _ further: Members,
    _ unconfirmed: UnconfirmedBehaviour = UnconfirmedBehaviour()
  ) async throws -> Visitor.Reply {
    var options = EmulatorOptions()
    options.unconfirmed = unconfirmed
    let body: Value = ["automation": Self.automation("A", further)]
    return try await Visitor(options).send(.post, "/api/v2/automations", body)
  }

  @Test func `a created automation is answered in the order of the real answers`() async throws {
    let reply = try await reply([:])
    #expect(reply.status == 201)
    let automation = try #require(reply.body["automation"]?.members)
    #expect(
      automation.keys == [
        "url", "id", "title", "active", "updated_at", "created_at", "default", "actions",
        "conditions", "position", "raw_title",
      ]
    )
    #expect(automation["position"] == 10_002)
    #expect(automation["conditions"] == ["all": .list([Self.pending, Self.hours]), "any": []])
    #expect(reply.header("location") == automation["url"]?.text)
  }

  @Test(
    arguments: [
      ["all": [pending]], ["all": [condition("assigned_at", "greater_than", "5")]],
      ["all": [condition("PENDING", "more_than", "24")]],
      ["all": [condition("PENDING", "greater_than", "a day")]],
      ["all": [pending, hours], "actions": [["field": "priority", "value": "high"]]],
      ["all": [pending, hours], "any": [hours]],
      ["all": [pending, hours, condition("update_type", "is", "Change")]],
      ["all": [condition("status", "changed", ""), hours]],
      ["title": ""],
    ] as [Members]
  )
  func `what would run for ever or never is refused`(_ further: Members) async throws {
    let reply = try await reply(further)
    #expect(reply.status == 422, "\(reply.text)")
    #expect(reply.body["error"] == "RecordInvalid")
    #expect(reply.body["details"]?.members?.count == 1)
  }

  @Test(
    arguments: [
      ["all": [hours]],
      [
        "all": [pending, condition("PENDING", "is", "24")],
        "actions": [["field": "priority", "value": "high"]],
      ],
      [
        "all": [pending, hours, condition("current_tags", "not_includes", "told")],
        "actions": [["field": "current_tags", "value": "told"]],
      ],
      ["all": [condition("group_id", "is", ""), condition("NEW", "is_business_hours", "1")]],
    ] as [Members]
  )
  func `what real accounts took is taken`(_ further: Members) async throws {
    let reply = try await reply(further)
    #expect(reply.status == 201, "\(reply.text)")
  }

  @Test func `the documents' stricter and laxer readings are switches`() async throws {
    var strict = UnconfirmedBehaviour()
    strict.takesStatusHoursForProperty = false
    #expect(try await reply(["all": [Self.hours]], strict).status == 422)
    var lax = UnconfirmedBehaviour()
    lax.refusesEndlessAutomations = false
    let endless: Members = ["actions": [["field": "priority", "value": "high"]]]
    #expect(try await reply(endless, lax).status == 201)
  }

  @Test func `two active automations cannot be alike`() async throws {
    let visitor = try Visitor()
    let path = "/api/v2/automations"
    let first = try await visitor.create("automations", "automation", Self.automation("A"))
    let again: Value = ["automation": Self.automation("B")]
    #expect(try await visitor.send(.post, path, again).status == 422)
    let off: Value = ["automation": Self.automation("B", ["active": false])]
    let second = try await visitor.send(.post, path, off)
    #expect(second.status == 201)
    let id = try #require(second.body["automation"]?["id"]?.integer)
    let on: Value = ["automation": ["active": true]]
    #expect(try await visitor.send(.put, "\(path)/\(id)", on).status == 422)
    let other = try #require(first["id"]?.integer)
    #expect(try await visitor.send(.delete, "\(path)/\(other)").status == 204)
    #expect(try await visitor.send(.put, "\(path)/\(id)", on).status == 200)
  }

  @Test func `a fresh account closes what was solved, and new ones follow`() async throws {
    let visitor = try Visitor()
    let fresh = try await visitor.get("/api/v2/automations")
    #expect(fresh.body["automations"]?.items?.count == 1)
    #expect(fresh.body["automations"]?.items?.first?["position"] == 10_001)
    try await visitor.create("automations", "automation", Self.automation("A"))
    let list = try await visitor.get("/api/v2/automations?sort_by=alphabetical&active=true")
    #expect(list.body["automations"]?.column("position") == ["10002", "10001"])
  }
}
