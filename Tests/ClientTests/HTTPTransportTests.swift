import HTTPTypes
import Messages
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Testing

@testable import Client

struct HTTPTransportTests {
  /// What the server does with a connection that has sent a whole request.
  enum Behaviour: Sendable {
    case answer(HTTPResponseStatus, HTTPHeaders, String)
    case hangUp
    case say(nothing: Bool)
  }

  /// Runs `body` against a server on a loopback port; it gets the server's origin.
  private func serving<Result: Sendable>(
    _ behaviour: Behaviour,
    timeout: Duration = .seconds(20),
    bodyLimit: Int = HTTPTransport.bodyLimit,
    seen: @escaping @Sendable (HTTPRequestHead, String) -> Void = { _, _ in },
    _ body: (HTTPTransport, String) async throws -> Result
  ) async throws -> Result {
    let group = MultiThreadedEventLoopGroup.singleton
    let server = try await ServerBootstrap(group: group)
      .childChannelInitializer { channel in
        channel.pipeline.configureHTTPServerPipeline().flatMapThrowing {
          try channel.pipeline.syncOperations.addHandler(Answering(behaviour, seen: seen))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let transport = HTTPTransport(
      userAgent: "lockstep/0.0.0",
      timeout: timeout,
      bodyLimit: bodyLimit
    )
    let port = server.localAddress?.port ?? 0
    let outcome: Swift.Result<Result, any Error>
    do {
      outcome = .success(try await body(transport, "http://127.0.0.1:\(port)"))
    } catch {
      outcome = .failure(error)
    }
    await transport.shutdown()
    try await server.close()
    return try outcome.get()
  }

  private func failure(_ transport: HTTPTransport, _ request: Request) async -> TransportError? {
    do throws(TransportError) {
      _ = try await transport.send(request)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a request arrives and its answer comes back`() async throws {
    let heads = Mutex<[(HTTPRequestHead, String)]>([])
    let response = try await serving(
      .answer(.created, ["x-one": "1", "x-one": "2"], "hällo"),
      seen: { head, body in heads.withLock { $0.append((head, body)) } }
    ) { transport, origin in
      try await transport.send(
        Request(
          .post,
          origin + "/api/v2/things?page%5Bsize%5D=1",
          headers: [.authorization: "Bearer x", .contentType: "application/json"],
          body: Array("{}".utf8)
        )
      )
    }
    #expect(response.status == 201)
    #expect(String(decoding: response.body, as: UTF8.self) == "hällo")
    let name = try #require(HTTPField.Name("x-one"))
    #expect(response.headers[values: name] == ["1", "2"])
    let first = heads.withLock(\.first)
    let (head, body) = try #require(first)
    #expect(head.method == .POST)
    #expect(head.uri == "/api/v2/things?page%5Bsize%5D=1")
    #expect(head.headers["authorization"] == ["Bearer x"])
    #expect(head.headers["user-agent"] == ["lockstep/0.0.0"])
    #expect(head.headers["content-length"] == ["2"])
    #expect(body == "{}")
  }

  @Test func `a redirect is an answer`() async throws {
    let seen = Mutex(0)
    let status = try await serving(
      .answer(.found, ["location": "/elsewhere"], ""),
      seen: { _, _ in seen.withLock { $0 += 1 } }
    ) { transport, origin in
      try await transport.send(Request(.get, origin + "/")).status
    }
    #expect(status == 302)
    let count = seen.withLock { $0 }
    #expect(count == 1)
  }

  @Test func `a connection that breaks leaves a write in doubt`() async throws {
    let error = try await serving(.hangUp) { transport, origin in
      await failure(transport, Request(.post, origin + "/", body: [1]))
    }
    #expect(error?.cause == .disconnected)
    #expect(error?.mayHaveTakenEffect == true)
    #expect(error?.message.contains("127.0.0.1") == true)
  }

  @Test(arguments: [true, false])
  func `no whole answer in time leaves a write in doubt`(nothing: Bool) async throws {
    let error = try await serving(.say(nothing: nothing), timeout: .seconds(1)) {
      transport,
      origin in
      await failure(transport, Request(.post, origin + "/", body: [1]))
    }
    #expect(error?.cause == .timeout)
    #expect(error?.mayHaveTakenEffect == true)
    #expect(error?.message.hasSuffix("did not answer within 1 seconds") == true)
  }

  @Test func `an answer beyond the limit is given up`() async throws {
    let body = String(repeating: "x", count: 5000)
    let error = try await serving(.answer(.ok, [:], body), bodyLimit: 4999) { transport, origin in
      await failure(transport, Request(.get, origin + "/"))
    }
    #expect(error?.cause == .tooLarge)
    let length = try await serving(.answer(.ok, [:], body), bodyLimit: 5000) { transport, origin in
      try await transport.send(Request(.get, origin + "/")).body.count
    }
    #expect(length == 5000)
  }

  @Test func `what does not speak TLS is not trusted`() async throws {
    let error = try await serving(.answer(.ok, [:], "")) { transport, origin in
      let secure = "https" + origin.dropFirst("http".count)
      return await failure(transport, Request(.post, secure + "/", body: [1]))
    }
    #expect(error?.cause == .tls)
    #expect(error?.mayHaveTakenEffect == false)
  }

  @Test(arguments: ["http://127.0.0.1:1/", "https://127.0.0.1:1/", "http://nowhere.invalid/"])
  func `where nothing listens nothing took effect`(url: String) async throws {
    let transport = HTTPTransport(userAgent: "lockstep/0.0.0")
    let error = await failure(transport, Request(.post, url, body: [1]))
    await transport.shutdown()
    #expect(error?.cause == .unreachable)
    #expect(error?.mayHaveTakenEffect == false)
    #expect(error?.message.contains("NIO") == false)
  }
}

private final class Answering: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let behaviour: HTTPTransportTests.Behaviour
  private let seen: @Sendable (HTTPRequestHead, String) -> Void
  private var head: HTTPRequestHead?
  private var body = ""

  init(
    _ behaviour: HTTPTransportTests.Behaviour,
    seen: @escaping @Sendable (HTTPRequestHead, String) -> Void
  ) {
    self.behaviour = behaviour
    self.seen = seen
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body(let buffer): body += String(decoding: buffer.readableBytesView, as: UTF8.self)
    case .end:
      if let head { seen(head, body) }
      respond(context)
    }
  }

  private func respond(_ context: ChannelHandlerContext) {
    switch behaviour {
    case .hangUp: context.close(promise: nil)
    case .say(nothing: true): break
    case .say(nothing: false):
      write(HTTPResponseHead(version: .http1_1, status: .ok), "{", context)
    case .answer(let status, let headers, let body):
      write(HTTPResponseHead(version: .http1_1, status: status, headers: headers), body, context)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
  }

  private func write(_ head: HTTPResponseHead, _ body: String, _ context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    let buffer = context.channel.allocator.buffer(string: body)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
  }
}
