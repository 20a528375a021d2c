import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Emulated trigger categories` {
  private let visitor: Visitor
  private let path = "/api/v2/trigger_categories"

  init() throws {
    visitor = try Visitor()
  }

  private func category(_ name: String, _ further: Members = [:]) async throws -> Value {
    let members: Members = ["name": .string(name)]
    return try await visitor.create(
      "trigger_categories",
      "trigger_category",
      .object(members.merging(further))
    )
  }

  private func id(_ object: Value) throws -> String { try #require(object["id"]?.scalarText) }

  @Test func `a created category stands last and its id is text`() async throws {
    let created = try await category(" Messages ")
    #expect(
      created.members?.keys == ["url", "id", "name", "updated_at", "created_at", "position"]
    )
    #expect(created["id"]?.text != nil)
    #expect(created["name"] == "Messages")
    #expect(created["position"] == 2)
    #expect(try await category("First", ["position": 0])["position"] == 0)
  }

  @Test func `the documents' status for a created category can be had`() async throws {
    var options = EmulatorOptions()
    options.unconfirmed.createdCategoryStatus = 200
    let reply = try await Visitor(options).send(.post, path, ["trigger_category": ["name": "A"]])
    #expect(reply.status == 200)
  }

  @Test func `PATCH changes what it names`() async throws {
    let id = try id(try await category("A"))
    let reply = try await visitor.send(
      .patch,
      "\(path)/\(id)",
      ["trigger_category": ["name": "B"]]
    )
    #expect(reply.status == 200)
    #expect(reply.body["trigger_category"]?["name"] == "B")
    #expect(reply.body["trigger_category"]?["position"] == 2)
  }

  @Test(
    arguments: [
      (["name": " "], "Name cannot be blank"), (["position": 1], "Name cannot be blank"),
      (["name": "A", "position": "x"], "Position is not a number"),
    ] as [(Value, String)]
  )
  func `a poor category is refused in its own envelope`(_ body: Value, _ title: String)
    async throws
  {
    let reply = try await visitor.send(.post, path, ["trigger_category": body])
    #expect(reply.status == 400)
    #expect(
      reply.body == [
        "errors": [["code": "InvalidTriggerCategory", "title": .string(title)]]
      ]
    )
  }

  @Test(arguments: ["123", "abc"])
  func `an unknown category is not found`(_ id: String) async throws {
    let reply = try await visitor.get("\(path)/\(id)")
    #expect(reply.status == 404)
    #expect(
      reply.body["errors"]?.items?.first == [
        "code": "TriggerCategoryNotFound",
        "title": "Category can’t be found. Check the ID and try again.",
      ]
    )
  }

  @Test func `a category with active triggers stays, one with inactive ones takes them along`()
    async throws
  {
    let category = try id(try await category("A"))
    let trigger = try id(try await visitor.trigger("T", ["category_id": .string(category)]))
    let refused = try await visitor.send(.delete, "\(path)/\(category)")
    #expect(refused.status == 400)
    #expect(
      refused.body["errors"]?.items?.first == [
        "code": "TriggerCategoryNotEmpty",
        "title": "A category with active ticket triggers cannot be deleted.",
      ]
    )
    _ = try await visitor.send(
      .put,
      "/api/v2/triggers/\(trigger)",
      ["trigger": ["active": false]]
    )
    #expect(try await visitor.send(.delete, "\(path)/\(category)").status == 204)
    #expect(try await visitor.get("/api/v2/triggers/\(trigger)").status == 404)
  }

  @Test(arguments: [
    ("position", ["b", "c", "a", "Notifications"]),
    ("-position", ["Notifications", "a", "c", "b"]),
    ("name", ["Notifications", "a", "b", "c"]), ("-name", ["c", "b", "a", "Notifications"]),
  ])
  func `categories can be sorted`(_ sort: String, _ names: [String]) async throws {
    for (name, position) in [("a", 0), ("b", -2), ("c", -1)] {
      _ = try await category(name, ["position": .integer(position)])
    }
    let reply = try await visitor.get("\(path)?sort=\(sort)&page[size]=10")
    #expect(reply.body["trigger_categories"]?.column("name") == names)
  }

  @Test func `a job arranges categories and triggers at once`() async throws {
    let category = try id(try await category("A"))
    let trigger = try id(try await visitor.trigger("T"))
    let job: Value = [
      "action": "patch",
      "items": [
        "trigger_categories": [["id": .string(category), "position": 0]],
        "triggers": [
          [
            "id": .string(trigger), "active": false, "category_id": .string(category),
            "position": 10,
          ]
        ],
      ],
    ]
    let reply = try await visitor.send(.post, "\(path)/jobs", ["job": job])
    #expect(reply.status == 200)
    #expect(reply.body["status"] == "complete")
    #expect(
      reply.body["results"]?["trigger_categories"]?.items?.first?["position"] == 0
    )
    let arranged = reply.body["results"]?["triggers"]?.items?.first
    #expect(arranged?["id"]?.integer == Int(trigger))
    #expect(arranged?["category_id"] == .string(category))
    let shown = try await visitor.get("/api/v2/triggers/\(trigger)")
    #expect(shown.body["trigger"] == arranged)
    #expect(shown.body["trigger"]?["position"] == 10)
    #expect(shown.body["trigger"]?["active"] == false)
  }

  @Test func `a job does nothing if one of its parts is wrong`() async throws {
    let category = try id(try await category("A"))
    let trigger = try id(try await visitor.trigger("T"))
    let job: Value = [
      "action": "patch",
      "items": [
        "trigger_categories": [["id": .string(category), "position": 9]],
        "triggers": [["id": .string(trigger), "category_id": "10001"], ["id": "5"]],
      ],
    ]
    let reply = try await visitor.send(.post, "\(path)/jobs", ["job": job])
    #expect(reply.status == 400)
    #expect(
      reply.body == [
        "errors": [
          [
            "code": "InvalidTrigger", "title": "category_id is not valid",
            "trigger_id": .string(trigger),
          ], ["code": "InvalidTrigger", "title": "id is not valid", "trigger_id": "5"],
        ], "status": "failed",
      ]
    )
    let shown = try await visitor.get("\(path)/\(category)")
    #expect(shown.body["trigger_category"]?["position"] == 2)
  }

  @Test func `a job's unpermitted keys are named`() async throws {
    let trigger = try id(try await visitor.trigger("T"))
    let items: Value = ["triggers": [["id": .string(trigger), "title": "X"]]]
    let reply = try await visitor.send(
      .post,
      "\(path)/jobs",
      ["job": ["action": "patch", "items": items]]
    )
    #expect(reply.header("x-zendesk-api-warn")?.contains("job.items.triggers.title") == true)
    #expect(reply.body["results"]?["triggers"]?.column("title") == ["T"])
  }
}
