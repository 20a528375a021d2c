internal import Messages

/// A request that an emulated system sends to another server.
struct Delivery: Sendable {
  var request: Request
  /// How long its sender waits for the answer, in seconds.
  var timeout: Double

  /// What came of it.
  enum Outcome: Sendable {
    /// With the seconds it took.
    case answered(Response, Double)
    case timedOut
    /// The connection was cut, or nobody is there, in words.
    case failed(String)
  }
}
