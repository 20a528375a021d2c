package import HTTPTypes
package import Messages

/// Failures made of what came of a request.
extension APIFailure {
  /// The failure of a request that got no answer.
  package init(_ error: TransportError, to method: HTTPRequest.Method, _ path: String) {
    let cause: Cause =
      switch error.cause {
      case .unreachable: .unreachable
      case .tls: .tls
      case .timeout: .timeout
      case .disconnected: .disconnected
      case .tooLarge: .incomplete
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

  /// The failure of a request that was answered with other than success.
  init(
    answered response: Response,
    message: ServerMessage,
    redaction: Redaction,
    to method: HTTPRequest.Method,
    _ path: String
  ) {
    let isRedirect = (300..<400).contains(response.status)
    let location = response.headers[.location] ?? "nowhere"
    let cause = Cause(status: response.status)
    self.init(
      cause,
      redaction.line(
        isRedirect ? "redirected to \(location), which is not followed" : message.text
      ),
      method: method.rawValue,
      path: path,
      status: response.status,
      code: message.code.map(redaction.line),
      attributes: message.attributes.mapValues(redaction.line),
      advice: cause.advice
    )
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
