import AsyncHTTPClient
import Emulator

import Messages
import NIOCore
import NIOHTTP1
import Testing
import Values

@testable import EmulatorServer

@Suite struct `The served emulator` {
  private static func send(
    _ method: String,
    _ url: String,
    _ body: String? = nil,
    host: String? = nil
  ) async throws -> (status: Int, text: String) {
    var request = HTTPClientRequest(url: url)
    request.method = .RAW(value: method)
    request.headers.add(name: "Authorization", value: "Bearer x")
    if let host { request.headers.add(name: "Host", value: host) }
    if let body {
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .bytes(ByteBuffer(string: body))
    }
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(120))
    let buffer = try await response.body.collect(upTo: 1 << 24)
    return (Int(response.status.code), String(buffer: buffer))
  }

  @Test func `answers come over a socket with links to that socket`() async throws {
    try await serving { origin in
      let trigger =
        #"{"trigger":{"title":"A","conditions":{"all":[{"field":"status","#
        + #""operator":"is","value":"new"}]},"actions":[{"field":"status","value":"open"}]}}"#
      let created = try await Self.send("POST", "\(origin)/api/v2/triggers", trigger)
      #expect(created.status == 201)
      #expect(try Value(json: created.text)["trigger"]?["url"]?.text?.hasPrefix(origin) == true)
      let list = try await Self.send("GET", "\(origin)/api/v2/triggers?page%5Bsize%5D=2")
      let next = try #require(try Value(json: list.text)["links"]?["next"]?.text)
      #expect(next.hasPrefix("\(origin)/api/v2/triggers?page%5Bafter%5D="))
      #expect(try await Self.send("GET", next).status == 200)
      let id = try #require(try Value(json: created.text)["trigger"]?["id"]?.integer)
      let deleted = try await Self.send("DELETE", "\(origin)/api/v2/triggers/\(id)")
      #expect(deleted.status == 204)
      #expect(deleted.text.isEmpty)
    }
  }

  @Test func `Braze is served on the same port, its links lead back there`() async throws {
    try await serving { origin in
      let attributes = (100..<151).map { "\"a\($0)\":1" }.joined(separator: ",")
      let body = "{\"attributes\":[{\"external_id\":\"u\",\(attributes)}]}"
      #expect(try await Self.send("POST", "\(origin)/users/track", body).status == 201)
      var request = HTTPClientRequest(url: "\(origin)/custom_attributes")
      request.headers.add(name: "Authorization", value: "Bearer x")
      let response = try await HTTPClient.shared.execute(request, timeout: .seconds(120))
      #expect(response.headers.first(name: "x-ratelimit-limit") == "1000")
      let link = try #require(response.headers.first(name: "link"))
      #expect(link.hasPrefix("<\(origin)/custom_attributes?cursor="))
      let next = try await Self.send("GET", String(link.dropFirst().prefix { $0 != ">" }))
      #expect(try Value(json: next.text)["attributes"]?.items?.count == 1)
      #expect(try await Self.send("GET", "\(origin)/api/v2/webhooks").status == 200)
      #expect(try await Self.send("GET", "\(origin)/_emulator/braze").status == 200)
    }
  }

  @Test func `the door is served as well`() async throws {
    try await serving { origin in
      _ = try await Self.send("GET", "\(origin)/api/v2/webhooks")
      let log = try await Self.send("GET", "\(origin)/_emulator/requests")
      #expect(try Value(json: log.text)["counts"] == ["GET /api/v2/webhooks": 1])
    }
  }

  @Test(arguments: [("disconnect_before", 0), ("disconnect_after", 1)])
  func `a cut connection brings no answer`(_ kind: String, _ count: Int) async throws {
    try await serving { origin in
      let path = "\(origin)/api/v2/user_fields"
      let fault = #"{"faults":[{"kind":"\#(kind)","path":"/api/v2/user_fields"}]}"#
      #expect(try await Self.send("POST", "\(origin)/_emulator/faults", fault).status == 204)
      await #expect(throws: (any Error).self) {
        try await Self.send("POST", path, #"{"user_field":{"key":"a","title":"A"}}"#)
      }
      let list = try await Self.send("GET", path)
      #expect(try Value(json: list.text)["count"] == .integer(count))
    }
  }

  @Test func `another host name is turned away`() async throws {
    try await serving { origin in
      let reply = try await Self.send(
        "GET",
        "\(origin)/_emulator/requests",
        host: "evil.example"
      )
      #expect(reply.status == 421)
    }
  }

  @Test func `a body past the limit is refused`() async throws {
    try await serving { origin in
      let body = String(repeating: " ", count: 16 << 20 + 1)
      let reply = try await Self.send("POST", "\(origin)/api/v2/triggers", body)
      #expect(reply.status == 413)
    }
  }

  @Test func `every request waits out the latency`() async throws {
    try await serving(latency: .milliseconds(80)) { origin in
      let took = try await ContinuousClock().measure {
        _ = try await Self.send("GET", "\(origin)/api/v2/triggers")
      }
      #expect(took >= .milliseconds(80))
    }
  }

  @Test func `the store says where it is served, and no longer when it is not`() async throws {
    let path = "/tmp/lockstep-emulator-tests/served-\(UInt64.random(in: 0 ... .max))"
    try await serving(EmulatorOptions(storePath: path)) { origin in
      let port = try #require(ServedStore.port(of: path))
      #expect(origin == "http://127.0.0.1:\(port)")
      #expect(throws: EmulatorError.storeLocked(path: path)) {
        try EmulatorInstance(EmulatorOptions(storePath: path))
      }
    }
    #expect(ServedStore.port(of: path) == nil)
  }

  @Test func `a port in use is an error that names it`() async throws {
    try await serving { origin in
      let port = try #require(Int(origin.split(separator: ":").last ?? ""))
      let second = EmulationServer(emulator: try EmulatorInstance(), port: port)
      let error = await #expect(throws: ServingError.self) { try await second.run { _ in } }
      #expect(error?.address == "127.0.0.1:\(port)")
    }
  }
}
