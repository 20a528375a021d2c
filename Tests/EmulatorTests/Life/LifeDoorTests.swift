import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

@Suite struct `The door to what goes on` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor()
  }

  @Test func `the clock is that of the emulator, and can be moved on`() async throws {
    #expect(
      try await visitor.get("/_emulator/clock").body == ["now": "2027-01-15T08:00:00Z"]
    )
    let moved = try await visitor.send(.post, "/_emulator/clock", ["seconds": 3_600])
    #expect(moved.body == ["now": "2027-01-15T09:00:00Z"])
    let field: Value = ["key": "a", "type": "text", "title": "A"]
    let made = try await visitor.create("user_fields", "user_field", field)
    #expect(made["created_at"] == "2027-01-15T09:00:00Z")
  }

  @Test(arguments: [-1, 31_622_401]) func `time goes neither back nor far`(
    _ seconds: Int
  ) async throws {
    let reply = try await visitor.send(.post, "/_emulator/clock", ["seconds": .integer(seconds)])
    #expect(reply.status == 400)
    #expect(reply.text.contains("from 0 to 31622400"))
  }

  @Test func `every open fact is told with its readings, the first of which is taken`()
    async throws
  {
    let facts = try await visitor.get("/_emulator/facts").body["facts"]
    #expect(facts?.column("name") == OpenFact.allCases.map(\.rawValue))
    for fact in facts?.items ?? [] {
      #expect(fact["readings"]?.items?.first?["name"] == fact["reading"])
      #expect((fact["readings"]?.items ?? []).count >= 2)
      #expect(fact["touched"] == false)
    }
  }

  @Test func `a reading can be chosen, by its name alone`() async throws {
    let fact = OpenFact.zendeskJSONEscaping
    let path = "/_emulator/facts"
    #expect(try await visitor.send(.put, path, ["zendesk-json-escaping": "verbatim"]).status == 204)
    let told = try await visitor.get(path).body["facts"]?.items?
      .first { $0["name"] == .string(fact.rawValue) }
    #expect(told?["reading"] == "verbatim")
    let unknownReading = try await visitor.send(.put, path, ["zendesk-json-escaping": "x"])
    #expect(unknownReading.status == 400)
    #expect(unknownReading.text.contains("escaped, verbatim"))
    let unknownFact = try await visitor.send(.put, path, ["x": "escaped"])
    #expect(unknownFact.status == 400)
    #expect(unknownFact.text.contains("braze-tracking"))
  }

  @Test func `what is due waits while it is held`() async throws {
    _ = try await visitor.calling()
    let path = "/_emulator/hold"
    #expect(try await visitor.send(.post, path).status == 204)
    try await visitor.open()
    try await visitor.open()
    #expect(try await visitor.entries("webhook_attempted").isEmpty)
    #expect(try await visitor.send(.delete, path).status == 204)
    #expect(try await visitor.entries("webhook_attempted").count == 2)
    try await visitor.open()
    #expect(try await visitor.entries("webhook_attempted").count == 3)
    _ = try await visitor.send(.post, path)
    _ = try await visitor.send(.post, "/_emulator/reset")
    _ = try await visitor.calling()
    try await visitor.open()
    #expect(try await visitor.entries("webhook_attempted").count == 1)
  }

  @Test func `readings are noted as touched once somebody asks`() {
    var readings = Readings([.brazeTracking: "later"])
    #expect(readings.name(of: .brazeTracking) == "later")
    #expect(readings.touched.isEmpty)
    let isLater = readings.take(.brazeTracking, as: "later")
    let isLast = readings.take(.brazeReplyOrder, as: "campaigns-first")
    #expect(isLater && !isLast)
    #expect(readings.touched == [.brazeTracking, .brazeReplyOrder])
  }
}

@Suite struct `An emulator that continues another` {
  @Test func `begins where that stands and goes its own way`() async throws {
    let first = try Visitor()
    _ = try await first.trigger("Common")
    _ = try await first.send(.post, "/_emulator/clock", ["seconds": 60])
    let seconds = first.clock.seconds
    let second = await EmulatorInstance(
      EmulatorOptions(readings: [.brazeTracking: "later"], now: { seconds }),
      continuing: first.emulator
    )
    _ = try await first.trigger("Own")
    let answer = try await EmulatorTransport(second).send(
      .init(
        .get,
        "https://zendesk.localhost/api/v2/triggers",
        headers: [.authorization: "Bearer x"]
      )
    )
    let titles = try Value(json: answer.body)["triggers"]?.column("title") ?? []
    #expect(titles.contains("Common"))
    #expect(!titles.contains("Own"))
    let clock = try await EmulatorTransport(second).send(
      .init(.get, "https://zendesk.localhost/_emulator/clock")
    )
    #expect(String(decoding: clock.body, as: UTF8.self).contains("08:01:00"))
  }
}
