import AsyncHTTPClient
import Emulator
import NIOCore
import NIOHTTP1
import Platform
import Testing

@testable import EmulatorServer

@Suite struct `The served page` {
  private static func send(
    _ method: HTTPMethod,
    _ origin: String,
    _ path: String = "/",
    _ headers: [(String, String)] = []
  ) async throws -> (status: Int, headers: HTTPHeaders, bytes: [UInt8]) {
    var request = HTTPClientRequest(url: origin + path)
    request.method = method
    request.headers.add(contentsOf: headers)
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
    let buffer = try await response.body.collect(upTo: 1 << 24)
    return (Int(response.status.code), response.headers, Array(buffer.readableBytesView))
  }

  /// Records an issue unless the answer has this status.
  private static func expect(
    _ status: Int,
    _ method: HTTPMethod,
    _ origin: String,
    _ path: String = "/",
    _ headers: [(String, String)] = []
  ) async throws {
    let answer = try await send(method, origin, path, headers)
    #expect(answer.status == status, "\(method) \(path) \(headers)")
  }

  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    + "/Sources/EmulatorServer/Page"

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
  ]

  @Test func `every file is served as it is, and as what it is`() async throws {
    let names = try Folder.entries(Self.folder)
    #expect(Page.paths.count == names.count)
    try await serving { origin in
      for name in names {
        let path = name == "page.html" ? "/" : "/page/\(name)"
        let answer = try await Self.send(.GET, origin, path)
        #expect(answer.status == 200, "\(path)")
        #expect(
          try FileText.read("\(Self.folder)/\(name)", limitBytes: 1 << 20) == answer.bytes,
          "\(path)"
        )
        let type = try #require(Self.types[String(name.split(separator: ".").last ?? "")])
        #expect(answer.headers["content-type"] == [type], "\(path)")
      }
    }
  }

  @Test func `no file is longer than 400 lines`() throws {
    for name in try Folder.entries(Self.folder) {
      let bytes = try FileText.read("\(Self.folder)/\(name)", limitBytes: 1 << 20) ?? []
      #expect(bytes.count { $0 == UInt8(ascii: "\n") } <= 400, "\(name)")
    }
  }

  @Test func `the page may ask nobody else, and nobody else may show it`() async throws {
    try await serving { origin in
      let answer = try await Self.send(.GET, origin)
      let policy = try #require(answer.headers["content-security-policy"].first)
      #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; "))
      #expect(policy.contains("frame-ancestors 'none'"))
      #expect(policy.contains("require-trusted-types-for 'script'"))
      #expect(answer.headers["x-content-type-options"] == ["nosniff"])
      #expect(answer.headers["cross-origin-resource-policy"] == ["same-origin"])
      #expect(answer.headers["cache-control"] == ["no-store"])
    }
  }

  @Test func `HEAD tells the length and sends nothing`() async throws {
    try await serving { origin in
      let whole = try await Self.send(.GET, origin, "/page/page.js")
      let head = try await Self.send(.HEAD, origin, "/page/page.js")
      #expect(head.status == 200)
      #expect(head.bytes.isEmpty)
      #expect(head.headers["content-length"] == ["\(whole.bytes.count)"])
      #expect(head.headers["content-type"] == whole.headers["content-type"])
    }
  }

  @Test(arguments: ["/page/", "/page/page.html", "/page/../page.html", "/page/%2e%2e/page.js"])
  func `nothing else is there`(_ path: String) async throws {
    try await serving { origin in
      try await Self.expect(404, .GET, origin, path)
    }
  }

  @Test func `only looking leads to the page`() async throws {
    try await serving { origin in
      let credential = [("Authorization", "Bearer x")]
      try await Self.expect(404, .POST, origin, "/", credential)
      try await Self.expect(404, .DELETE, origin, "/page/page.js", credential)
      try await Self.expect(200, .GET, origin, "/?again")
    }
  }

  @Test(arguments: ["localhost", "localhost:80", "127.0.0.1", "[::1]:8099"])
  func `this machine has several names`(_ host: String) async throws {
    try await serving { origin in
      try await Self.expect(200, .GET, origin, "/", [("Host", host)])
    }
  }

  /// A page elsewhere can have its own name lead here and then count as this page's origin.
  @Test(arguments: ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8099"])
  func `another host's name leads neither to the page nor to the door`(_ host: String) async throws
  {
    try await serving { origin in
      for path in ["/", "/page/page.js", "/_emulator/wire"] {
        try await Self.expect(421, .GET, origin, path, [("Host", host)])
      }
      for headers in [[("Host", host)], [("Host", host), ("Origin", "http://\(host)")]] {
        try await Self.expect(421, .POST, origin, "/_emulator/reset", headers)
      }
    }
  }

  /// What a browser sends without asking: a form, whose content is no JSON by name.
  @Test(arguments: [
    "https://evil.example", "http://127.0.0.1.evil.example", "null", "http://127.0.0.1:1",
    "http://localhost", "http://localhost:3000",
  ])
  func `a page of another origin cannot use the door`(_ site: String) async throws {
    try await serving { origin in
      let headers = [("Origin", site), ("Content-Type", "text/plain")]
      for path in ["/_emulator/reset", "/_emulator/clock", "/users/track", "/api/v2/triggers"] {
        try await Self.expect(403, .POST, origin, path, headers)
      }
    }
  }

  @Test func `the page's own requests are answered`() async throws {
    try await serving { origin in
      try await Self.expect(204, .POST, origin, "/_emulator/reset", [("Origin", origin)])
      let named = [("Host", "localhost:8099"), ("Origin", "http://localhost:8099")]
      try await Self.expect(204, .POST, origin, "/_emulator/reset", named)
    }
  }
}
