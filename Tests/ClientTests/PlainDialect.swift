import Client
import HTTPTypes
import Messages
import Synchronization

/// A dialect with the least of manners: the body is the message, renewals count up.
final class PlainDialect: Dialect {
  let origin: String
  let credential = "the token from TOKEN"
  private let state: Mutex<(generation: Int, renewals: Int)>

  init(origin: String = "https://example.test", renewals: Int = 0) {
    self.origin = origin
    state = Mutex((1, renewals))
  }

  func authorization(by courier: Courier) async throws(APIFailure) -> HTTPFields {
    [.authorization: "Bearer token-\(state.withLock(\.generation))"]
  }

  func renew(after rejected: HTTPFields) async -> Bool {
    state.withLock { state in
      guard state.renewals > 0 else { return false }
      state.renewals -= 1
      state.generation += 1
      return true
    }
  }

  func message(in response: Response) -> ServerMessage {
    ServerMessage(Excerpt.text(of: response.body), attributes: ["name": "said of the name"])
  }

  func requestID(of response: Response) -> String? { response.headers[.eTag] }

  func droppedAttributes(in response: Response, wrapper: String) -> [String] {
    response.headers[.via].map { ["\(wrapper):\($0)"] } ?? []
  }

  func advice(on failure: APIFailure) -> String? { nil }
}
