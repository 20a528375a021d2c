import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Pagination of the emulated lists` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor()
  }

  private func fill(_ count: Int) async throws {
    for number in 1...count { _ = try await visitor.trigger("T\(number)") }
  }

  @Test func `offset pages have a count and links`() async throws {
    try await fill(3)
    let first = try await visitor.get("/api/v2/triggers.json?per_page=3&active=true")
    #expect(first.body.members?.keys == ["triggers", "next_page", "previous_page", "count"])
    #expect(first.body["count"] == 6)
    #expect(first.body["previous_page"] == .null)
    #expect(
      first.body["next_page"]
        == "https://zendesk.localhost/api/v2/triggers.json?active=true&page=2&per_page=3"
    )
    let second = try await visitor.get(try #require(first.body["next_page"]?.text))
    #expect(second.body["next_page"] == .null)
    #expect(second.body["previous_page"]?.text?.contains("page=1") == true)
    #expect(second.body["triggers"]?.column("title") == ["T1", "T2", "T3"])
  }

  @Test func `cursor pages meet every object once`() async throws {
    try await fill(3)
    var url: String? = "/api/v2/triggers?page%5Bsize%5D=3"
    var titles: [String] = []
    var pages = 0
    while let page = url {
      let reply = try await visitor.get(page)
      titles += reply.body["triggers"]?.column("title") ?? []
      pages += 1
      #expect(reply.body.members?.keys == ["triggers", "meta", "links"])
      #expect(
        reply.body["meta"]?.members?.keys == ["has_more", "after_cursor", "before_cursor"]
      )
      #expect(reply.body["links"]?["next"]?.text?.contains("page%5Bafter%5D=") == true)
      #expect(reply.body["links"]?["prev"]?.text?.contains("page%5Bbefore%5D=") == true)
      url = reply.body["meta"]?["has_more"] == true ? reply.body["links"]?["next"]?.text : nil
    }
    #expect(pages == 3)
    #expect(titles.count == 7 && Set(titles).count == 7)
  }

  @Test func `a cursor leads back as well`() async throws {
    try await fill(4)
    let first = try await visitor.get("/api/v2/triggers?page[size]=3")
    let second = try await visitor.get(try #require(first.body["links"]?["next"]?.text))
    let back = try await visitor.get(try #require(second.body["links"]?["prev"]?.text))
    #expect(back.body["triggers"] == first.body["triggers"])
    #expect(back.body["meta"]?["has_more"] == false)
  }

  @Test func `an empty list has nulls`() async throws {
    let reply = try await visitor.get("/api/v2/user_fields?page[size]=10")
    #expect(
      reply.text == #"{"user_fields":[],"meta":{"has_more":false,"after_cursor":null,"#
        + #""before_cursor":null},"links":{"prev":null,"next":null}}"#
    )
    let offset = try await visitor.get("/api/v2/user_fields")
    #expect(
      offset.text == #"{"user_fields":[],"next_page":null,"previous_page":null,"count":0}"#
    )
  }

  @Test func `an object deleted between two pages leaves no gap`() async throws {
    try await fill(3)
    let first = try await visitor.get("/api/v2/triggers?page[size]=5")
    let id = try #require(first.body["triggers"]?.column("id").last)
    _ = try await visitor.send(.delete, "/api/v2/triggers/\(id)")
    let second = try await visitor.get(try #require(first.body["links"]?["next"]?.text))
    #expect(second.body["triggers"]?.column("title") == ["T2", "T3"])
  }

  @Test func `webhook pages leave out what does not apply`() async throws {
    #expect(
      try await visitor.get("/api/v2/webhooks").text
        == "{\"meta\":{\"has_more\":false},\"webhooks\":[]}\n"
    )
    for name in ["a", "b", "c", "d", "e"] {
      try await visitor.create("webhooks", "webhook", Visitor.webhook(name))
    }
    let first = try await visitor.get("/api/v2/webhooks?page[size]=2")
    #expect(first.body.members?.keys == ["meta", "links", "webhooks"])
    #expect(first.body["meta"]?.members?.keys == ["has_more", "after_cursor"])
    #expect(first.body["links"]?["prev"] == nil)
    let next = try #require(first.body["links"]?["next"]?.text)
    #expect(next.hasPrefix("https://zendesk.localhost:443/api/v2/webhooks?page[after]="))
    let cursor = try #require(first.body["meta"]?["after_cursor"]?.text)
    let lastID = try #require(first.body["webhooks"]?.column("id").last)
    #expect(Base64.decode(cursor) == "\(lastID),desc")
    let second = try await visitor.get(next)
    #expect(second.body["webhooks"]?.column("name") == ["c", "b"])
    #expect(
      second.body["meta"]?.members?.keys == ["has_more", "before_cursor", "after_cursor"]
    )
    let third = try await visitor.get(try #require(second.body["links"]?["next"]?.text))
    #expect(third.body["webhooks"]?.column("name") == ["a"])
    #expect(third.body["meta"]?.members?.keys == ["has_more", "before_cursor"])
    #expect(third.body["meta"]?["has_more"] == false)
    #expect(third.body["links"]?["next"] == nil)
  }

  @Test func `webhooks sorted by name page on through commas`() async throws {
    for name in ["b,1", "a,2", "c,3"] {
      try await visitor.create("webhooks", "webhook", Visitor.webhook(name))
    }
    let first = try await visitor.get("/api/v2/webhooks?sort=name&page[size]=2")
    let second = try await visitor.get(try #require(first.body["links"]?["next"]?.text))
    #expect(second.body["webhooks"]?.column("name") == ["c,3"])
  }

  @Test func `links stay on the origin that was asked`() async throws {
    try await fill(1)
    for name in ["a", "b"] {
      try await visitor.create("webhooks", "webhook", Visitor.webhook(name))
    }
    let origin = "http://127.0.0.1:8099"
    for path in ["triggers?page[size]=1", "webhooks?page[size]=1"] {
      let reply = try await visitor.get("\(origin)/api/v2/\(path)")
      #expect(reply.body["links"]?["next"]?.text?.hasPrefix("\(origin)/api/v2/") == true)
    }
  }

  @Test(arguments: [
    ("triggers?page[size]=0", 400, "InvalidPaginationParameter"),
    ("triggers?page[size]=x", 400, "InvalidPaginationParameter"),
    ("triggers?page[after]=x", 400, "InvalidPaginationParameter"),
    ("trigger_categories?page[after]=eyJvIjoiYSJ9", 400, "page[after] is not valid"),
    ("webhooks?page[after]=Zm9v", 400, "InvalidPaginationParameter"),
    ("trigger_categories?sort=size", 400, "InvalidPaginationParameter"),
    ("triggers?page=101", 400, "InvalidPaginationDepth"),
    ("triggers?page=x", 400, "page must be an integer from api/v2/rules/triggers/index"),
    ("triggers?page=100", 200, "\"triggers\":[]"), ("triggers?page=0", 200, "\"count\":4"),
    ("triggers?page[size]=1000", 200, "\"has_more\":false"),
  ])
  func `odd pages get an answer`(_ path: String, _ status: Int, _ part: String) async throws {
    let reply = try await visitor.get("/api/v2/\(path)")
    #expect(reply.status == status)
    #expect(reply.text.contains(part), "\(reply.text)")
  }

  @Test(arguments: [
    ("sort_by=alphabetical", ["a", "b", "c"]),
    ("sort_by=alphabetical&sort_order=desc", ["c", "b", "a"]),
    ("sort_by=created_at", ["c", "a", "b"]),
    ("sort_by=created_at&sort_order=asc", ["b", "a", "c"]), ("", ["a", "c", "b"]),
    ("page[size]=9", ["a", "c", "b"]), ("page[size]=9&sort_by=alphabetical", ["a", "c", "b"]),
    ("page[size]=9&sort=alphabetical", ["a", "b", "c"]),
    ("page[size]=9&sort=-created_at", ["c", "a", "b"]),
    ("page[size]=9&sort=updated_at", ["b", "c", "a"]),
  ])
  func `triggers can be sorted`(_ query: String, _ titles: [String]) async throws {
    let category = try await visitor.create(
      "trigger_categories",
      "trigger_category",
      ["name": "Sorted"]
    )
    let id = try #require(category["id"]?.text)
    var last: Value = .null
    for (title, position) in [("b", 3), ("a", 1), ("c", 2)] {
      visitor.clock.advance(1)
      let trigger = try await visitor.trigger(
        title,
        ["category_id": .string(id), "position": .integer(position)]
      )
      if title == "a" { last = trigger }
    }
    visitor.clock.advance(1)
    _ = try await visitor.send(
      .put,
      "/api/v2/triggers/\(last["id"]?.integer ?? 0)",
      ["trigger": ["active": false]]
    )
    let reply = try await visitor.get("/api/v2/triggers?category_id=\(id)&\(query)")
    #expect(reply.body["triggers"]?.column("title") == titles)
  }

  @Test func `triggers can be filtered by activity`() async throws {
    let reply = try await visitor.get("/api/v2/triggers?active=false")
    #expect(
      reply.body["triggers"]?.column("title") == ["Auto-assign to first email responding agent"]
    )
    #expect(reply.body["count"] == 1)
  }

  @Test func `unknown parameters of a list are named`() async throws {
    let reply = try await visitor.get("/api/v2/triggers?per_page=1&sort=position&colour=red")
    #expect(reply.header("x-zendesk-api-warn")?.contains(#":action=>"index""#) == true)
    #expect(reply.header("x-zendesk-api-warn")?.contains(#"=>["colour"]"#) == true)
  }
}
