import Messages
import Model
import Testing
import Values

@testable import Client

struct ListTests {
  @Test func `every page is read, by the cursor`() async throws {
    let rig = Rig([
      .answer(
        200,
        #"{"things":[{"id":1},{"id":"2"}],"meta":{"has_more":true,"after_cursor":"a+b="},"count":3}"#
      ),
      .answer(
        200,
        #"{"things":[{"id":"01J"}],"meta":{"has_more":false,"after_cursor":"x"},"count":3}"#
      ),
    ])
    let objects = try await rig.client.list(.thing())
    #expect(objects.map(\.id) == ["1", "2", "01J"])
    #expect(
      rig.transport.requests.map(\.url) == [
        "https://example.test/api/v2/things?page%5Bsize%5D=100&sort=position",
        "https://example.test/api/v2/things?page%5Bsize%5D=100&sort=position&page%5Bafter%5D=a%2Bb%3D",
      ]
    )
  }

  @Test func `a link is followed by its query alone, never to its host`() async throws {
    let rig = Rig([
      .answer(
        200,
        #"""
        {"things":[],"meta":{"has_more":true},
         "links":{"next":"https://evil.test:443/elsewhere?page[after]=b"}}
        """#
      ),
      .answer(200, #"{"things":[],"meta":{"has_more":false}}"#),
    ])
    _ = try await rig.client.list(.thing(sort: nil))
    #expect(
      rig.transport.requests.map(\.url) == [
        "https://example.test/api/v2/things?page%5Bsize%5D=100",
        "https://example.test/api/v2/things?page[after]=b",
      ]
    )
  }

  @Test func `what was deleted and is still listed is left out`() async throws {
    let rig = Rig([
      .answer(
        200,
        #"""
        {"things":[{"id":1,"deleted":true},{"id":2,"deleted":false},{"id":3}],
         "meta":{"has_more":false},"count":3}
        """#
      )
    ])
    let kind = Kind.thing(tombstone: Criterion("deleted", is: true))
    #expect(try await rig.client.list(kind).map(\.id) == ["2", "3"])
  }

  @Test func `an API that may not know pages can answer the whole list`() async throws {
    let kind = Kind.thing(paging: .cursorIfAny)
    let whole = Rig([.answer(200, #"{"things":[{"id":1}],"next_page":null,"count":1}"#)])
    #expect(try await whole.client.list(kind).map(\.id) == ["1"])
    #expect(
      whole.transport.requests.map(\.url) == [
        "https://example.test/api/v2/things?page%5Bsize%5D=100"
      ]
    )
    let paged = Rig([
      .answer(200, #"{"things":[{"id":1}],"meta":{"has_more":true,"after_cursor":"a"}}"#),
      .answer(200, #"{"things":[{"id":2}],"meta":{"has_more":false}}"#),
    ])
    #expect(try await paged.client.list(kind).map(\.id) == ["1", "2"])
    for open in [
      #"{"things":[{"id":1}],"next_page":"https://example.test/2"}"#, #"{"things":[],"meta":{}}"#,
      #"{"things":[{"id":1}],"count":2}"#,
    ] {
      let rig = Rig([.answer(200, open)])
      let failure = await failure { () async throws(APIFailure) in
        _ = try await rig.client.list(kind)
      }
      #expect(failure?.cause == .incomplete, "\(open)")
    }
  }

  @Test(arguments: [
    (#"{"things":[]}"#, APIFailure.Cause.incomplete, "has_more"),
    (#"{"things":[],"meta":{"has_more":"no"}}"#, .incomplete, "has_more"),
    (#"{"things":[],"meta":{"has_more":true}}"#, .incomplete, "does not say where"),
    (#"{"things":[],"meta":{"has_more":true,"after_cursor":""}}"#, .incomplete, "say where"),
    (
      #"{"things":[],"meta":{"has_more":true},"links":{"next":"https://x.test/?a b"}}"#,
      .incomplete,
      "no URL"
    ),
    (
      #"{"things":[{"id":1},{"id":"1"}],"meta":{"has_more":false}}"#, .incomplete,
      "1 is on it twice"
    ),
    (#"{"things":[{"id":1}],"meta":{"has_more":false},"count":2}"#, .incomplete, "counts 2"),
    (#"{"things":[{"name":"x"}],"meta":{"has_more":false}}"#, .malformed, #"{"name":"x"}"#),
    (#"{"things":[{"id":""}],"meta":{"has_more":false}}"#, .malformed, "id"),
    (#"{"things":{"id":1},"meta":{"has_more":false}}"#, .malformed, "no list \"things\""),
    (#"{"others":[],"meta":{"has_more":false}}"#, .malformed, #"{"others":[]"#),
    (#"{"things":[{"id":1},{"i"#, .malformed, "not JSON"),
    (
      "<html><body><h1>Down for  maintenance</h1></body></html>", .malformed, "Down for maintenance"
    ),
    ("", .malformed, "empty"),
  ])
  func `a page that leaves the list's end open is a failure`(
    body: String,
    cause: APIFailure.Cause,
    words: String
  ) async {
    let rig = Rig([.answer(200, body)])
    let failure = await failure { () throws(APIFailure) in _ = try await rig.client.list(.thing()) }
    #expect(failure?.cause == cause)
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "no failure")")
    #expect(failure?.isInDoubt == false)
    #expect(failure?.status == 200)
  }

  @Test func `the same page over and over is a failure`() async {
    let page = #"{"things":[],"meta":{"has_more":true,"after_cursor":"a"}}"#
    let rig = Rig([.answer(200, page), .answer(200, page)])
    let failure = await failure { () throws(APIFailure) in _ = try await rig.client.list(.thing()) }
    #expect(failure?.cause == .incomplete)
    #expect(failure?.message.contains("over and over") == true)
  }

  @Test func `an object that moves from page to page is a failure`() async {
    let rig = Rig([
      .answer(200, #"{"things":[{"id":7}],"meta":{"has_more":true,"after_cursor":"a"}}"#),
      .answer(200, #"{"things":[{"id":7}],"meta":{"has_more":false}}"#),
    ])
    let failure = await failure { () throws(APIFailure) in _ = try await rig.client.list(.thing()) }
    #expect(failure?.cause == .incomplete)
  }

  private func answer(_ text: String) -> Response {
    Response(status: 200, body: Array(text.utf8))
  }

  @Test func `a list has at most so many pages`() throws {
    var listing = Listing(.thing())
    var page = 0
    let fault = #expect(throws: AnswerFault.self) {
      while listing.query != nil {
        page += 1
        try listing.take(
          answer(
            #"{"things":[{"id":\#(page)}],"meta":{"has_more":true,"after_cursor":"\#(page)"}}"#
          )
        )
      }
    }
    #expect(page == Listing.pageLimit)
    #expect(fault?.cause == .incomplete)
  }

  @Test func `pages together hold at most so many bytes and values`() throws {
    let blanks = String(repeating: " ", count: 32 << 20)
    let zeros = "[" + String(repeating: "0,", count: 4_000_000) + "0]"
    for (filling, words, pages) in [("1" + blanks, "256 MiB", 8), (zeros, "more values", 3)] {
      var listing = Listing(.thing())
      var page = 0
      let fault = #expect(throws: AnswerFault.self) {
        while listing.query != nil {
          page += 1
          let meta = #""meta":{"has_more":true,"after_cursor":"\#(page)"}"#
          try listing.take(
            answer(#"{"things":[{"id":\#(page)}],\#(meta),"more":\#(filling)}"#)
          )
        }
      }
      #expect(page == pages)
      #expect(fault?.cause == .incomplete)
      #expect(fault?.reason.contains(words) == true, "\(fault?.reason ?? "")")
    }
  }

  @Test func `empty pages that claim more end soon`() throws {
    var listing = Listing(.thing())
    var page = 0
    #expect(throws: AnswerFault.self) {
      while listing.query != nil {
        page += 1
        try listing.take(
          answer(#"{"things":[],"meta":{"has_more":true,"after_cursor":"\#(page)"}}"#)
        )
      }
    }
    #expect(page == Listing.emptyPageLimit)
  }

  @Test func `an excerpt is one line of at most 300 characters`() async {
    let rig = Rig([.answer(200, String(repeating: "line\n\u{1B}[31m", count: 5000))])
    let failure = await failure { () throws(APIFailure) in _ = try await rig.client.list(.thing()) }
    #expect(failure?.message.count == Excerpt.limit)
    #expect(failure?.message.contains { $0.isNewline || $0 == "\u{1B}" } == false)
  }
}
