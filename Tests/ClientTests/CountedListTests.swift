import Messages
import Model
import Synchronization
import Testing
import Values

@testable import Client

struct CountedListTests {
  /// A server with objects 1 to `count`, whose pages can be tampered with.
  private final class Pages: Transport {
    private let count: Int
    private let tamper: @Sendable (Int) -> String?
    private let log = Mutex<[String]>([])
    private let flying = Mutex<(now: Int, most: Int)>((0, 0))

    init(count: Int, tamper: @escaping @Sendable (Int) -> String? = { _ in nil }) {
      self.count = count
      self.tamper = tamper
    }

    var queries: [String] { log.withLock(\.self) }
    var mostAtOnce: Int { flying.withLock(\.most) }

    func send(_ request: Request) async throws(TransportError) -> Response {
      let query = String(request.url.drop { $0 != "?" }.dropFirst())
      log.withLock { $0.append(query) }
      flying.withLock { flying in
        flying.now += 1
        flying.most = max(flying.most, flying.now)
      }
      defer { flying.withLock { $0.now -= 1 } }
      for _ in 0..<20 { await Task.yield() }
      guard query.hasPrefix("page="), let page = Int(query.dropFirst(5).prefix { $0 != "&" }) else {
        return Self.answer(body(objects: 1...count, tail: #""meta":{"has_more":false}"#))
      }
      if let answer = tamper(page) { return Self.answer(answer) }
      let first = (page - 1) * 100 + 1
      return Self.answer(body(objects: first...min(count, first + 99), tail: tail(page)))
    }

    private func tail(_ page: Int) -> String {
      let next = page * 100 < count ? #""https://example.test/?page=\#(page + 1)""# : "null"
      return #""next_page":\#(next),"count":\#(count)"#
    }

    private func body(objects: ClosedRange<Int>, tail: String) -> String {
      #"{"things":[\#(objects.map { #"{"id":\#($0)}"# }.joined(separator: ","))],\#(tail)}"#
    }

    private static func answer(_ text: String) -> Response {
      text.isEmpty ? Response(status: 400) : Response(status: 200, body: Array(text.utf8))
    }
  }

  private func list(_ pages: Pages) async throws -> [String] {
    let client = APIClient(transport: pages, dialect: PlainDialect(), timing: ManualTime().timing)
    return try await client.list(
      .thing(paging: .counted(newestFirst: "order=new", sort: "position"))
    ).map(\.id)
  }

  @Test func `all pages but the first are read at once, in order and each once`() async throws {
    let pages = Pages(count: 1030)
    #expect(try await list(pages) == (1...1030).map(String.init))
    #expect(pages.queries.first == "page=1&per_page=100&order=new")
    #expect(Set(pages.queries).count == 11)
    #expect(pages.queries.count == 11)
    #expect(pages.mostAtOnce == 10)
  }

  @Test(arguments: [1, 99, 100])
  func `a list of one page is one request`(_ count: Int) async throws {
    let pages = Pages(count: count)
    #expect(try await list(pages).count == count)
    #expect(pages.queries.count == 1)
  }

  @Test(arguments: [
    ("another count", #"{"things":[{"id":101}],"next_page":null,"count":102}"#),
    ("an object twice", #"{"things":[{"id":100}],"next_page":null,"count":101}"#),
    ("one object less", #"{"things":[],"next_page":null,"count":101}"#),
    ("no count", #"{"things":[{"id":101}],"next_page":null}"#),
    ("another page", #"{"things":[{"id":101}],"next_page":"https://x","count":101}"#),
    ("no word of the next page", #"{"things":[{"id":101}],"count":101}"#),
  ])
  func `a list that changed is read again by cursor`(_ name: String, _ second: String) async throws
  {
    let pages = Pages(count: 101) { $0 == 2 ? second : nil }
    #expect(try await list(pages) == (1...101).map(String.init))
    #expect(
      pages.queries == [
        "page=1&per_page=100&order=new", "page=2&per_page=100&order=new",
        "page%5Bsize%5D=100&sort=position",
      ]
    )
  }

  @Test(arguments: ["", #"{"things":[]}"#, #"{"things":[],"count":"5"}"#])
  func `a server that does not count is read by cursor`(_ first: String) async throws {
    let pages = Pages(count: 5) { _ in first }
    #expect(try await list(pages).count == 5)
    #expect(pages.queries.count == 2)
  }

  @Test func `more objects than pages by number reach are read by cursor`() async throws {
    let pages = Pages(count: 10_001)
    #expect(try await list(pages).count == 10_001)
    #expect(pages.queries.count == 2)
  }

  @Test func `a page that is none is an error`() async throws {
    let pages = Pages(count: 150) { $0 == 2 ? #"{"things":{}}"# : nil }
    let cause = await failure { () async throws(APIFailure) in
      let client = APIClient(transport: pages, dialect: PlainDialect(), timing: ManualTime().timing)
      _ = try await client.list(
        .thing(paging: .counted(newestFirst: "order=new", sort: "position"))
      )
    }?.cause
    #expect(cause == .malformed)
  }
}
