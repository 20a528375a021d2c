internal import HTTPTypes
internal import Values

/// One path that Braze answers.
struct BrazeEndpoint: Sendable {
  typealias Work = @Sendable (BrazeCall, inout BrazeState) throws(Refusal) -> Answer

  var method: HTTPRequest.Method
  var path: String
  /// What a key must be allowed to do: `campaigns.trigger.send`.
  var permission: String
  var pool = RatePool.shared
  var work: Work

  init(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ permission: String,
    pool: RatePool = .shared,
    _ work: @escaping Work
  ) {
    self.method = method
    self.path = path
    self.permission = permission
    self.pool = pool
    self.work = work
  }
}
