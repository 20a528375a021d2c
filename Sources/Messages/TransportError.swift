/// Why no answer arrived.
package struct TransportError: Error, Sendable, Hashable {
  package enum Cause: String, Sendable, Hashable {
    /// The host has no address, or nothing listens there.
    case unreachable
    /// No trust could be established.
    case tls
    case timeout
    /// The connection broke after the request may have been sent.
    case disconnected
    /// The answer was larger than this tool reads.
    case tooLarge
    /// What was answered is no HTTP.
    case garbled
    /// The run was interrupted before the request was sent.
    case cancelled
  }

  package var cause: Cause
  /// What happened, in words for the user, without credentials.
  package var message: String
  /// Whether the server may have acted on the request all the same.
  package var mayHaveTakenEffect: Bool

  package init(_ cause: Cause, _ message: String, mayHaveTakenEffect: Bool) {
    self.cause = cause
    self.message = message
    self.mayHaveTakenEffect = mayHaveTakenEffect
  }
}
