import HTTPTypes
import Messages
import Model
import Testing
import Values

@testable import Client

struct CreateTests {
  private static let empty = #"{"things":[],"meta":{"has_more":false}}"#

  private func create(_ rig: Rig, identity: String? = "A", known: Set<String> = []) async throws
    -> Written
  {
    try await rig.client.create(.thing(), ["name": "A"], identity: identity, known: known)
  }

  private func failed(
    _ rig: Rig,
    identity: String? = "A",
    known: Set<String> = []
  ) async -> APIFailure? {
    await failure { () throws(APIFailure) in
      _ = try await rig.client.create(.thing(), ["name": "A"], identity: identity, known: known)
    }
  }

  @Test func `an object is created in its envelope`() async throws {
    let rig = Rig([.answer(201, #"{"thing":{"id":9,"name":"A"}}"#, [.via: "colour"])])
    let written = try await create(rig)
    #expect(written.object.id == "9")
    #expect(written.dropped == ["thing:colour"])
    let request = try #require(rig.transport.requests.first)
    #expect(request.url == "https://example.test/api/v2/things")
    #expect(String(decoding: request.body, as: UTF8.self) == #"{"thing":{"name":"A"}}"#)
    #expect(request.headers[.contentType] == "application/json")
    #expect(request.headers[.accept] == "application/json")
    #expect(request.headers[.authorization] == "Bearer token-1")
  }

  @Test(arguments: [
    ScriptedTransport.Step.fail(.disconnected, mayHaveTakenEffect: true),
    .fail(.timeout, mayHaveTakenEffect: true),
    .answer(500, ""),
    .answer(502, ""),
    .answer(503, "", [.retryAfter: "3"]),
    .answer(504, ""),
    .answer(524, ""),
    .answer(408, ""),
    .answer(201, "<html>created, says the proxy</html>"),
    .answer(201, ""),
  ])
  func `a POST in doubt is followed by a list, never by a POST`(step: ScriptedTransport.Step)
    async throws
  {
    let rig = Rig([
      step,
      .answer(
        200,
        #"""
        {"things":[{"id":1,"name":"A"},{"id":2,"name":" A "},{"id":3,"name":"B"}],
         "meta":{"has_more":false}}
        """#
      ),
    ])
    let written = try await create(rig, known: ["1"])
    #expect(written.object.id == "2")
    #expect(rig.transport.lines == ["POST /api/v2/things", "GET /api/v2/things"])
  }

  @Test func `a 503 that asks for a pause gets it before anything else`() async throws {
    let rig = Rig([
      .answer(503, "", [.retryAfter: "7"]), .answer(200, Self.empty),
      .answer(201, #"{"thing":{"id":2,"name":"A"}}"#),
    ])
    #expect(try await create(rig).object.id == "2")
    #expect(rig.time.now >= .seconds(7))
  }

  @Test func `what the list proves not to exist is created by a second POST`() async throws {
    let rig = Rig([
      .fail(.disconnected, mayHaveTakenEffect: true),
      .answer(200, #"{"things":[{"id":1,"name":"A"}],"meta":{"has_more":false}}"#),
      .answer(201, #"{"thing":{"id":2,"name":"A"}}"#),
    ])
    #expect(try await create(rig, known: ["1"]).object.id == "2")
  }

  @Test(arguments: ["", "<html></html>", #"{"thing":{}}"#])
  func `after an answer of success that cannot be read nothing is sent again, and it is in doubt`(
    body: String
  ) async {
    let lagging = ScriptedTransport.Step.answer(200, #"{"things":[],"meta":{"has_more":false}}"#)
    let rig = Rig([.answer(201, body)] + Array(repeating: lagging, count: 9))
    let failure = await failure { () throws(APIFailure) in
      _ = try await rig.client.create(.thing(), ["name": "A"], identity: "A", known: [])
    }
    #expect(failure?.isInDoubt == true)
    #expect(rig.transport.lines.count { $0.hasPrefix("POST") } == 1)
    #expect(rig.transport.lines.count { $0.hasPrefix("GET") } > 1)
  }

  @Test(arguments: [
    ScriptedTransport.Step.fail(.unreachable, mayHaveTakenEffect: false),
    .answer(409, ""),
    .answer(429, ""),
  ])
  func `a POST that certainly took no effect is sent again at once`(
    step: ScriptedTransport.Step
  ) async throws {
    let rig = Rig([step, .answer(201, #"{"thing":{"id":2}}"#)])
    #expect(try await create(rig).object.id == "2")
    #expect(rig.transport.lines == ["POST /api/v2/things", "POST /api/v2/things"])
  }

  @Test func `several new objects with the identity leave it in doubt`() async {
    let rig = Rig([
      .answer(500, ""),
      .answer(
        200,
        #"{"things":[{"id":1,"name":"A"},{"id":2,"name":"A"}],"meta":{"has_more":false}}"#
      ),
    ])
    let failure = await failed(rig)
    #expect(failure?.cause == .ambiguous)
    #expect(failure?.isInDoubt == true)
    #expect(failure?.message.hasSuffix("1, 2") == true)
  }

  @Test func `without an identity a POST in doubt stays in doubt`() async {
    let rig = Rig([.answer(500, "oops")])
    let failure = await failed(rig, identity: nil)
    #expect(failure?.cause == .server)
    #expect(failure?.isInDoubt == true)
    #expect(failure?.description == "POST /api/v2/things answered 500: oops")
  }

  @Test func `a list that cannot be read leaves it in doubt`() async {
    let rig = Rig([.fail(.timeout, mayHaveTakenEffect: true), .answer(200, "<html></html>")])
    let failure = await failed(rig)
    #expect(failure?.cause == .timeout)
    #expect(failure?.isInDoubt == true)
    #expect(failure?.advice?.contains("could not be read") == true)
  }

  @Test func `a server that keeps failing is asked five times and is not in doubt`() async {
    let steps =
      Array(repeating: [.answer(500, ""), .answer(200, Self.empty)], count: 5)
      as [[ScriptedTransport.Step]]
    let rig = Rig(steps.flatMap { $0 })
    let failure = await failed(rig)
    #expect(failure?.cause == .server)
    #expect(failure?.isInDoubt == false)
    #expect(rig.transport.left == 0)
  }

  @Test func `an interrupted run still finds out what it created`() async throws {
    let rig = Rig(
      [
        .fail(.disconnected, mayHaveTakenEffect: true),
        .answer(200, #"{"things":[{"id":4,"name":"A"}],"meta":{"has_more":false}}"#),
      ],
      stopsAt: .zero
    )
    #expect(try await create(rig).object.id == "4")
    #expect(rig.time.now == .zero)
  }

  @Test func `an interrupted run does not POST again`() async {
    let rig = Rig(
      [.fail(.disconnected, mayHaveTakenEffect: true), .answer(200, Self.empty)],
      stopsAt: .zero
    )
    let failure = await failed(rig)
    #expect(failure?.cause == .disconnected)
    #expect(failure?.isInDoubt == false)
  }

  @Test func `a refusal is reported with the server's words`() async {
    let rig = Rig([.answer(422, "Name: cannot\nbe blank", [.eTag: "r-1"])])
    let failure = await failed(rig)
    #expect(failure?.description == "POST /api/v2/things answered 422: Name: cannot be blank")
    #expect(failure?.cause == .invalid)
    #expect(failure?.attributes == ["name": "said of the name"])
    #expect(failure?.requestID == "r-1")
    #expect(failure?.isInDoubt == false)
  }
}
