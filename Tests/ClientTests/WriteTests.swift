import HTTPTypes
import Messages
import Model
import Testing
import Values

@testable import Client

struct WriteTests {
  @Test(arguments: [(Endpoints.Update.put, "PUT"), (.patch, "PATCH")])
  func `an update answers with the object`(update: Endpoints.Update, method: String) async throws {
    let rig = Rig([.answer(200, #"{"thing":{"id":5,"name":"B"}}"#, [.via: "x"])])
    let written = try await rig.client.update(.thing(update: update), "5", ["name": "B"])
    #expect(
      written
        == Written(
          object: .init(id: "5", attributes: ["id": 5, "name": "B"]),
          dropped: ["thing:x"]
        )
    )
    #expect(rig.transport.lines == ["\(method) /api/v2/things/5"])
  }

  @Test func `a doubt outlives the renewal of a credential`() async {
    let rig = Rig(
      [
        .fail(.disconnected, mayHaveTakenEffect: true), .answer(401, "expired"),
        .answer(422, "refused"),
      ],
      dialect: PlainDialect(renewals: 1)
    )
    let failure = await failure { () throws(APIFailure) in
      _ = try await rig.client.update(.thing(update: .put), "5", ["name": "B"])
    }
    #expect(failure?.cause == .invalid)
    #expect(failure?.isInDoubt == true)
  }

  @Test func `what answers nothing is read back`() async throws {
    let rig = Rig([.answer(204, ""), .answer(200, #"{"thing":{"id":"5","name":"B"}}"#)])
    let kind = Kind.thing(update: .patchAnsweringNothing)
    let written = try await rig.client.update(kind, "5", ["name": "B"])
    #expect(written.object.attributes["name"] == "B")
    #expect(rig.transport.lines == ["PATCH /api/v2/things/5", "GET /api/v2/things/5"])
  }

  @Test func `an accepted update that cannot be read back is in doubt`() async {
    let rig = Rig([.answer(204, ""), .answer(403, "no")])
    let failure = await failure { () throws(APIFailure) in
      _ = try await rig.client.update(.thing(update: .patchAnsweringNothing), "5", [:])
    }
    #expect(failure?.isInDoubt == true)
    #expect(failure?.cause == .permission)
  }

  @Test func `an update answered with nonsense is in doubt`() async {
    let rig = Rig([.answer(200, "OK")])
    let failure = await failure { () throws(APIFailure) in
      _ = try await rig.client.update(.thing(), "5", [:])
    }
    #expect(failure?.cause == .malformed)
    #expect(failure?.isInDoubt == true)
  }

  @Test func `an update is repeated after a broken connection`() async throws {
    let rig = Rig([
      .fail(.disconnected, mayHaveTakenEffect: true), .answer(200, #"{"thing":{"id":5}}"#),
    ])
    #expect(try await rig.client.update(.thing(), "5", [:]).object.id == "5")
  }

  @Test(arguments: [
    [ScriptedTransport.Step.answer(204, "")], [.answer(404, "")],
    [.answer(502, ""), .answer(404, "")],
  ])
  func `what is gone is deleted`(steps: [ScriptedTransport.Step]) async throws {
    let rig = Rig(steps)
    try await rig.client.delete(.thing(), "5")
    #expect(rig.transport.left == 0)
  }

  @Test func `a refused deletion is a failure`() async {
    let rig = Rig([.answer(400, "not empty")])
    let failure = await failure { () throws(APIFailure) in
      try await rig.client.delete(.thing(), "5")
    }
    #expect(failure?.description == "DELETE /api/v2/things/5 answered 400: not empty")
  }

  @Test func `places are set in chunks`() async throws {
    let rig = Rig([.answer(200, "{}"), .answer(200, "{}")])
    let placements = (1...3).map { Endpoints.Placement(id: "t\($0)", position: $0) }
    try await rig.client.arrange(.thing(chunk: 2), placements)
    #expect(rig.transport.lines == ["POST /api/v2/things/jobs", "POST /api/v2/things/jobs"])
    #expect(
      rig.transport.requests.map { String(decoding: $0.body, as: UTF8.self) } == [
        #"[{"id":"t1","position":1},{"id":"t2","position":2}]"#, #"[{"id":"t3","position":3}]"#,
      ]
    )
    try await rig.client.arrange(.thing(chunk: 2), [])
  }

  @Test func `places half set are in doubt`() async {
    let rig = Rig([.answer(200, "{}"), .answer(400, "no")])
    let placements = (1...3).map { Endpoints.Placement(id: "t\($0)", position: $0) }
    let failure = await failure { () throws(APIFailure) in
      try await rig.client.arrange(.thing(chunk: 2), placements)
    }
    #expect(failure?.isInDoubt == true)
  }

  @Test(arguments: [("a/b?c", "a%2Fb%3Fc"), ("ü", "%C3%BC")])
  func `an id stays one segment of the path`(id: String, segment: String) async throws {
    let rig = Rig([.answer(200, #"{"thing":{"id":"x"}}"#)])
    _ = try await rig.client.read(.thing(), id)
    #expect(rig.transport.lines == ["GET /api/v2/things/\(segment)"])
  }

  @Test(arguments: ["", ".", ".."])
  func `what is no id is not asked for`(id: String) async {
    let rig = Rig([])
    let failure = await failure { () throws(APIFailure) in
      _ = try await rig.client.read(.thing(), id)
    }
    #expect(failure?.cause == .notFound)
    #expect(rig.transport.requests.isEmpty)
  }
}
