import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Emulated content blocks` {
  private static let create = "/content_blocks/create"
  private static let update = "/content_blocks/update"

  private func info(_ visitor: Visitor, _ id: String) async throws -> Value {
    try await visitor.get("/content_blocks/info?content_block_id=\(id)").body
  }

  @Test func `one that is created can be read`() async throws {
    let visitor = try Visitor.braze()
    try await visitor.dashboard("tags", ["name": "zendesk"])
    let body: Value = [
      "name": "to_int", "description": "ticket id", "content": "{{ 1 | plus: 0 }}",
      "state": "draft", "tags": ["zendesk"],
    ]
    let created = try await visitor.send(.post, Self.create, body)
    #expect(created.status == 201)
    let id = try #require(created.body["content_block_id"]?.text)
    #expect(Identifiers.isUUID(id))
    #expect(
      created.body == [
        "content_block_id": .string(id), "liquid_tag": "{{content_blocks.${to_int}}}",
        "created_at": "2027-01-15T08:00:00.000Z", "message": "success",
      ]
    )
    #expect(
      try await info(visitor, id) == [
        "content_block_id": .string(id), "name": "to_int", "content": "{{ 1 | plus: 0 }}",
        "description": "ticket id", "content_type": "text", "tags": ["zendesk"],
        "created_at": "2027-01-15T08:00:00.000Z", "last_edited": "2027-01-15T08:00:00.000Z",
        "inclusion_count": 0, "message": "success",
      ]
    )
    #expect(
      try await visitor.get("/content_blocks/list").body == [
        "count": 1,
        "content_blocks": [
          [
            "content_block_id": .string(id), "name": "to_int", "content_type": "text",
            "liquid_tag": "{{content_blocks.${to_int}}}", "inclusion_count": 0,
            "created_at": "2027-01-15T08:00:00.000Z", "last_edited": "2027-01-15T08:00:00.000Z",
            "tags": ["zendesk"],
          ]
        ], "message": "success",
      ]
    )
  }

  @Test(
    arguments: [
      (["name": .null], "Content Block name cannot be blank"),
      (["name": ""], "Content Block name cannot be blank"),
      (["name": "a b"], "Content Block name can only contain alphanumeric characters"),
      (["name": "é"], "Content Block name can only contain alphanumeric characters"),
      (["name": "[a]"], "Content Block name can only contain alphanumeric characters"),
      (["name": "taken"], "Content Block with this name already exists"),
      (["name": "archived"], "Content Block with this name already exists"),
      (["content": .null], "Content cannot be blank"), (["content": ""], "Content cannot be blank"),
      (["content": 5], "Content must be a string"),
      (["content": "{{ a"], "Content contains malformed liquid"),
      (
        ["content": "{{content_blocks.${new}}}"],
        "Content Block cannot be referenced within itself"
      ),
      (
        ["content": "{{ content_blocks.${ new } | id: 'cb3' }}"],
        "Content Block cannot be referenced within itself"
      ),
      (["description": ""], "Content Block description cannot be blank"),
      (["description": .null], "Content Block description cannot be blank"),
      (["description": 5], "Content Block description must be a string"),
      (["state": "on"], "Content Block state must be either active or draft"),
      (["state": .null], "Content Block state must be either active or draft"),
      (["tags": "x"], "Tags must be an array"), (["tags": .null], "Tags must be an array"),
      (["tags": ["known", 5]], "All tags must be strings"),
      (["tags": ["known", "unknown"]], "Some tags could not be found"),
    ] as [(Members, String)]
  )
  func `a wrong one is refused in Braze's words`(_ wrong: Members, _ text: String) async throws {
    let visitor = try Visitor.braze()
    try await visitor.dashboard("tags", ["name": "known"])
    try await visitor.block("taken")
    let archived = try await visitor.block("archived")
    let path = "/_emulator/braze/content_blocks/\(archived)"
    #expect(try await visitor.send(.patch, path, ["archived": true]).status == 200)
    let good: Members = ["name": "new", "content": "x"]
    let reply = try await visitor.send(.post, Self.create, .object(good.merging(wrong)))
    #expect(reply.status == 400)
    #expect(reply.body == ["message": .string(text)])
    #expect(try await visitor.get("/content_blocks/list").body["count"] == 1)
  }

  @Test(
    arguments: [
      ("name", 99, 201, "Content Block name must be shorter than 100 characters"),
      ("name", 100, 400, "Content Block name must be shorter than 100 characters"),
      ("description", 249, 201, ""),
      ("description", 250, 400, "Content Block description must be shorter than 250 characters"),
      ("content", 51_199, 201, ""), ("content", 51_200, 400, "Content must be smaller than 50kb"),
    ]
  )
  func `texts have a greatest length`(
    _ member: String,
    _ length: Int,
    _ status: Int,
    _ text: String
  ) async throws {
    let good: Members = ["name": "new", "content": "x"]
    let long: Members = [member: .string(String(repeating: "a", count: length))]
    let reply = try await Visitor.braze().send(.post, Self.create, .object(good.merging(long)))
    #expect(reply.status == status)
    if status == 400 { #expect(reply.body["message"] == .string(text)) }
  }

  @Test(arguments: [
    ("{{${first_name}}}", true), ("{\"a\": {\"b\": {}}}", true), ("}} %}", true),
    ("{% assign var = {{custom_attribute.${zendesk_ticket}}} | to_i %}{{var}}", true),
    ("{% if a %}{% elsif b %}{% else %}{% endif %}", true),
    ("{%- capture x -%}{% endcapture %}", true),
    ("{% raw %}{{ {% {% endraw %}", true), ("{% comment %}{% if %}{% endcomment %}", true),
    ("{{ a | plus: {{b}} }}", true), ("{{content_blocks.${x} | id: 'cb1'}}", true),
    ("{% abort_message('x') %}", true), ("{{custom_attribute.${zip code}}}", true),
    ("{{ a }", false), ("{{${first_name}}", false), ("{% if a %}", false), ("{% endif %}", false),
    ("{% if a %}{% endfor %}", false), ("{% assign a = 1", false), ("{{ a {% b %} }}", false),
    ("{% raw %}", false), ("{% assign a = {{b %}", false),
    ("{% for a in b %}{% if %}{% endfor %}{% endif %}", false),
  ])
  func `Liquid has to be closed again`(_ content: String, _ isRight: Bool) async throws {
    let body: Value = ["name": "new", "content": .string(content)]
    let reply = try await Visitor.braze().send(.post, Self.create, body)
    #expect(reply.status == (isRight ? 201 : 400), "\(reply.text)")
  }

  @Test(arguments: [("{{", 400), ("${", 201), ("{{${", 400), ("{{ a }}", 201)])
  func `however much opens, the check ends`(_ mark: String, _ status: Int) async throws {
    let content = String(repeating: mark, count: 50_000 / mark.utf8.count)
    let body: Value = ["name": "new", "content": .string(content)]
    #expect(try await Visitor.braze().send(.post, Self.create, body).status == status)
  }

  @Test func `what an update leaves out stays`() async throws {
    let visitor = try Visitor.braze()
    try await visitor.dashboard("tags", ["name": "t"])
    let id = try await visitor.block("a", ["description": "d", "tags": ["t"]])
    visitor.clock.advance(60)
    let body: Value = ["content_block_id": .string(id), "name": "a", "content": "<b>y</b>"]
    let updated = try await visitor.send(.post, Self.update, body)
    #expect(updated.status == 201)
    #expect(updated.body["created_at"] == "2027-01-15T08:00:00.000Z")
    let block = try await info(visitor, id)
    #expect(block["content"] == "<b>y</b>")
    #expect(block["content_type"] == "html")
    #expect(block["description"] == "d")
    #expect(block["tags"] == ["t"])
    #expect(block["last_edited"] == "2027-01-15T08:01:00.000Z")
    let bare: Value = ["content_block_id": .string(id), "tags": []]
    _ = try await visitor.send(.post, Self.update, bare)
    #expect(try await info(visitor, id)["tags"] == [])
  }

  @Test func `a name that was given up is free`() async throws {
    let visitor = try Visitor.braze()
    let id = try await visitor.block("a", ["state": "draft"])
    let body: Value = ["content_block_id": .string(id), "name": "b"]
    #expect(try await visitor.send(.post, Self.update, body).status == 201)
    try await visitor.block("a")
    let taken: Value = ["name": "b", "content": "x"]
    #expect(try await visitor.send(.post, Self.create, taken).status == 400)
  }

  @Test(
    arguments: [
      (
        "active", ["name": "b"],
        "Content Block name cannot be updated for active Content Blocks"
      ),
      ("active", ["name": "other"], "Content Block with this name already exists"),
      (
        "active", ["state": "draft"],
        "Active Content Block can not be updated to Draft. Create a new Content Block."
      ),
      ("active", ["content": ""], "Content cannot be blank"),
      ("draft", ["name": "b c"], "Content Block name can only contain alphanumeric characters"),
      (
        "draft", ["content": "{{content_blocks.${a}}}"],
        "Content Block cannot be referenced within itself"
      ),
      ("draft", ["name": "b"], nil), ("draft", ["state": "active"], nil),
      ("active", ["state": "active", "name": "a"], nil),
    ] as [(Value, Members, String?)]
  )
  func `an update keeps the rules of states and names`(
    _ state: Value,
    _ change: Members,
    _ text: String?
  ) async throws {
    let visitor = try Visitor.braze()
    try await visitor.block("other")
    let id = try await visitor.block("a", ["state": state])
    let body = Members([("content_block_id", .string(id))]).merging(change)
    let reply = try await visitor.send(.post, Self.update, .object(body))
    #expect(reply.status == (text == nil ? 201 : 400))
    #expect(reply.body["message"] == .string(text ?? "success"))
  }

  @Test(arguments: [
    ("", 400, "Content Block ID cannot be blank"),
    ("nope", 404, "Content Block ID is invalid for this workspace"),
  ])
  func `an id that is not there is refused`(
    _ id: String,
    _ status: Int,
    _ text: String
  ) async throws {
    let visitor = try Visitor.braze()
    let read = try await visitor.get("/content_blocks/info?content_block_id=\(id)")
    let body: Value = ["content_block_id": .string(id)]
    let written = try await visitor.send(.post, Self.update, body)
    for reply in [read, written] {
      #expect(reply.status == status)
      #expect(reply.body == ["message": .string(text)])
    }
  }

  @Test(
    arguments: [
      ("", 5), ("limit=2", 2), ("limit=2&offset=4", 1), ("offset=9", 0), ("limit=1000", 5),
      ("modified_after=2027-01-15T08:02:00Z", 3),
      ("modified_after=2027-01-15T09:02:00%2B01:00", 3),
      ("modified_after=2027-01-15T06:02:00-0200", 3),
      ("modified_before=2027-01-15T08:02:00.000Z", 3), ("modified_after=2027-01-16", 0),
      ("modified_after=2027-01-15T08:01:00Z&modified_before=2027-01-15T08:02:00Z", 2),
    ]
  )
  func `a list is cut as asked`(_ query: String, _ count: Int) async throws {
    let visitor = try Visitor.braze()
    for name in ["a", "b", "c", "d", "e"] {
      try await visitor.block(name)
      visitor.clock.advance(60)
    }
    let reply = try await visitor.get("/content_blocks/list?\(query)")
    #expect(reply.body["content_blocks"]?.items?.count == count, "\(reply.text)")
    #expect(reply.body["count"] == .integer(count))
  }

  @Test(arguments: [
    ("offset=0", "Offset must be greater than 0."), ("offset=-1", "Offset must be greater than 0."),
    ("offset=x", "Offset is invalid"), ("limit=x", "Content Block number limit is invalid"),
    ("limit=0", "Content Block number limit must be greater than 0"),
    ("limit=1001", "Content Block number limit exceeds maximum of 1000"),
    ("modified_after=soon", "Modified after time is invalid"),
    ("modified_after=2027-02-29", "Modified after time is invalid"),
    ("modified_before=2027-01-15T25:00:00Z", "Modified before time is invalid"),
    (
      "modified_after=2027-01-16&modified_before=2027-01-15",
      "Modified after time must be earlier than or the same as modified before time."
    ),
  ])
  func `a list that makes no sense is refused`(_ query: String, _ text: String) async throws {
    let reply = try await Visitor.braze().get("/content_blocks/list?\(query)")
    #expect(reply.status == 400)
    #expect(reply.body == ["message": .string(text)])
  }

  @Test func `a list without a limit has a hundred`() async throws {
    let visitor = try Visitor.braze()
    for number in 0..<101 { try await visitor.block("b\(number)") }
    let first = try await visitor.get("/content_blocks/list")
    #expect(first.body["content_blocks"]?.items?.count == 100)
    let second = try await visitor.get("/content_blocks/list?offset=100")
    #expect(second.body["content_blocks"]?.column("name") == ["b100"])
  }

  @Test func `the messages that use one are counted`() async throws {
    let visitor = try Visitor.braze()
    let id = try await visitor.block("to_int")
    let campaign = try await visitor.campaign(
      "C",
      [
        "webhook": [
          "url": "https://a.example/{{content_blocks.${to_int} | id: 'cb1'}}", "method": "PUT",
        ]
      ]
    )
    let details = try await visitor.get("/campaigns/details?campaign_id=\(campaign)")
    let variation = try #require(details.body["messages"]?.members?.keys.first)
    let path = "/content_blocks/info?content_block_id=\(id)&include_inclusion_data"
    let info = try await visitor.get("\(path)=true")
    #expect(info.body["inclusion_count"] == 1)
    #expect(info.body["inclusion_data"] == [.string(variation)])
    #expect(try await visitor.get("\(path)=false").body["inclusion_data"] == nil)
    #expect(try await visitor.get("\(path)=x").body == ["message": "Include Inclusion Data-error"])
    let door = "/_emulator/braze/content_blocks/\(id)"
    #expect(try await visitor.send(.patch, door, ["archived": true]).status == 400)
  }

  @Test func `an archived one is off the list and read-only`() async throws {
    let visitor = try Visitor.braze()
    let id = try await visitor.block("a")
    let door = "/_emulator/braze/content_blocks/\(id)"
    #expect(try await visitor.send(.patch, door, ["archived": true]).body["archived"] == true)
    #expect(try await visitor.get("/content_blocks/list").body["count"] == 0)
    #expect(try await info(visitor, id)["message"] == "success")
    let change: Value = ["content_block_id": .string(id), "content": "y"]
    #expect(try await visitor.send(.post, Self.update, change).status == 400)
    #expect(try await visitor.send(.patch, door, ["content": "y"]).status == 400)
    #expect(try await visitor.send(.patch, door, ["archived": false]).status == 200)
    #expect(try await visitor.send(.post, Self.update, change).status == 201)
  }

  @Test func `saving in the dashboard numbers the references`() async throws {
    let visitor = try Visitor.braze()
    try await visitor.block("first")
    let id = try await visitor.block("second")
    let door = "/_emulator/braze/content_blocks/\(id)"
    let content: Value = """
      {{content_blocks.${first}}} {{ content_blocks.${first} }} {{content_blocks.${first} | id: 'x'}} \
      {{content_blocks.${unknown}}}
      """
    let edited = try await visitor.send(.patch, door, ["content": content])
    #expect(edited.status == 200)
    #expect(
      try await info(visitor, id)["content"] == """
        {{content_blocks.${first} | id: 'cb1'}} {{ content_blocks.${first} | id: 'cb1' }} \
        {{content_blocks.${first} | id: 'x'}} {{content_blocks.${unknown}}}
        """
    )
    #expect(try await visitor.send(.patch, door, ["content": "{{"]).status == 400)
    let long = Value.string(String(repeating: "a", count: 51_200))
    #expect(try await visitor.send(.patch, door, ["content": long]).status == 400)
    #expect(try await visitor.send(.patch, door, ["state": "x"]).status == 400)
    #expect(try await visitor.send(.patch, "\(door)x", ["content": "y"]).status == 404)
    #expect(try await visitor.get(door).body["name"] == "second")
  }

  @Test func `what is unconfirmed can be turned`() async throws {
    let visitor = try Visitor.braze { unconfirmed in
      unconfirmed.unknownContentBlockStatus = 200
      unconfirmed.contentBlockUpdateStatus = 200
      unconfirmed.contentBlockLimit = 20
      unconfirmed.renamesActiveContentBlocks = true
      unconfirmed.refusesBlankDescriptions = false
      unconfirmed.readsNoTagsAsNull = true
      unconfirmed.listsArchivedContentBlocks = true
      unconfirmed.countsBeyondThePage = true
      unconfirmed.numbersReferencesOnUpdate = true
    }
    let unknown = try await visitor.get("/content_blocks/info?content_block_id=x")
    #expect(unknown.status == 200)
    #expect(unknown.body["message"] != "success")
    let id = try await visitor.block("a", ["description": ""])
    let renamed: Value = ["content_block_id": .string(id), "name": "b"]
    #expect(try await visitor.send(.post, Self.update, renamed).status == 200)
    let block = try await info(visitor, id)
    #expect(block["name"] == "b")
    #expect(block["tags"] == .null)
    let long: Value = ["name": "c", "content": "12345678901234567890"]
    #expect(try await visitor.send(.post, Self.create, long).status == 400)
    let door = "/_emulator/braze/content_blocks/\(id)"
    #expect(try await visitor.send(.patch, door, ["archived": true]).status == 200)
    try await visitor.block("d")
    #expect(try await visitor.get("/content_blocks/list?limit=1").body["count"] == 2)
    let short = try Visitor.braze { $0.numbersReferencesOnUpdate = true }
    try await short.block("a")
    let user = try await short.block("u", ["content": "{{content_blocks.${a}}}"])
    #expect(try await info(short, user)["content"] == "{{content_blocks.${a} | id: 'cb1'}}")
  }
}
