internal import AsyncHTTPClient
internal import HTTPTypes
internal import Messages
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// Gathers one answer up to a limit, and knows whether its request left this machine.
final class ResponseCollector: HTTPClientResponseDelegate {
  /// The answer's body is larger than the limit.
  struct TooLarge: Error {}

  private struct State {
    var wasSent = false
    var response = Messages.Response(status: 0)
  }

  private let state = Mutex(State())
  private let limit: Int

  /// - Parameter limit: The most bytes of the body.
  init(limit: Int) {
    self.limit = limit
  }

  /// Whether sending began, so that the server may act on the request.
  var wasSent: Bool { state.withLock(\.wasSent) }

  func didSendRequestHead(task: HTTPClient.Task<Messages.Response>, _ head: HTTPRequestHead) {
    state.withLock { $0.wasSent = true }
  }

  func didReceiveHead(
    task: HTTPClient.Task<Messages.Response>,
    _ head: HTTPResponseHead
  ) -> EventLoopFuture<Void> {
    var fields = HTTPFields()
    for header in head.headers {
      guard let name = HTTPField.Name(header.name) else { continue }
      fields.append(HTTPField(name: name, value: header.value))
    }
    state.withLock { state in
      state.response = Messages.Response(status: Int(head.status.code), headers: fields)
    }
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(
    task: HTTPClient.Task<Messages.Response>,
    _ buffer: ByteBuffer
  ) -> EventLoopFuture<Void> {
    let fits = state.withLock { state in
      guard state.response.body.count + buffer.readableBytes <= limit else { return false }
      state.response.body += buffer.readableBytesView
      return true
    }
    return fits
      ? task.eventLoop.makeSucceededVoidFuture() : task.eventLoop.makeFailedFuture(TooLarge())
  }

  func didFinishRequest(task: HTTPClient.Task<Messages.Response>) throws -> Messages.Response {
    state.withLock(\.response)
  }
}
