internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// A server on a loopback port that answers with whatever bytes it is told to, HTTP or not.
package final class HostileServer: Sendable {
  /// What a request is answered with.
  package enum Answer: Sendable {
    case bytes([UInt8])
    /// The bytes, and then the connection is closed.
    case cut([UInt8])
    /// `head`, then `part` so many times, as fast as it is taken or with pauses in between.
    case stream(head: String, part: [UInt8], times: Int = .max, pauseMilliseconds: Int64 = 0)

    package static func text(_ text: String) -> Answer { .bytes(Array(text.utf8)) }

    /// A whole answer with its length.
    package static func reply(
      _ status: String,
      _ body: String,
      headers: String = ""
    ) -> Answer {
      .text("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
    }
  }

  private let channel: any Channel
  private let seen: Seen

  /// - Parameter answer: The answer to a request, by its target; the number says how many came before.
  package init(
    _ answer: @escaping @Sendable (_ target: String, _ number: Int) -> Answer
  ) async throws {
    let seen = Seen()
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Answering(answer, seen))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    self.seen = seen
  }

  /// `http://127.0.0.1:PORT`
  package var origin: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }

  /// The requests that came, each as it was sent.
  package var requests: [String] { seen.texts.withLock(\.self) }

  package func close() async throws { try await channel.close() }

  /// Runs `body` against a server that answers so.
  package static func serving<Result: Sendable>(
    _ answer: @escaping @Sendable (_ target: String, _ number: Int) -> Answer,
    _ body: (HostileServer) async throws -> Result
  ) async throws -> Result {
    let server = try await HostileServer(answer)
    let outcome: Swift.Result<Result, any Error>
    do {
      outcome = .success(try await body(server))
    } catch {
      outcome = .failure(error)
    }
    try await server.close()
    return try outcome.get()
  }
}

private final class Seen: Sendable {
  let texts = Mutex<[String]>([])

  /// - Returns: How many came before.
  func add(_ text: String) -> Int {
    texts.withLock {
      $0.append(text)
      return $0.count - 1
    }
  }
}

private final class Answering: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let answer: @Sendable (String, Int) -> HostileServer.Answer
  private let seen: Seen
  private var request = ""

  init(_ answer: @escaping @Sendable (String, Int) -> HostileServer.Answer, _ seen: Seen) {
    self.answer = answer
    self.seen = seen
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    request += String(decoding: unwrapInboundIn(data).readableBytesView, as: UTF8.self)
    guard let end = request.firstRange(of: "\r\n\r\n")?.upperBound else { return }
    let length = request.lowercased().firstRange(of: "content-length: ").flatMap { found in
      Int(request.lowercased()[found.upperBound...].prefix { $0.isNumber })
    }
    guard request[end...].utf8.count >= length ?? 0 else { return }
    let words = request.prefix { $0 != "\r\n" }.split(separator: " ")
    let number = seen.add(request)
    request = ""
    respond(answer(words.count > 1 ? String(words[1]) : "", number), on: context.channel)
  }

  private func respond(_ answer: HostileServer.Answer, on channel: any Channel) {
    switch answer {
    case .bytes(let bytes): channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    case .cut(let bytes):
      channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenComplete { _ in
        channel.close(promise: nil)
      }
    case .stream(let head, let part, let times, let pause):
      channel.writeAndFlush(ByteBuffer(string: head), promise: nil)
      stream(ByteBuffer(bytes: part), times, .milliseconds(pause), on: channel)
    }
  }

  /// Writes the next part once the one before it was taken, until nobody takes any.
  private func stream(
    _ part: ByteBuffer,
    _ times: Int,
    _ pause: TimeAmount,
    on channel: any Channel
  ) {
    guard times > 0 else { return }
    let loopBound = NIOLoopBound(self, eventLoop: channel.eventLoop)
    channel.writeAndFlush(part).whenSuccess {
      channel.eventLoop.scheduleTask(in: pause) {
        loopBound.value.stream(part, times - 1, pause, on: channel)
      }
    }
  }
}
