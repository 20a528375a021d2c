import HTTPTypes
import HostileServer
import Messages
import Testing

@testable import Client

/// Answers that nobody should give: each ends in bounded time and memory.
struct HostileServerTests {
  private static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

  private func failure(
    _ answer: HostileServer.Answer,
    timeout: Duration = .seconds(20)
  ) async throws -> TransportError? {
    try await HostileServer.serving({ _, _ in answer }) { server in
      let transport = HTTPTransport(
        userAgent: "lockstep/0.0.0",
        timeout: timeout,
        bodyLimit: 1 << 20
      )
      let error: TransportError?
      do throws(TransportError) {
        _ = try await transport.send(Request(.get, server.origin + "/"))
        error = nil
      } catch {
        await transport.shutdown()
        return error
      }
      await transport.shutdown()
      return error
    }
  }

  @Test(
    arguments: [
      "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "HTTP/1.1 200 OK\r\nX-Header: ", "",
      chunked,
    ])
  func `a byte now and then is not waited for beyond the time limit`(head: String) async throws {
    let start = ContinuousClock.now
    let error = try await failure(
      .stream(head: head, part: Array("1".utf8), pauseMilliseconds: 50),
      timeout: .seconds(1)
    )
    #expect(error?.cause == .timeout || error?.cause == .garbled, "\(error?.message ?? "")")
    #expect(ContinuousClock.now - start < .seconds(120))
  }

  @Test func `a head that never comes is not waited for beyond the time limit`() async throws {
    let error = try await failure(
      .stream(head: "", part: Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), pauseMilliseconds: 1),
      timeout: .seconds(1)
    )
    #expect(error?.cause == .timeout)
  }

  @Test func `a body without end is given up at the limit`() async throws {
    let part = Array("10000\r\n".utf8) + [UInt8](repeating: 0x5B, count: 0x10000) + [13, 10]
    let error = try await failure(.stream(head: Self.chunked, part: part))
    #expect(error?.cause == .tooLarge)
    #expect(error?.message.hasSuffix("answered more than 1 MiB") == true)
  }

  @Test func `a body of 300 MB is given up at the limit`() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 314572800\r\n\r\n"
    let part = [UInt8](repeating: 0x78, count: 1 << 16)
    #expect(try await failure(.stream(head: head, part: part, times: 4800))?.cause == .tooLarge)
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\n", "X-Header: " + String(repeating: "y", count: 1000) + "\r\n"),
    ("HTTP/1.1 200 OK\r\nX-Header: ", String(repeating: "y", count: 1000)),
  ])
  func `headers without end are given up`(head: String, part: String) async throws {
    let error = try await failure(.stream(head: head, part: Array(part.utf8)))
    #expect(error?.cause == .garbled)
    #expect(error?.message.contains("headers") == true)
  }

  @Test(arguments: [
    "SSH-2.0-OpenSSH_9.2p1\r\n", chunked + "ZZ\r\n{}\r\n0\r\n\r\n",
    chunked + "FFFFFFFFFFFFFFFFF\r\n{}", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
    "HTTP/9.9 2000 OK\r\n\r\n", "\u{0}\u{1}\u{2}",
  ])
  func `what is no HTTP is said to be none`(text: String) async throws {
    let error = try await failure(.text(text))
    #expect(error?.cause == .garbled)
    #expect(error?.message.contains("is no HTTP") == true)
    #expect(error?.mayHaveTakenEffect == true)
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{", chunked + "5\r\n{"])
  func `an answer that is cut off is no answer`(text: String) async throws {
    #expect(try await failure(.cut(Array(text.utf8)))?.cause == .disconnected)
  }

  @Test func `a compressed answer, which nobody asked for, is not unpacked`() async throws {
    let body = "a bomb, for all one knows"
    let length = try await HostileServer.serving({ _, _ in
      .reply("200 OK", body, headers: "Content-Encoding: gzip\r\n")
    }) { server in
      let transport = HTTPTransport(userAgent: "lockstep/0.0.0")
      let count = try await transport.send(Request(.get, server.origin + "/")).body.count
      await transport.shutdown()
      #expect(server.requests.first?.lowercased().contains("accept-encoding") == false)
      return count
    }
    #expect(length == body.utf8.count)
  }
}
