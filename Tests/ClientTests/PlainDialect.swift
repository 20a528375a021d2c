import Client
import HTTPTypes
import Messages
import Synchronization

/// A dialect with the least of manners: the body is the message, renewals count up.
final class PlainDialect: Dialect {
  let origin: String
  let credential = "the token from TOKEN"
  private let state: Mutex<(generation: Int, renewals: Int)>

  private let faults: [String]
  private let isOfAbsence: Bool

  /// - Parameter faults: What is said in an answer of success that is none.
  init(
    origin: String = "https://example.test",
    renewals: Int = 0,
    faults: [String] = [],
    isOfAbsence: Bool = false
  ) {
    self.origin = origin
    self.faults = faults
    self.isOfAbsence = isOfAbsence
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

  func fault(in response: Response) -> ServerMessage? {
    let text = Excerpt.text(of: response.body)
    return faults.contains { text.contains($0) }
      ? ServerMessage(text, isOfAbsence: isOfAbsence) : nil
  }

  func requestID(of response: Response) -> String? { response.headers[.eTag] }

  func droppedAttributes(in response: Response, wrapper: String) -> [String] {
    response.headers[.via].map { ["\(wrapper):\($0)"] } ?? []
  }

  func advice(on failure: APIFailure) -> String? { nil }
}
