import HostileServer
import Testing

@testable import Commands

/// What the command line makes of a server that answers with anything but a list.
struct HostileAnswerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answer: HostileServer.Answer
    let status: Commands.ExitStatus
    let code: String
    let words: String

    init(
      _ name: String,
      _ answer: HostileServer.Answer,
      _ status: Commands.ExitStatus,
      _ code: String,
      _ words: String
    ) {
      testDescription = name
      self.answer = answer
      self.status = status
      self.code = code
      self.words = words
    }

    /// An answer with a status of success that is no list.
    init(malformed name: String, _ body: String, _ words: String) {
      self.init(name, .reply("200 OK", body), .undecidable, "malformed-answer", words)
    }
  }

  static let cases = [
    Case(
      malformed: "a page for people",
      "<html><h1>Welcome to the hotel</h1></html>",
      "it begins: Welcome"
    ),
    Case(malformed: "depth", list(String(repeating: "[", count: 100_000)), "nested more than 200"),
    Case(malformed: "an endless id", list("{\"id\":\(digits)}"), "no object with an id"),
    Case(malformed: "a long id", list("{\"id\":\"\(digits)\"}"), "no object with an id"),
    Case(
      malformed: "a null list",
      "{\"trigger_categories\":null}",
      "no list \"trigger_categories\""
    ),
    Case(malformed: "a wrong type", "{\"trigger_categories\":{\"id\":1}}", "no list"),
    Case(malformed: "an item that is null", list("{\"id\":1},null"), "no object with an id"),
    Case(
      "invalid UTF-8",
      .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\"".utf8) + [0xFF, 0x22]),
      .undecidable,
      "malformed-answer",
      "not UTF-8"
    ),
    Case(
      "no body",
      .text("HTTP/1.1 204 No Content\r\n\r\n"),
      .undecidable,
      "malformed-answer",
      "it is empty"
    ),
    Case(
      "another protocol",
      .text("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
      .undecidable,
      "malformed-answer",
      "answered 101"
    ),
    Case("no HTTP", .text("SSH-2.0-OpenSSH\r\n"), .undecidable, "malformed-answer", "is no HTTP"),
    Case(
      "a redirect",
      .reply("302 Found", "", headers: "Location: https://elsewhere.invalid/\r\n"),
      .undecidable,
      "malformed-answer",
      "redirected to https://elsewhere.invalid/, which is not followed"
    ),
    Case(
      "too many values",
      .reply("200 OK", list(String(repeating: "0,", count: 10_000_001) + "0")),
      .undecidable,
      "incomplete-list",
      "more values than are read"
    ),
    Case(
      "cut off",
      .cut(Array("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".utf8)),
      .unreachable,
      "connection-lost",
      "broke before the whole answer"
    ),
    Case(
      "a pause of a year",
      .reply("429 Too Many Requests", "{}", headers: "Retry-After: 31536000\r\n"),
      .unreachable,
      "rate-limit-exhausted",
      "asks to wait 31536000 seconds"
    ),
    Case(
      "a pause in the past",
      .reply("429 Too Many Requests", "{}", headers: "Retry-After: -5\r\n"),
      .unreachable,
      "rate-limit-exhausted",
      "answered 429"
    ),
    Case(
      "a pause till the end of time",
      .reply(
        "503 Service Unavailable",
        "{}",
        headers:
          "Date: Fri, 31 Dec 1999 23:59:59 GMT\r\nRetry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n"
      ),
      .unreachable,
      "server-failed",
      "asks to wait"
    ),
    Case(
      "a name that fills screens",
      .reply(
        "500 Oops",
        "{}",
        headers: "X-Request-Id: \(String(repeating: "y", count: 60_000))\r\n"
      ),
      .unreachable,
      "server-failed",
      "yyyy…)"
    ),
  ]

  private static let digits = String(repeating: "9", count: 1_000_000)

  private static func list(_ items: String) -> String {
    "{\"trigger_categories\":[\(items)],\"meta\":{\"has_more\":false}}"
  }

  /// Plans one category against `answer`, which sees the token `hush-hush` or what it is fetched with.
  private func plan(
    auth: String = "access_token: !env TOKEN",
    _ answer: @escaping @Sendable (String, Int) -> HostileServer.Answer
  ) async throws -> (output: String, status: Commands.ExitStatus, requests: [String]) {
    let stage = try Stage(named: "hostile", isEmbedded: false)
    for name in ["TOKEN", "ID", "SECRET"] { stage.set(name, "hush-hush") }
    return try await HostileServer.serving(answer) { server in
      try stage.write(
        """
        version: 1
        environments: {far: {zendesk: {url: "\(server.origin)", auth: {\(auth)}}}}
        zendesk: {trigger_categories: {group: {name: Group}}}
        """,
        to: "integration.yaml"
      )
      let (output, status) = await stage.run(["plan"])
      #expect(!output.contains("hush"))
      return (output, status, server.requests)
    }
  }

  @Test(arguments: cases)
  func `an answer that is none is said to be what it is`(hostile: Case) async throws {
    let (output, status, _) = try await plan { _, _ in hostile.answer }
    #expect(status == hostile.status)
    #expect(output.contains("[\(hostile.code)]"), "\(output.prefix(1000))")
    #expect(output.contains(hostile.words), "\(output.prefix(1000))")
    #expect(output.utf8.count < 2000)
  }

  @Test(arguments: [
    "access_token: !env TOKEN", "email: a@b.example, api_token: !env TOKEN",
    "client_id: !env ID, client_secret: !env SECRET",
  ])
  func `no credential follows a redirect`(auth: String) async throws {
    try await HostileServer.serving({ _, _ in .reply("200 OK", "{}") }) { elsewhere in
      for status in ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"] {
        let header = "Location: \(elsewhere.origin)/api/v2/trigger_categories\r\n"
        let (output, _, requests) = try await plan(auth: auth) { _, _ in
          .reply(status, "", headers: header)
        }
        #expect(output.contains("redirected to \(elsewhere.origin)"), "\(output)")
        #expect(requests.count == 1)
      }
      #expect(elsewhere.requests.isEmpty)
    }
  }

  @Test func `a link to another host is asked of this one`() async throws {
    try await HostileServer.serving({ _, _ in .reply("200 OK", "{}") }) { elsewhere in
      let next = "\"links\":{\"next\":\"\(elsewhere.origin)/steal?page[after]=x\"}"
      let (output, status, requests) = try await plan { _, number in
        number > 0
          ? .reply("200 OK", Self.list(""))
          : .reply("200 OK", "{\"trigger_categories\":[],\"meta\":{\"has_more\":true},\(next)}")
      }
      #expect(status == .done, "\(output)")
      #expect(requests.last?.hasPrefix("GET /api/v2/trigger_categories?page%5Bafter%5D=x ") == true)
      #expect(elsewhere.requests.isEmpty)
    }
  }

  @Test(arguments: [
    (false, "the same page over and over", 2), (true, "more than 2000 pages", 2000),
  ])
  func `a cursor that never ends does`(isNew: Bool, words: String, pages: Int) async throws {
    let (output, status, requests) = try await plan { _, number in
      let cursor = isNew ? number : 0
      return .reply(
        "200 OK",
        """
        {"trigger_categories":[{"id":\(number)}],"meta":{"has_more":true,"after_cursor":"\(cursor)"}}
        """
      )
    }
    #expect(status == .undecidable)
    #expect(output.contains("[incomplete-list]") && output.contains(words), "\(output)")
    #expect(requests.count == pages)
  }

  @Test(arguments: [
    #"{"id":1,"id":2,"name":"Other","name":"Group"}"#, #"{"id":"1"}"#,
    #"{"id":1,"name":null,"position":"first","new":{"a":[1.5,{}]}}"#,
    #"{"id":1,"name":["Group"],"position":{}}"#, #"{"id":1,"name":5,"position":1e400}"#,
    #"{"id":1,"name":{"a":1},"created_at":[],"updated_at":7}"#,
  ])
  func `an object that lacks fields, or has unknown ones, is tolerated`(object: String) async throws
  {
    let (output, status, _) = try await plan { _, _ in .reply("200 OK", Self.list(object)) }
    #expect(status == .done, "\(output)")
    // The last of several members with one key counts.
    #expect(output.contains("adopts 2") == object.contains("\"id\":2"), "\(output)")
  }
}
