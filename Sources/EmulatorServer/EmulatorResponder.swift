internal import Emulator
internal import HTTPTypes
internal import Hummingbird
internal import Messages
internal import NIOCore

/// Turns what comes in over a socket into what the emulator understands, and back.
struct EmulatorResponder: HTTPResponder {
  /// The connection that a request came over, so that a fault can cut it.
  struct Context: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
      channel = source.channel
    }
  }

  private static let bodyLimit = 16 << 20

  let emulator: EmulatorInstance
  let latency: Duration

  func respond(
    to request: Hummingbird.Request,
    context: Context
  ) async throws -> Hummingbird.Response {
    // A browser names the page that sends: others have no business here, though they be served on
    // another port of this machine, since whose they are cannot be known.
    if let origin = request.headers[.origin], origin != "http://\(request.head.authority ?? "")" {
      return Self.text(.forbidden, "The emulator answers no web page but its own.\n")
    }
    if let answer = Page.answer(request) { return answer }
    if latency > .zero { try await Task.sleep(for: latency) }
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: Self.bodyLimit)
    } catch is NIOTooManyBytesError {
      return Self.text(.contentTooLarge, "The emulator reads 16 MiB at the most.\n")
    }
    let message = Messages.Request(
      request.method,
      "http://\(request.head.authority ?? "")\(request.head.path ?? "/")",
      headers: request.headers,
      body: Array(body.readableBytesView)
    )
    do throws(TransportError) {
      let answer = try await emulator.answer(message)
      return Hummingbird.Response(
        status: HTTPResponse.Status(code: answer.status),
        headers: answer.headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
      )
    } catch {
      // A web page elsewhere can have its own host name lead to this machine: it gets nothing.
      guard error.cause == .disconnected else {
        return Self.text(.misdirectedRequest, error.message + "\n")
      }
      try await context.channel.close()
      throw error
    }
  }

  private static func text(_ status: HTTPResponse.Status, _ text: String) -> Hummingbird.Response {
    Hummingbird.Response(
      status: status,
      headers: [.contentType: "text/plain; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text))
    )
  }
}
