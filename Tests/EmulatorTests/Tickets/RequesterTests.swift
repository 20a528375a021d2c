import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `The requester of an emulated ticket` {
  @Test func `one with an address is found or made, one without is made each time`()
    async throws
  {
    let visitor = try Visitor()
    let ann = try await visitor.user("Ann", ["email": "ann@example.com"])
    let forms: [Value] = [
      "ANN@example.com", ["email": "ann@example.com"], ["name": "X", "email": "Ann@example.com"],
      ann["id"] ?? .null, .string(try visitor.id(ann)),
    ]
    for form in forms {
      #expect(try await visitor.ticket(["requester": form])["requester_id"] == ann["id"], "\(form)")
    }
    let text: Members = ["requester_id": .string(try visitor.id(ann))]
    #expect(try await visitor.ticket(text)["requester_id"] == ann["id"])
    #expect(try await visitor.get("/api/v2/users").body["count"] == 2)

    let bob = try await visitor.ticket(["requester": "bob@example.com"])["requester_id"]
    #expect(try await visitor.ticket(["requester": "bob@example.com"])["requester_id"] == bob)
    let first = try await visitor.ticket(["requester": ["name": "Cy"]])["requester_id"]
    #expect(try await visitor.ticket(["requester": ["name": "Cy"]])["requester_id"] != first)
    let names = try await visitor.get("/api/v2/users").body["users"]?.column("name")
    #expect(names == ["Emulated Administrator", "Ann", "bob", "Cy", "Cy"])
  }

  @Test func `requester_id wins`() async throws {
    let visitor = try Visitor()
    let ann = try await visitor.user("Ann")
    let ticket = try await visitor.ticket([
      "requester_id": ann["id"] ?? .null, "requester": ["name": "Bob"],
    ])
    #expect(ticket["requester_id"] == ann["id"])
    #expect(try await visitor.get("/api/v2/users").body["count"] == 2)
  }

  @Test(arguments: [("kept", "u-1"), ("ignored", nil)])
  func `whether fields of a new requester are kept is an open fact`(
    _ reading: String,
    _ value: String?
  ) async throws {
    let visitor = try Visitor(
      EmulatorOptions(readings: [.zendeskRequesterFields: reading])
    )
    let field: Value = ["key": "braze_external_id", "title": "B", "type": "text"]
    try await visitor.create("user_fields", "user_field", field)
    func isTouched() async throws -> Value? {
      let facts = try await visitor.get("/_emulator/facts").body["facts"]?.items ?? []
      return facts.first { $0["name"] == "zendesk-requester-fields" }?["touched"]
    }
    _ = try await visitor.ticket(["requester": ["name": "Ann", "user_fields": [:]]])
    #expect(try await isTouched() == false)
    let ticket = try await visitor.ticket([
      "requester": ["name": "Ann", "user_fields": ["braze_external_id": "u-1"]]
    ])
    #expect(try await isTouched() == true)
    let id = try #require(ticket["requester_id"]?.scalarText)
    let user = try await visitor.get("/api/v2/users/\(id)").body["user"]
    #expect(user?["user_fields"]?["braze_external_id"]?.text == value)
  }

  @Test(arguments: [(false, Value.null), (true, "+15550100")])
  func `a phone number, which no document names, is kept only if told to`(
    _ keeps: Bool,
    _ phone: Value
  ) async throws {
    var options = EmulatorOptions()
    options.unconfirmed.keepsRequesterPhone = keeps
    let visitor = try Visitor(options)
    let ticket = try await visitor.ticket(["requester": ["name": "A", "phone": "+15550100"]])
    let id = try #require(ticket["requester_id"]?.scalarText)
    #expect(try await visitor.get("/api/v2/users/\(id)").body["user"]?["phone"] == phone)
  }

  @Test(arguments: [true, false])
  func `the requester submits, or the API user, as the documents are read`(_ isRequester: Bool)
    async throws
  {
    var options = EmulatorOptions()
    options.unconfirmed.submitsAsRequester = isRequester
    let visitor = try Visitor(options)
    let ticket = try await visitor.ticket(["requester": ["name": "Ann"]])
    let author = isRequester ? ticket["requester_id"] : Visitor.administrator
    #expect(ticket["submitter_id"] == author)
    #expect(try await visitor.comments(ticket).first?["author_id"] == author)
    #expect(try await visitor.audits(ticket).first?["author_id"] == Visitor.administrator)
  }

  @Test func `the submitter who is named is the first comment's author`() async throws {
    let visitor = try Visitor()
    let (ann, bob) = (try await visitor.user("Ann"), try await visitor.user("Bob"))
    let ticket = try await visitor.ticket([
      "requester_id": ann["id"] ?? .null, "submitter_id": bob["id"] ?? .null,
      "comment": ["body": "b", "author_id": ann["id"] ?? .null],
    ])
    #expect(ticket["submitter_id"] == bob["id"])
    #expect(try await visitor.comments(ticket).first?["author_id"] == bob["id"])
    let other = try await visitor.ticket([
      "comment": ["body": "b", "author_id": .string(try visitor.id(ann))]
    ])
    #expect(try await visitor.comments(other).first?["author_id"] == ann["id"])
  }

  @Test func `a user lists what was requested by and assigned to them`() async throws {
    let visitor = try Visitor()
    let ann = try await visitor.user("Ann")
    let bob = try await visitor.user("Bob", ["role": "agent"])
    _ = try await visitor.ticket()
    _ = try await visitor.ticket([
      "requester_id": ann["id"] ?? .null, "assignee_id": bob["id"] ?? .null,
    ])
    let requested = "/api/v2/users/\(try visitor.id(ann))/tickets/requested"
    #expect(try await visitor.get(requested).body["tickets"]?.column("id") == ["2"])
    let assigned = "/api/v2/users/\(try visitor.id(bob))/tickets/assigned"
    #expect(try await visitor.get(assigned).body["tickets"]?.column("id") == ["2"])
    #expect(try await visitor.get("/api/v2/users/1/tickets/assigned").status == 404)
  }
}
