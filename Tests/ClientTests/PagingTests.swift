import HTTPTypes
import Messages
import Model
import Testing
import Values

@testable import Client

struct PagingTests {
  private static let prefix = "https://example.test/api/v2/things"

  private static func page(_ ids: ClosedRange<Int>, count: Int = 1) -> String {
    #"{"things":[\#(ids.map { #"{"id":"\#($0)"}"# }.joined(separator: ","))],"count":\#(count)}"#
  }

  private func list(
    _ paging: Endpoints.Paging,
    _ steps: [ScriptedTransport.Step]
  ) async throws -> (ids: [String], queries: [String]) {
    let rig = Rig(steps)
    let objects = try await rig.client.list(.thing(paging: paging))
    #expect(rig.transport.left == 0)
    let queries = rig.transport.requests.map { String($0.url.dropFirst(Self.prefix.count)) }
    return (objects.map(\.id), queries)
  }

  private func failure(
    _ paging: Endpoints.Paging,
    _ steps: [ScriptedTransport.Step]
  ) async -> APIFailure? {
    let rig = Rig(steps)
    do throws(APIFailure) {
      _ = try await rig.client.list(.thing(paging: paging))
      return nil
    } catch {
      return error
    }
  }

  @Test func `by offset, the first page has none and the last is not full`() async throws {
    let (ids, queries) = try await list(
      .offset(limit: 3),
      [
        .answer(200, Self.page(1...3)), .answer(200, Self.page(4...6)),
        .answer(200, #"{"things":[]}"#),
      ]
    )
    #expect(ids == (1...6).map(String.init))
    #expect(queries == ["?limit=3", "?limit=3&offset=3", "?limit=3&offset=6"])
    let short = try await list(.offset(limit: 3), [.answer(200, Self.page(1...2))])
    #expect(short.ids == ["1", "2"])
  }

  @Test func `by offset, a server that gives less than asked for is read to its end`() async throws
  {
    let (ids, queries) = try await list(
      .offset(limit: 1000),
      [
        .answer(200, Self.page(1...2, count: 3)), .answer(200, Self.page(3...3, count: 3)),
      ]
    )
    #expect(ids == ["1", "2", "3"])
    #expect(queries == ["?limit=1000", "?limit=1000&offset=2"])
    // What is counted and never shown keeps nobody waiting.
    let hidden = try await list(
      .offset(limit: 1000),
      [.answer(200, Self.page(1...2, count: 3)), .answer(200, #"{"things":[],"count":3}"#)]
    )
    #expect(hidden.ids == ["1", "2"])
  }

  @Test func `by number, pages count from 0`() async throws {
    let (ids, queries) = try await list(
      .numbered(size: 2, parameters: "archived=true"),
      [.answer(200, Self.page(1...2)), .answer(200, Self.page(3...3))]
    )
    #expect(ids == ["1", "2", "3"])
    #expect(queries == ["?page=0&archived=true", "?page=1&archived=true"])
    let plain = try await list(
      .numbered(size: 2, parameters: ""),
      [.answer(200, Self.page(1...1))]
    )
    #expect(plain.queries == ["?page=0"])
  }

  @Test(arguments: [Endpoints.Paging.offset(limit: 2), .numbered(size: 2, parameters: "")])
  func `a server that answers the same page again is not believed`(
    _ paging: Endpoints.Paging
  ) async {
    let page = ScriptedTransport.Step.answer(200, Self.page(1...2))
    let failure = await failure(paging, [page, page])
    #expect(failure?.cause == .incomplete)
    #expect(failure?.message.contains("on it twice") == true)
  }

  @Test(arguments: [Endpoints.Paging.offset(limit: 2), .numbered(size: 2, parameters: "")])
  func `more on a page than was asked for is not believed`(_ paging: Endpoints.Paging) async {
    let failure = await failure(paging, [.answer(200, Self.page(1...3))])
    #expect(failure?.cause == .incomplete)
  }

  @Test func `links lead from page to page, on the same host`() async throws {
    let (ids, queries) = try await list(
      .link,
      [
        .answer(
          200,
          Self.page(1...2),
          [
            .link:
              #"<https://x.test/a?cursor=0>; rel="prev", <https://evil.test/b?cursor=2%2F>; rel="next""#
          ]
        ),
        .answer(200, Self.page(3...4), [.link: "</b?cursor=4>; title=\"a, \\\"b\\\"\";REL=Next"]),
        .answer(200, Self.page(5...5), [.link: #"<https://x.test/a?cursor=3>; rel="prev""#]),
      ]
    )
    #expect(ids == ["1", "2", "3", "4", "5"])
    #expect(queries == ["", "?cursor=2%2F", "?cursor=4"])
  }

  @Test(arguments: [
    ("next", "cannot be read"), ("<https://x.test/a?c=1", "cannot be read"),
    ("<https://x.test/a>; rel=next", "does not say where"),
    ("<https://x.test/a?>; rel=next", "no URL"), ("<https://x.test/a?b c>; rel=next", "no URL"),
    ("<https://x.test/a?c=1>; rel=\"next", "cannot be read"),
    ("<https://x.test/a?c=1> rel=next", "cannot be read"),
  ])
  func `a link that leads nowhere leaves the end open`(_ link: String, _ words: String) async {
    let failure = await failure(.link, [.answer(200, Self.page(1...1), [.link: link])])
    #expect(failure?.cause == .incomplete)
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
  }

  @Test func `a link in a circle is a failure`() async {
    let link: HTTPFields = [.link: "<https://x.test/a?c=1>; rel=next"]
    let failure = await failure(
      .link,
      [.answer(200, Self.page(1...1), link), .answer(200, Self.page(2...2), link)]
    )
    #expect(failure?.message.contains("over and over") == true)
  }
}

extension HTTPField.Name {
  fileprivate static let link = HTTPField.Name("link") ?? .via
}
