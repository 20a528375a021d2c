package import HTTPTypes
package import Messages

/// The manners of an API that hold for all its kinds.
package protocol Dialect: Sendable {
  /// Scheme, host and port, without a trailing slash: `https://acme.zendesk.com`.
  var origin: String { get }

  /// What the user calls the credential, for messages: `the access token from ZENDESK_TOKEN`.
  var credential: String { get }

  /// Whether an answer of success may hold somebody's secrets.
  var answersSecrets: Bool { get }

  /// The headers that prove who asks.
  ///
  /// - Parameter courier: Carries the request for a token, where one has to be fetched first.
  /// - Throws: `APIFailure` with cause `.authentication` if there is no credential to send.
  func authorization(by courier: Courier) async throws(APIFailure) -> HTTPFields

  /// Asks for a new credential after `rejected` was answered 401.
  ///
  /// - Returns: Whether `authorization` has something else to offer now.
  func renew(after rejected: HTTPFields) async -> Bool

  /// What `response` says about a failure.
  func message(in response: Response) -> ServerMessage

  /// What `response`, which has a status of success, says about a failure all the same; nil where it is
  /// one of success.
  func fault(in response: Response) -> ServerMessage?

  /// The id by which the vendor's support finds the request that `response` answers.
  func requestID(of response: Response) -> String?

  /// The names of the attributes that the server left out of a write, without the name `wrapper` of
  /// the member that holds the object.
  func droppedAttributes(in response: Response, wrapper: String) -> [String]

  /// What the user can do about `failure`, in a sentence; nil for the general advice.
  func advice(on failure: APIFailure) -> String?
}

extension Dialect {
  package var answersSecrets: Bool { false }

  package func fault(in response: Response) -> ServerMessage? { nil }

  /// Why credentials must not be sent to `url`; nil if they may.
  ///
  /// They go to the origin of this dialect and nowhere else, and over plain HTTP to loopback alone.
  package func refusal(ofSendingTo url: String) -> String? {
    do throws(Origin.Fault) {
      _ = try Origin(origin)
    } catch {
      return error.reason
    }
    return url.hasPrefix(origin + "/") ? nil : "\(url) does not belong to \(origin)"
  }
}
