internal import Client
internal import Diagnostics
internal import Execution
internal import Model
internal import Planning

extension Diagnostic {
  /// What went wrong while the live objects were read.
  init(reading failure: APIFailure) {
    self.init(
      code: failure.cause.code,
      summary: failure.cause.summary,
      detail: failure.explanation
    )
  }

  /// What went wrong with a change, at the line that asked for it.
  init(_ outcome: Outcome, _ failure: APIFailure, resource: Resource?) {
    let named = failure.attributes.keys.sorted()
    let attribute = named.compactMap { name in
      resource?.places[String(name.prefix { $0 != "." && $0 != "/" && $0 != "[" })]
    }.first
    var detail = "\(outcome.action.rawValue) \(outcome.address): \(failure.explanation)"
    for name in named where !failure.message.contains(failure.attributes[name] ?? "") {
      detail += "\n\(name): \(failure.attributes[name] ?? "")"
    }
    if failure.isInDoubt {
      detail += "\nWhether it took effect is not known: plan again to see."
    }
    self.init(
      code: failure.cause.code,
      summary: failure.cause.summary,
      detail: detail,
      at: attribute ?? resource?.range
    )
  }
}

extension APIFailure {
  fileprivate var explanation: String {
    let id = requestID.map { " (request id \($0))" } ?? ""
    return "\(description)\(id)" + (advice.map { "\n\($0)" } ?? "")
  }
}

extension APIFailure.Cause {
  /// The diagnostic's code.
  var code: String {
    switch self {
    case .authentication: "authentication-refused"
    case .permission: "permission-refused"
    case .notFound: "object-not-found"
    case .invalid: "refused-by-server"
    case .conflict: "conflict"
    case .rateLimited: "rate-limit-exhausted"
    case .server: "server-failed"
    case .unreachable: "host-unreachable"
    case .tls: "tls-failed"
    case .timeout: "timeout"
    case .disconnected: "connection-lost"
    case .insecure: "insecure-origin"
    case .malformed: "malformed-answer"
    case .incomplete: "incomplete-list"
    case .ambiguous: "ambiguous-identity"
    case .dropped: "attribute-dropped"
    case .cancelled: "interrupted"
    }
  }

  fileprivate var summary: String {
    switch self {
    case .authentication: "Authentication refused"
    case .permission: "Permission refused"
    case .notFound: "Not found"
    case .invalid: "The server refused the change"
    case .conflict: "Another write was in the way"
    case .rateLimited: "Too many requests"
    case .server: "The server failed"
    case .unreachable: "The host cannot be reached"
    case .tls: "No trust could be established"
    case .timeout: "No answer in time"
    case .disconnected: "The connection broke"
    case .insecure: "Credentials must not go there"
    case .malformed: "The answer is not what the API promises"
    case .incomplete: "A list could not be read to its end"
    case .ambiguous: "Several objects could be the one"
    case .dropped: "The server did not take an attribute"
    case .cancelled: "Interrupted"
    }
  }
}
