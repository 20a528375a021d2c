/// Counts the requests of each pool.
struct BrazeRateLimiter: Sendable {
  /// How many requests a minute each pool takes; nil for no limit, and then the headers tell the
  /// documented figures.
  var limit: Int?
  private var windows: [RatePool: Window] = [:]

  private struct Window {
    var start: Int
    var used: Int
  }

  /// What a client is told about its budget.
  struct Allowance: Sendable, Equatable {
    var limit: Int
    var remaining: Int
    /// When the count begins anew, in seconds since 1970.
    var resetsAt: Int
    var isExceeded: Bool
  }

  init(limit: Int? = nil) {
    self.limit = limit
  }

  /// - Parameter requests: 1, or 0 to look without counting.
  mutating func count(_ pool: RatePool, requests: Int = 1, now: Int) -> Allowance {
    let seconds = limit == nil ? pool.seconds : 60
    var window = windows[pool] ?? Window(start: now, used: 0)
    if !(window.start..<window.start + seconds).contains(now) {
      window = Window(start: now, used: 0)
    }
    window.used += requests
    windows[pool] = window
    let most = limit ?? pool.limit
    return Allowance(
      limit: most,
      remaining: max(0, most - window.used),
      resetsAt: window.start + seconds,
      isExceeded: limit != nil && window.used > most
    )
  }
}
