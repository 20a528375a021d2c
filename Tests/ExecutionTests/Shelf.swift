import Client
import HTTPTypes
import Messages
import Synchronization
import Values

/// A server with blocks, whose list lacks their content, and campaigns, whose list lacks their state.
final class Shelf: Transport {
  private let answers: [String: String]
  private let log = Mutex<[String]>([])
  private let flying = Mutex<(now: Int, most: Int)>((0, 0))

  /// - Parameter answers: By path and query.
  init(_ answers: [String: String]) {
    self.answers = answers
  }

  /// Paths and queries, sorted: those asked for at once come in any order.
  var requests: [String] { log.withLock { $0.sorted() } }
  var mostAtOnce: Int { flying.withLock(\.most) }

  var client: APIClient { APIClient(transport: self, dialect: Manners()) }

  func send(_ request: Request) async throws(TransportError) -> Response {
    log.withLock { $0.append(request.target) }
    flying.withLock { flying in
      flying.now += 1
      flying.most = max(flying.most, flying.now)
    }
    defer { flying.withLock { $0.now -= 1 } }
    for _ in 0..<20 { await Task.yield() }
    guard let answer = answers[request.target] else { return Response(status: 404) }
    return Response(status: 200, body: Array(answer.utf8))
  }

  private struct Manners: Dialect {
    let origin = "https://example.test"
    let credential = "the key"
    func authorization(by courier: Courier) async throws(APIFailure) -> HTTPFields { [:] }
    func renew(after rejected: HTTPFields) async -> Bool { false }
    func message(in response: Response) -> ServerMessage { ServerMessage("") }
    func requestID(of response: Response) -> String? { nil }
    func droppedAttributes(in response: Response, wrapper: String) -> [String] { [] }
    func advice(on failure: APIFailure) -> String? { nil }
  }
}
