import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Comments of an emulated ticket` {
  private static let texts: [(Value, String)] = [
    (["body": "It said \"no\" \\ 50% & <3 🙂"], "It said \"no\" \\ 50% & <3 🙂"),
    (["body": "a  b\n\n\nc\r\n\r\nd"], "a b\nc\nd"), (["body": "a\n \n \nb"], "a\n \n \nb"),
    (["body": "<b>bold</b> text<br>"], "bold text"), (["body": "1 < 2 > 1"], "1 < 2 > 1"),
    (
      ["html_body": "<p>Hello<br>you</p><p>Bye &amp; &#169;&nbsp;x</p>"],
      "Hello\nyou\nBye & ©\u{A0}x"
    ),
    (["html_body": "<style>p{}</style><ul><li>a</li>\n<li>b</li></ul>"], "a\nb"),
    (["html_body": "a   b\nc", "body": "other"], "a b c"),
    (["html_body": "&#x1F642;&nope;"], "🙂&nope;"),
    (["html_body": "<p>un<a href=\"x\"closed"], "un<a href=\"x\"closed"),
    ("a text alone", "a text alone"),
  ]

  @Test(arguments: texts)
  func `a comment is kept as text`(_ comment: Value, _ text: String) async throws {
    let visitor = try Visitor()
    let ticket = try await visitor.ticket(["comment": comment])
    #expect(ticket["description"] == .string(text))
    let kept = try #require(try await visitor.comments(ticket).first)
    #expect(kept["body"] == .string(text))
    #expect(kept["plain_body"] == .string(text))
    #expect(kept["type"] == "Comment")
    #expect(kept["attachments"] == [])
    #expect(kept["via"]?["channel"] == "api")
  }

  @Test func `text becomes paragraphs of HTML`() {
    let text = CommentText(typed: "a & b\nc\n\n<3 \"d\"")
    #expect(
      text.html == "<div class=\"zd-comment\" dir=\"auto\"><p dir=\"auto\">a &amp; b<br>c</p>"
        + "<p dir=\"auto\">&lt;3 &quot;d&quot;</p></div>"
    )
    #expect(
      CommentText(html: "<p>x</p>").html
        == "<div class=\"zd-comment\" dir=\"auto\"><p>x</p></div>"
    )
  }

  @Test func `what an agent types stays as it is`() async throws {
    let visitor = try Visitor()
    let bob = try await visitor.user("Bob", ["role": "agent"])
    let ticket = try await visitor.ticket()
    try await visitor.work(as: bob, on: ticket, ["comment": ["body": "a\n\nb  <b>c</b>"]])
    let comment = try await visitor.comments(ticket).last
    #expect(comment?["body"] == "a\n\nb  <b>c</b>")
    #expect(comment?["html_body"]?.text?.contains("b  &lt;b&gt;c&lt;/b&gt;</p>") == true)
    #expect(comment?["author_id"] == bob["id"])
    #expect(comment?["via"]?["channel"] == "web")
  }

  @Test func `what is over 64 kB is cut at a whole character`() async throws {
    let visitor = try Visitor()
    let body = "x" + String(repeating: "é", count: 40_000)
    let ticket = try await visitor.ticket(["comment": ["body": .string(body)]])
    let kept = try #require(try await visitor.comments(ticket).first?["body"]?.text)
    #expect(kept.utf8.count == 65_535)
    #expect(body.hasPrefix(kept))
  }

  @Test func `a long text full of openings takes no time`() {
    let took = ContinuousClock().measure {
      _ = CommentText(
        body: String(repeating: "<a", count: 100_000) + String(repeating: "&#", count: 100_000)
      )
      _ = CommentText(html: String(repeating: "<script><a &", count: 20_000))
    }
    #expect(took < .seconds(20))
  }

  @Test func `what a ticket began with says who may read what comes later`() async throws {
    let visitor = try Visitor()
    let open = try await visitor.ticket()
    let shut = try await visitor.ticket(["comment": ["body": "b", "public": false]])
    #expect(shut["is_public"] == false)
    for ticket in [open, shut] {
      try await visitor.update(ticket, ["comment": ["body": "c"]])
      let last = try await visitor.comments(ticket).last
      #expect(last?["public"] == ticket["is_public"])
    }
    let after = try await visitor.update(shut, ["comment": ["body": "d", "public": true]])
    #expect(after["is_public"] == true)
  }

  @Test func `comments and audits come in both paginations and both orders`() async throws {
    let visitor = try Visitor()
    let ticket = try await visitor.ticket(["comment": ["body": "0"]])
    for number in 1...4 {
      visitor.clock.advance(1)
      try await visitor.update(ticket, ["comment": ["body": .string("\(number)")]])
    }
    func bodies(_ query: String) async throws -> [String]? {
      try await visitor.get("/api/v2/tickets/1/comments\(query)").body["comments"]?.column("body")
    }
    #expect(try await bodies("") == ["0", "1", "2", "3", "4"])
    #expect(try await bodies("?per_page=2&page=2") == ["2", "3"])
    #expect(try await bodies("?sort_order=desc&per_page=2") == ["4", "3"])
    #expect(try await bodies("?sort=-created_at&page[size]=2") == ["4", "3"])
    let page = try await visitor.get("/api/v2/tickets/1/comments?page[size]=3").body
    #expect(page["meta"]?["has_more"] == true)
    let next = try #require(page["links"]?["next"]?.text)
    #expect(try await visitor.get(next).body["comments"]?.column("body") == ["3", "4"])
    let count = try await visitor.get("/api/v2/tickets/1/comments/count").body["count"]
    #expect(count?["value"] == 5)
    let audits = try await visitor.audits(ticket)
    #expect(audits.count == 5)
    let id = try #require(audits[2]["id"]?.scalarText)
    let one = try await visitor.get("/api/v2/tickets/1/audits/\(id)").body["audit"]
    #expect(one == audits[2])
    #expect(try await visitor.get("/api/v2/tickets/1/audits/5").status == 404)
    #expect(try await visitor.get("/api/v2/tickets/1/audits/count").body["count"]?["value"] == 5)
  }

  @Test func `a ticket takes 5000 comments and is changed all the same`() async throws {
    let visitor = try Visitor()
    let ticket = try await visitor.ticket()
    await visitor.emulator.fillComments(of: "1", to: 5000)
    let body: Value = ["ticket": ["comment": ["body": "b"]]]
    #expect(try await visitor.send(.put, "/api/v2/tickets/1", body).status == 422)
    #expect(try await visitor.update(ticket, ["priority": "low"])["priority"] == "low")
  }
}

extension EmulatorInstance {
  fileprivate func fillComments(of ticket: String, to count: Int) {
    zendesk.state.tickets[ticket]?["comment_ids"] = .list((1...count).map { .integer($0) })
  }
}
