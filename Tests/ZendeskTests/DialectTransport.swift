import HTTPTypes
import Messages
import Synchronization

/// Answers requests by a function of the request and of how many came before, and remembers them.
final class DialectTransport: Transport {
  private let requestsSent = Mutex<[Request]>([])
  private let answer: @Sendable (Request, Int) -> Response

  init(_ answer: @escaping @Sendable (Request, Int) -> Response) {
    self.answer = answer
  }

  var requests: [Request] { requestsSent.withLock { $0 } }

  func send(_ request: Request) async throws(TransportError) -> Response {
    let index = requestsSent.withLock { requests in
      requests.append(request)
      return requests.count - 1
    }
    // Others get the chance to come while this one is under way.
    await Task.yield()
    return answer(request, index)
  }
}
