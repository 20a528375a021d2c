import HTTPTypes
import Messages
import Model
import Testing
import Values

@testable import Client

/// An API that has a path for each verb, and takes an object's id as a parameter.
struct CallsTests {
  private static func kind(
    read: String? = "/info",
    create: String? = "/create",
    update: String? = "/update",
    idName: String = "thing_id"
  ) -> Kind {
    Kind(
      "test.thing",
      collection: "things",
      summary: "A thing.",
      page: "https://example.test/things",
      identity: .attribute("name"),
      schema: ["name": Attribute(.text, "What it is called.").trimmed],
      endpoints: Endpoints(
        "/list",
        many: "things",
        idName: idName,
        paging: .offset(limit: 10),
        update: .post,
        calls: Endpoints.Calls(id: "thing_id", read: read, create: create, update: update),
        form: { $0.merging(["formed": true]) }
      ),
      examples: []
    )
  }

  private static let info = #"{"name":"A","message":"success"}"#

  @Test func `one is read by its id, which the answer need not hold`() async throws {
    let rig = Rig([.answer(200, Self.info)])
    let object = try await rig.client.read(Self.kind(), "a/b 1")
    #expect(object.id == "a/b 1")
    #expect(object.attributes["thing_id"] == "a/b 1")
    #expect(object.attributes["formed"] == true)
    #expect(rig.transport.requests.map(\.url) == ["https://example.test/info?thing_id=a%2Fb%201"])
  }

  @Test func `an answer about another object is malformed`() async {
    let rig = Rig([.answer(200, #"{"thing_id":"2","name":"A"}"#)])
    let failure = await failure { () throws(APIFailure) in
      _ = try await rig.client.read(Self.kind(), "1")
    }
    #expect(failure?.cause == .malformed)
  }

  @Test func `where the list tells all, it is what is read`() async throws {
    let list = #"{"things":[{"name":"Zip Code"},{"name":"größe"}]}"#
    let kind = Self.kind(read: nil, idName: "name")
    let rig = Rig([.answer(200, list), .answer(200, list)])
    #expect(try await rig.client.read(kind, "Zip Code").id == "Zip Code")
    let failure = await failure { () throws(APIFailure) in
      _ = try await rig.client.read(kind, "zip")
    }
    #expect(failure?.cause == .notFound)
  }

  @Test(arguments: [
    (#""a\u0007b""#, "name"), (#""""#, "name"), ("5", "name"), (#""a b""#, "thing_id"),
  ])
  func `what cannot be an id is refused`(_ text: String, _ idName: String) async {
    let rig = Rig([.answer(200, #"{"things":[{"\#(idName)":\#(text)}]}"#)])
    let failure = await failure { () throws(APIFailure) in
      _ = try await rig.client.list(Self.kind(idName: idName))
    }
    #expect(failure?.cause == .malformed)
  }

  @Test func `what was created is read back`() async throws {
    let rig = Rig([.answer(201, #"{"thing_id":"7","message":"success"}"#), .answer(200, Self.info)])
    let written = try await rig.client.create(
      Self.kind(),
      ["name": "A"],
      identity: "A",
      known: []
    )
    #expect(written.object.id == "7")
    #expect(written.object.attributes["name"] == "A")
    #expect(rig.transport.lines == ["POST /create", "GET /info"])
    #expect(rig.transport.requests.first?.body == Array(#"{"name":"A"}"#.utf8))
  }

  @Test func `a creation in doubt is looked for in the list, and read whole`() async throws {
    let rig = Rig([
      .fail(.disconnected, mayHaveTakenEffect: true),
      .answer(200, #"{"things":[{"thing_id":"7","name":"A"}]}"#), .answer(200, Self.info),
    ])
    let written = try await rig.client.create(
      Self.kind(),
      ["name": "A"],
      identity: "A",
      known: []
    )
    #expect(written.object.id == "7")
    #expect(rig.transport.lines == ["POST /create", "GET /list", "GET /info"])
  }

  @Test func `what was accepted and cannot be read back is never sent again`() async {
    let empty = ScriptedTransport.Step.answer(200, #"{"things":[]}"#)
    let rig = Rig(
      [.answer(201, #"{"thing_id":"7"}"#), .answer(404, "")] + Array(repeating: empty, count: 5)
    )
    let failure = await failure { () throws(APIFailure) in
      _ = try await rig.client.create(Self.kind(), ["name": "A"], identity: "A", known: [])
    }
    #expect(failure?.isInDoubt == true)
    #expect(rig.transport.lines.filter { $0 == "POST /create" }.count == 1)
  }

  @Test func `an update names the id in its body and is read back`() async throws {
    let rig = Rig([.answer(200, #"{"thing_id":"7"}"#), .answer(200, Self.info)])
    let written = try await rig.client.update(Self.kind(), "7", ["name": "A"])
    #expect(written.object.attributes["name"] == "A")
    #expect(rig.transport.lines == ["POST /update", "GET /info"])
    #expect(rig.transport.requests.first?.body == Array(#"{"name":"A","thing_id":"7"}"#.utf8))
  }

  @Test func `a verb that the API does not have is not asked for`() async {
    let rig = Rig([])
    let kind = Self.kind(create: nil, update: nil)
    for verb in ["create", "update", "delete"] {
      let failure = await failure { () throws(APIFailure) in
        switch verb {
        case "create":
          _ = try await rig.client.create(kind, [:], identity: "A", known: [])
        case "update": _ = try await rig.client.update(kind, "7", [:])
        default: try await rig.client.delete(kind, "7")
        }
      }
      #expect(failure?.cause == .invalid, "\(verb)")
    }
    #expect(rig.transport.requests.isEmpty)
  }

  @Test func `a refusal in the clothes of success is a failure, and no doubt`() async {
    let dialect = PlainDialect(faults: ["Some tags could not be found"])
    let body = #"{"thing_id":"7","message":"Some tags could not be found"}"#
    let rig = Rig([.answer(201, body), .answer(200, body)], dialect: dialect)
    let created = await failure { () throws(APIFailure) in
      _ = try await rig.client.create(Self.kind(), ["name": "A"], identity: "A", known: [])
    }
    #expect(created?.cause == .invalid)
    #expect(created?.isInDoubt == false)
    #expect(created?.message.contains("Some tags") == true)
    let read = await failure { () throws(APIFailure) in
      _ = try await rig.client.read(Self.kind(), "7")
    }
    #expect(read?.cause == .invalid)
    #expect(rig.transport.left == 0)
  }

  @Test func `a refusal that says so is of what is not there`() async {
    let dialect = PlainDialect(faults: ["no such id"], isOfAbsence: true)
    let rig = Rig([.answer(200, "no such id")], dialect: dialect)
    let failure = await failure { () throws(APIFailure) in
      _ = try await rig.client.read(Self.kind(), "7")
    }
    #expect(failure?.cause == .notFound)
  }

  @Test(arguments: [
    (["x-ratelimit-reset": "30"], 30),
    (["x-ratelimit-reset": "soon"], nil),
    (["x-ratelimit-reset": "30", "retry-after": "7"], 7),
  ])
  func `a limit that is used up says when there is more`(
    _ fields: [String: String],
    _ seconds: Int?
  ) {
    var headers = HTTPFields()
    for (name, value) in fields {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
    let pause = seconds.map { Duration.seconds($0) }
    #expect(Response(status: 429, headers: headers).askedPause == pause)
    #expect(
      Response(status: 200, headers: headers).askedPause
        == (fields["retry-after"] == nil ? nil : pause)
    )
  }
}
