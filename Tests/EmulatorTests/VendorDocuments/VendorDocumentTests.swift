import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite(
  .enabled(
    if: VendorDocument.folder != nil,
    "LOCKSTEP_VENDOR_DOCUMENTS names no folder with the vendor's OpenAPI documents"
  )
)
struct `The vendor's documents` {
  @Test func `every answer is as the documents have it, but for what is named`() async throws {
    var session = try VendorSession([
      try VendorDocument("zendesk-support-openapi.yaml"),
      try VendorDocument("zendesk-webhooks-openapi.yaml"),
    ])
    try await session.visit(.get, "users/me")
    try await session.visitWebhooks()
    try await session.visitRules()
    try await session.visitCategories()
    for owner in ["user", "organization"] { try await session.visitFields(of: owner) }
    try await session.visitTicketFields()
    try await session.visitForms()
    try await session.visitGroups()
    try await session.visitBrands()
    try await session.visitUsers()
    try await session.visitTickets()
    #expect(session.visited == VendorSession.known)

    let unexpected = session.problems.filter { problem in
      !Deviation.all.contains { $0.covers(problem) }
    }
    #expect(unexpected.isEmpty, "\(unexpected.map(\.description).sorted().joined(separator: "\n"))")
    for deviation in Deviation.all {
      #expect(session.problems.contains { deviation.covers($0) }, "not needed: \(deviation)")
    }
  }
}

extension VendorSession {
  fileprivate mutating func create(_ collection: String, _ singular: String, _ object: Value)
    async throws -> Value
  {
    let body = try await visit(.post, collection, .object([singular: object]), 201)
    return try #require(body[singular]?["id"])
  }

  /// The list in both paginations, the member, its update.
  fileprivate mutating func visitUsual(
    _ collection: String,
    _ singular: String,
    _ id: Value,
    _ changes: Value
  ) async throws {
    let member = "\(collection)/\(try #require(id.scalarText))"
    try await visit(.get, collection)
    try await visit(.get, "\(collection)?page[size]=1")
    try await visit(.get, member)
    try await visit(.get, "\(collection)/0", nil, 404)
    try await visit(.put, member, .object([singular: changes]))
    try await visit(.post, collection, .object([singular: ["unknown": true]]), 422)
  }

  fileprivate mutating func visitWebhooks() async throws {
    let authentication: Value = [
      "type": "basic_auth", "data": ["username": "u", "password": "p"], "add_position": "header",
    ]
    let given = Visitor.webhook("W", ["authentication": authentication])
    let id = try #require(try await create("webhooks", "webhook", given).text)
    try await visit(.post, "webhooks?clone_webhook_id=\(id)", nil, 201)
    try await visit(.post, "webhooks", ["webhook": ["name": "W"]], 400)
    try await visit(.get, "webhooks?page[size]=1&filter[status]=active&sort=name")
    try await visit(.get, "webhooks/\(id)")
    try await visit(.get, "webhooks/none", nil, 404)
    try await visit(.patch, "webhooks/\(id)", ["webhook": ["name": "X"]], 204)
    try await visit(.put, "webhooks/\(id)", ["webhook": Visitor.webhook("Y")], 204)
    try await visit(.post, "webhooks/test?webhook_id=\(id)", ["request": [:]])
    try await visit(.get, "webhooks/\(id)/signing_secret")
    try await visit(.post, "webhooks/\(id)/signing_secret", nil, 201)
    try await visit(.get, "webhooks/\(id)/invocations")
    try await visitInvocation(of: id)
    try await visit(.get, "webhooks/\(id)/invocations/none/attempts", nil, 404)
    try await visit(.delete, "webhooks/\(id)", nil, 204)
  }

  private mutating func visitInvocation(of webhook: String) async throws {
    let call: Value = ["field": "notification_webhook", "value": [.string(webhook), "{}"]]
    let trigger = try await create(
      "triggers",
      "trigger",
      Visitor.trigger("Call", ["actions": [call]])
    )
    _ = try await visitor.open()
    let query = "sort=-latest_completed_at&filter[status]=failed&page[size]=1"
    let list = try await visit(.get, "webhooks/\(webhook)/invocations?\(query)")
    let invocation = try #require(list["invocations"]?.column("id").first)
    try await visit(.get, "webhooks/\(webhook)/invocations/\(invocation)/attempts")
    try await visit(.delete, "triggers/\(try #require(trigger.scalarText))", nil, 204)
  }

  fileprivate mutating func visitRules() async throws {
    let webhook = try await create("webhooks", "webhook", Visitor.webhook("W"))
    let actions: Value = [
      ["field": "status", "value": "open"],
      ["field": "notification_webhook", "value": [webhook, "{}"]],
    ]
    let hours: Value = ["field": "PENDING", "operator": "is", "value": "24"]
    let rules: [(String, String, Value)] = [
      ("triggers", "trigger", Visitor.trigger("T", ["actions": actions])),
      ("automations", "automation", Visitor.trigger("A", ["conditions": ["all": [hours]]])),
    ]
    for (collection, singular, rule) in rules {
      let id = try await create(collection, singular, rule)
      try await visitUsual(collection, singular, id, ["title": "New"])
      try await visit(.get, "\(collection)?include=usage_24h&sort_by=created_at&active=true")
      try await visit(.get, "\(collection)/active")
      try await visit(.get, "\(collection)/search?query=new")
      let changes: Value = .object([collection: [["id": id, "active": false]]])
      try await visit(.put, "\(collection)/update_many", changes)
      if collection == "triggers" {
        try await visit(.get, "triggers/definitions")
        let ids = try await visitor.get("/api/v2/triggers").body["triggers"]?.items ?? []
        let order: Value = ["trigger_ids": .list(ids.compactMap { $0["id"] })]
        try await visit(.put, "triggers/reorder", order)
        try await visit(.put, "triggers/reorder", ["trigger_ids": []], 404)
      }
      let text = try #require(id.scalarText)
      try await visit(.delete, "\(collection)/\(text)", nil, 204)
      let second = try await create(collection, singular, rule)
      let ids = try #require(second.scalarText)
      try await visit(.delete, "\(collection)/destroy_many?ids=\(ids)", nil, 204)
    }
  }

  fileprivate mutating func visitCategories() async throws {
    let path = "trigger_categories"
    let id = try #require(try await create(path, "trigger_category", ["name": "C"]).text)
    try await visit(.get, "\(path)?include=rule_counts&sort=-name")
    try await visit(.get, "\(path)?page[size]=1")
    try await visit(.get, "\(path)?page[size]=none", nil, 400)
    try await visit(.get, "\(path)/\(id)")
    try await visit(.get, "\(path)/0", nil, 404)
    try await visit(.patch, "\(path)/\(id)", ["trigger_category": ["name": "D"]])
    let items: Value = ["trigger_categories": [["id": .string(id), "position": 0]]]
    try await visit(.post, "\(path)/jobs", ["job": ["action": "patch", "items": items]])
    let wrong: Value = ["triggers": [["id": "1", "position": 0]]]
    try await visit(.post, "\(path)/jobs", ["job": ["action": "patch", "items": wrong]], 400)
    try await visit(.delete, "\(path)/\(id)", nil, 204)
  }

  private static let options: Value = [
    ["name": "A", "value": "a"], ["name": "B", "value": "b"],
  ]

  private mutating func visitOptions(_ collection: String, _ field: String) async throws {
    let path = "\(collection)/\(field)/options"
    try await visit(.get, path)
    let new: Value = ["custom_field_option": ["name": "C", "value": "c"]]
    let body = try await visit(.post, path, new, 201)
    let option = try #require(body["custom_field_option"]?["id"])
    let known: Value = ["custom_field_option": ["id": option, "name": "D", "value": "c"]]
    try await visit(.post, path, known)
    let id = try #require(option.scalarText)
    try await visit(.get, "\(path)/\(id)")
    try await visit(.delete, "\(path)/\(id)", nil, 204)
  }

  fileprivate mutating func visitFields(of owner: String) async throws {
    let collection = "\(owner)_fields"
    let singular = "\(owner)_field"
    let types = [
      "text", "textarea", "checkbox", "date", "integer", "decimal", "regexp", "dropdown", "lookup",
    ]
    var ids: [Value] = []
    for type in types {
      var field: Members = ["key": .string(type), "title": "T", "type": .string(type)]
      if type == "dropdown" { field["custom_field_options"] = Self.options }
      if type == "lookup" { field["relationship_target_type"] = "zen:user" }
      ids.append(try await create(collection, singular, .object(field)))
    }
    try await visitUsual(collection, singular, ids[0], ["title": "New"])
    let reversed: Value = .list(ids.reversed())
    try await visit(.put, "\(collection)/reorder", .object(["\(singular)_ids": reversed]))
    try await visit(.get, "\(collection)/show_many?keys=text,date")
    try await visitOptions(collection, "dropdown")
    try await visit(.delete, "\(collection)/text", nil, 204)
  }

  fileprivate mutating func visitTicketFields() async throws {
    let path = "ticket_fields"
    let singular = "ticket_field"
    let text = try await create(path, singular, ["title": "T", "type": "text"])
    let tagger = try await create(
      path,
      singular,
      ["title": "T", "type": "tagger", "custom_field_options": Self.options]
    )
    try await visitUsual(path, singular, text, ["title": "New"])
    try await visit(.put, "\(path)/reorder", ["ticket_field_ids": [tagger, text]])
    let id = try #require(text.scalarText)
    try await visit(.get, "\(path)/show_many?ids=\(id)")
    try await visit(.get, "\(path)/count")
    try await visitOptions(path, try #require(tagger.scalarText))
    try await visit(.delete, "\(path)/\(id)", nil, 204)
  }

  fileprivate mutating func visitForms() async throws {
    let path = "ticket_forms"
    let form = try await create(path, "ticket_form", ["name": "F"])
    try await visitUsual(path, "ticket_form", form, ["name": "G"])
    let id = try #require(form.scalarText)
    try await visit(.get, "\(path)/show_many?ids=\(id)")
    try await visit(.put, "\(path)/reorder", ["ticket_form_ids": [form]])
    try await visit(.post, "\(path)/\(id)/clone", ["prepend_clone_title": true])
    try await visit(.delete, "\(path)/\(id)", nil, 204)
  }

  fileprivate mutating func visitGroups() async throws {
    let group = try await create("groups", "group", ["name": "G"])
    try await visitUsual("groups", "group", group, ["description": "D"])
    try await visit(.get, "groups/count")
    try await visit(.get, "groups/assignable")
    try await visit(.delete, "groups/\(try #require(group.scalarText))", nil, 204)
  }

  fileprivate mutating func visitBrands() async throws {
    let brand = try await create("brands", "brand", ["name": "B", "subdomain": "b"])
    try await visitUsual("brands", "brand", brand, ["name": "C"])
    try await visit(.delete, "brands/\(try #require(brand.scalarText))", nil, 204)
  }

  fileprivate mutating func visitUsers() async throws {
    let user: Members = [
      "name": "Ann", "email": "ann@example.com", "external_id": "a", "phone": "+15550100",
      "alias": "A", "details": "D", "notes": "N", "signature": "S",
    ]
    let id = try await create("users", "user", .object(user))
    let path = "users/\(try #require(id.scalarText))"
    try await visitUsual("users", "user", id, ["role": "agent", "tags": ["vip"]])
    try await visit(.get, "users/count")
    try await visit(.get, "users/search?query=ann")
    try await visit(.get, "users/show_many?ids=1,2")
    try await visit(.post, "users/create_or_update", ["user": .object(user)])
    try await visit(
      .post,
      "users/create_or_update",
      ["user": ["name": "Bob", "external_id": "b"]],
      201
    )
    try await visit(.get, "\(path)/tickets/requested")
    try await visit(.get, "\(path)/tickets/assigned")
    try await visit(.delete, path)
  }

  fileprivate mutating func visitTickets() async throws {
    let ticket: Value = [
      "subject": "S", "comment": ["body": "B"], "priority": "high", "type": "task", "tags": ["a"],
      "requester": ["name": "Ann", "email": "ann@example.org"], "recipient": "help@example.com",
    ]
    let id = try await create("tickets", "ticket", ticket)
    let path = "tickets/\(try #require(id.scalarText))"
    try await visitUsual("tickets", "ticket", id, ["status": "open", "comment": ["body": "C"]])
    try await visit(.get, "tickets/count")
    try await visit(.get, "tickets/show_many?ids=1")
    try await visit(.get, "\(path)/comments")
    try await visit(.get, "\(path)/comments?page[size]=1")
    try await visit(.get, "\(path)/comments/count")
    let audits = try await visit(.get, "\(path)/audits")
    try await visit(.get, "\(path)/audits/count")
    let audit = try #require(audits["audits"]?.column("id").first)
    try await visit(.get, "\(path)/audits/\(audit)")
    try await visit(.delete, path, nil, 204)
  }
}
