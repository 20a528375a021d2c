import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Emulated webhooks` {
  private static let basic: Value = [
    "type": "basic_auth", "data": ["username": "u", "password": "hidden"],
    "add_position": "header",
  ]
  private static let bearer: Value = [
    "type": "bearer_token", "data": ["token": "hidden"], "add_position": "header",
  ]
  private static let key: Value = [
    "type": "api_key", "data": ["name": "X-Key", "value": "hidden"], "add_position": "header",
  ]

  /// As written, and as read.
  private static let secrets: [(Value, Value)] = [
    (basic, ["type": "basic_auth", "data": ["username": "u"], "add_position": "header"]),
    (bearer, ["type": "bearer_token", "add_position": "header"]),
    (key, ["type": "api_key", "data": ["name": "X-Key"], "add_position": "header"]),
  ]

  private let visitor: Visitor
  private let path = "/api/v2/webhooks"

  init() throws {
    visitor = try Visitor()
  }

  private func webhook(_ further: Members = [:]) async throws -> Value {
    try await visitor.create("webhooks", "webhook", Visitor.webhook("Hook", further))
  }

  private func show(_ webhook: Value) async throws -> Value {
    let id = try #require(webhook["id"]?.text)
    return try #require(try await visitor.get("\(path)/\(id)").body["webhook"])
  }

  @Test func `a created webhook is answered in the order of the real answers`() async throws {
    let further: Members = [
      "description": "Why", "subscriptions": ["conditional_ticket_events"],
      "authentication": Self.basic,
    ]
    let reply = try await visitor.send(
      .post,
      path,
      ["webhook": Visitor.webhook("Hook", further)]
    )
    #expect(reply.status == 201)
    #expect(
      reply.body["webhook"]?.members?.keys == [
        "id", "name", "description", "status", "subscriptions", "created_at", "created_by",
        "endpoint", "http_method", "request_format", "authentication",
      ]
    )
    #expect(reply.text.hasSuffix("\n"))
    #expect(reply.header("content-type") == "application/json")
    #expect(reply.header("location") == nil)
    #expect(reply.header("ratelimit-limit") == nil)
    #expect(reply.header("x-rate-limit") == "100")
    #expect(reply.body["webhook"]?["created_at"] == "2027-01-15T08:00:00.09004765Z")
    #expect(reply.body["webhook"]?["created_by"]?.text != nil)
    let created = try #require(reply.body["webhook"])
    #expect(created["id"]?.text?.count == 26)
    #expect(try await show(created)["created_at"] == "2027-01-15T08:00:00Z")
  }

  @Test(arguments: secrets)
  func `a secret can be written and not read`(_ written: Value, _ read: Value) async throws {
    let created = try await webhook(["authentication": written])
    #expect(created["authentication"] == read)
    #expect(try await show(created)["authentication"] == read)
    let list = try await visitor.get(path)
    #expect(list.body["webhooks"]?.items?.first?["authentication"] == read)
    #expect(!list.text.contains("hidden"))
  }

  @Test func `what was never set is missing`() async throws {
    let created = try await webhook()
    for name in ["description", "subscriptions", "custom_headers", "updated_at", "authentication"] {
      #expect(created[name] == nil)
    }
    #expect(try await webhook(["description": ""])["description"] == "")
  }

  @Test func `PATCH merges and answers with nothing`() async throws {
    let created = try await webhook([
      "description": "Why", "authentication": Self.basic,
      "custom_headers": ["X-A": "1", "X-B": "2"],
    ])
    let id = try #require(created["id"]?.text)
    visitor.clock.advance(1)
    let reply = try await visitor.send(
      .patch,
      "\(path)/\(id)",
      ["webhook": ["id": "x", "name": "New", "custom_headers": ["X-A": .null, "X-C": "3"]]]
    )
    #expect(reply.status == 204)
    #expect(reply.text.isEmpty)
    let patched = try await show(created)
    #expect(patched["id"] == .string(id))
    #expect(patched["name"] == "New")
    #expect(patched["description"] == "Why")
    #expect(patched["custom_headers"] == ["X-B": "2", "X-C": "3"])
    #expect(patched["authentication"] == created["authentication"])
    #expect(patched["updated_at"] == "2027-01-15T08:00:01Z")
    #expect(patched["updated_by"] == patched["created_by"])
    let keys = try #require(patched.members?.keys)
    #expect(keys.firstIndex(of: "updated_at") == (keys.firstIndex(of: "created_by") ?? 0) + 1)
  }

  @Test func `PATCH with null removes`() async throws {
    let created = try await webhook(["description": "Why", "authentication": Self.bearer])
    let id = try #require(created["id"]?.text)
    _ = try await visitor.send(
      .patch,
      "\(path)/\(id)",
      ["webhook": ["authentication": .null, "description": .null]]
    )
    let patched = try await show(created)
    #expect(patched["authentication"] == nil)
    #expect(patched["description"] == nil)
  }

  @Test func `PUT wipes what it leaves out, but for the subscriptions`() async throws {
    let created = try await webhook([
      "description": "Why", "authentication": Self.basic,
      "subscriptions": ["conditional_ticket_events"],
    ])
    let id = try #require(created["id"]?.text)
    let reply = try await visitor.send(
      .put,
      "\(path)/\(id)",
      ["webhook": Visitor.webhook("New")]
    )
    #expect(reply.status == 204)
    let replaced = try await show(created)
    #expect(replaced["name"] == "New")
    #expect(replaced["description"] == nil)
    #expect(replaced["authentication"] == nil)
    #expect(replaced["subscriptions"] == ["conditional_ticket_events"])
    let poor = try await visitor.send(.put, "\(path)/\(id)", ["webhook": ["name": "X"]])
    #expect(poor.status == 400)
  }

  @Test(
    arguments: [
      (["name": ""], "/webhook/name"), (["endpoint": .null], "/webhook/endpoint"),
      (["endpoint": "example.com"], "/webhook/endpoint"),
      (["http_method": "FETCH"], "/webhook/http_method"),
      (["request_format": "yaml"], "/webhook/request_format"),
      (["status": "paused"], "/webhook/status"), (["description": 5], "/webhook/description"),
      (["subscriptions": "all"], "/webhook/subscriptions"),
      (
        ["subscriptions": ["conditional_ticket_events", "zen:event-type:user.created"]],
        "/webhook/subscriptions"
      ),
      (
        ["subscriptions": ["zen:event-type:user.created"], "http_method": "PUT"],
        "/webhook/http_method"
      ),
      (["custom_headers": ["X": 1]], "/webhook/custom_headers/X"),
      (
        ["custom_headers": ["A": "", "B": "", "C": "", "D": "", "E": "", "F": ""]],
        "/webhook/custom_headers"
      ),
      (["authentication": ["type": "digest"]], "/webhook/authentication/type"),
      (
        ["authentication": ["type": "bearer_token", "data": ["token": "t"]]],
        "/webhook/authentication/add_position"
      ),
      (
        ["authentication": ["type": "bearer_token", "add_position": "header"]],
        "/webhook/authentication/data/token"
      ),
    ] as [(Members, String)]
  )
  func `a poor webhook is refused with a pointer`(_ part: Members, _ pointer: String) async throws {
    let reply = try await visitor.send(.post, path, ["webhook": Visitor.webhook("A", part)])
    #expect(reply.status == 400)
    let error = reply.body["errors"]?.items?.first
    #expect(error?["code"] == "InvalidWebhook")
    #expect(error?["source"] == ["pointer": .string(pointer)])
  }

  @Test func `the kind of subscription is for life`() async throws {
    let created = try await webhook(["subscriptions": ["conditional_ticket_events"]])
    let id = try #require(created["id"]?.text)
    let events: Value = ["webhook": ["subscriptions": ["zen:event-type:user.created"]]]
    #expect(try await visitor.send(.patch, "\(path)/\(id)", events).status == 400)
    let other = try await webhook(["subscriptions": ["zen:event-type:user.created"]])
    let otherID = try #require(other["id"]?.text)
    let more: Value = ["webhook": ["subscriptions": ["zen:event-type:user.deleted"]]]
    #expect(try await visitor.send(.patch, "\(path)/\(otherID)", more).status == 204)
  }

  @Test func `an unknown webhook is not found in the service's own words`() async throws {
    let reply = try await visitor.get("\(path)/01EM")
    #expect(reply.status == 404)
    #expect(
      reply.body["errors"]?.items?.first == [
        "code": "WebhookNotFound", "title": "Webhook Not Found",
        "detail": "Webhook 01EM could not be found",
      ]
    )
  }

  @Test func `a webhook in use can be deleted, unless told otherwise`() async throws {
    var strict = EmulatorOptions()
    strict.unconfirmed.deletesUsedWebhooks = false
    for (options, status) in [(EmulatorOptions(), 204), (strict, 400)] {
      let visitor = try Visitor(options)
      let webhook = try await visitor.create("webhooks", "webhook", Visitor.webhook("A"))
      let id = try #require(webhook["id"])
      let action: Value = ["field": "notification_webhook", "value": [id, "{}"]]
      _ = try await visitor.trigger("A", ["actions": [action]])
      #expect(try await visitor.send(.delete, "\(path)/\(id.text ?? "")").status == status)
    }
  }

  @Test func `webhooks can be filtered and sorted`() async throws {
    for (name, status) in [("Beta", "active"), ("alpha", "inactive"), ("Alpine", "active")] {
      try await visitor.create(
        "webhooks",
        "webhook",
        Visitor.webhook(name, ["status": .string(status)])
      )
    }
    func names(_ query: String) async throws -> [String]? {
      try await visitor.get("\(path)?\(query)").body["webhooks"]?.column("name")
    }
    #expect(try await names("") == ["Alpine", "alpha", "Beta"])
    #expect(try await names("filter%5Bname_contains%5D=alp") == ["Alpine", "alpha"])
    #expect(try await names("filter[status]=active&sort=name") == ["Alpine", "Beta"])
    #expect(try await names("sort=-name") == ["alpha", "Beta", "Alpine"])
  }
}
