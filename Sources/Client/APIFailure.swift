internal import Values

/// Why a verb of the client did not do what it was asked, in terms a report can print.
package struct APIFailure: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Cause: String, Sendable, Hashable, CaseIterable {
    /// The credential was refused, or could not be obtained.
    case authentication
    /// The credential is known, but may not do this.
    case permission
    case notFound
    /// The server refused what was written.
    case invalid
    /// Another write was in the way.
    case conflict
    /// The server asked for more waiting than a run allows.
    case rateLimited
    /// The server failed.
    case server
    /// The host has no address, or nothing listens there.
    case unreachable
    case tls
    case timeout
    case disconnected
    /// The URL is not one to send credentials to; nothing was sent.
    case insecure
    /// The answer is not what the API's page promises.
    case malformed
    /// A list could not be read to its proven end.
    case incomplete
    /// Several objects could be the one that is meant.
    case ambiguous
    /// The server answered success, but left attributes out.
    case dropped
    /// The run was interrupted.
    case cancelled
  }

  package var cause: Cause
  /// The HTTP status; nil if there was no answer.
  package var status: Int?
  /// The server's own name for the error.
  package var code: String?
  /// The server's words where it said something: one line of at most 300 characters, no credentials.
  package var message: String
  /// What the server said of single attributes, by the attribute's name.
  package var attributes: [String: String]
  package var method: String
  /// Without origin and query.
  package var path: String
  /// What the vendor's support asks for.
  package var requestID: String?
  /// Whether this was a write that may have taken effect, which nobody could find out.
  package var isInDoubt: Bool
  /// Whether this was a write that the server took, and what it left could not be seen: it must not be
  /// sent again.
  package var isAccepted: Bool
  /// What the user can do, in a sentence.
  package var advice: String?

  package init(
    _ cause: Cause,
    _ message: String,
    method: String,
    path: String,
    status: Int? = nil,
    code: String? = nil,
    attributes: [String: String] = [:],
    requestID: String? = nil,
    isInDoubt: Bool = false,
    isAccepted: Bool = false,
    advice: String? = nil
  ) {
    self.cause = cause
    self.message = message
    self.method = method
    self.path = path
    self.status = status
    self.code = code
    self.attributes = attributes
    self.requestID = requestID
    self.isInDoubt = isInDoubt
    self.isAccepted = isAccepted
    self.advice = advice
  }

  /// `POST /api/v2/triggers answered 422: Title: cannot be blank`
  package var description: String {
    let answered = status.map { " answered \($0)" } ?? ""
    return "\(method) \(path)\(answered): \(message.isEmpty ? "no message" : message)"
  }
}

extension APIFailure.Cause {
  /// What a failure answered with this HTTP status means.
  package init(status: Int) {
    self =
      switch status {
      case 401: .authentication
      case 403: .permission
      case 404, 410: .notFound
      case 408: .timeout
      case 409: .conflict
      case 429: .rateLimited
      // A refusal in the clothes of success.
      case 200..<300, 400..<500: .invalid
      case 500...: .server
      default: .malformed
      }
  }
}
