package import HTTPTypes
package import Messages

/// Failures made of what came of a request.
extension APIFailure {
  /// The most attributes that are reported of one refusal.
  private static let attributeLimit = 50

  /// The failure of a request that got no answer.
  package init(_ error: TransportError, to method: HTTPRequest.Method, _ path: String) {
    let cause: Cause =
      switch error.cause {
      case .unreachable: .unreachable
      case .tls: .tls
      case .timeout: .timeout
      case .disconnected: .disconnected
      case .tooLarge: .incomplete
      case .garbled: .malformed
      case .cancelled: .cancelled
      }
    self.init(
      cause,
      error.message,
      method: method.rawValue,
      path: path,
      isInDoubt: error.mayHaveTakenEffect && method != .get,
      advice: cause.advice
    )
  }

  /// The failure of a request that was answered, and not with success.
  init(
    answered response: Response,
    message: ServerMessage,
    redaction: Redaction,
    to method: HTTPRequest.Method,
    _ path: String
  ) {
    let cause = message.isOfAbsence ? .notFound : Cause(status: response.status)
    let wait = response.askedPause.map { " (it asks to wait \($0.components.seconds) seconds)" }
    self.init(
      cause,
      redaction.line(response.redirection ?? message.text) + (wait ?? ""),
      method: method.rawValue,
      path: path,
      status: response.status,
      code: message.code.map(redaction.line),
      attributes: Dictionary(
        message.attributes.sorted { $0.key < $1.key }.prefix(Self.attributeLimit)
          .map { (redaction.line($0), redaction.line($1)) },
        uniquingKeysWith: { first, _ in first }
      ),
      advice: cause.advice
    )
  }
}

extension Response {
  /// Where a redirect leads to, in words; nil where the answer is none.
  package var redirection: String? {
    guard (300..<400).contains(status) else { return nil }
    return "redirected to \(headers[.location] ?? "nowhere"), which is not followed"
  }
}

extension APIFailure.Cause {
  /// What the user can do where the API's dialect knows nothing better.
  var advice: String? {
    switch self {
    case .rateLimited:
      "The account's limit of requests is used up for longer than one run waits. Run again later: "
        + "what is done is not done twice."
    case .conflict: "Something else was writing at the same time. Run again."
    case .server:
      "The server failed. Run again; if it persists, ask the vendor with the request id."
    case .unreachable: "Check the environment's subdomain or URL, and this machine's network."
    case .tls:
      "No trust could be established: check the URL, this machine's clock and its certificates."
    case .timeout, .disconnected: "Run again: what is done is not done twice."
    case .malformed, .incomplete:
      "Nothing is decided on such an answer. Check that the environment's subdomain or URL is that of "
        + "the account, and run again."
    default: nil
    }
  }
}
