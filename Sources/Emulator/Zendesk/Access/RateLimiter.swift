/// Counts requests a minute, each service's by itself.
///
/// <https://developer.zendesk.com/api-reference/introduction/rate-limits/>
struct RateLimiter: Sendable {
  /// How many requests a minute each service takes; nil for no limit.
  var limit: Int?
  private var windows: [Service: Window] = [:]

  private struct Window {
    var start: Int
    var used: Int
  }

  /// What a client is told about its budget.
  struct Allowance: Sendable, Equatable {
    var limit: Int
    var remaining: Int
    /// Seconds until the count begins anew.
    var reset: Int
    var isExceeded: Bool
  }

  /// What the headers say where nothing is limited: the figures of an Enterprise account.
  private static let usual: [Service: Int] = [.classic: 700, .webhooks: 100]

  init(limit: Int? = nil) {
    self.limit = limit
  }

  mutating func count(_ service: Service, now: Int) -> Allowance {
    guard let limit else {
      let usual = Self.usual[service] ?? 0
      return Allowance(limit: usual, remaining: usual - 1, reset: 60, isExceeded: false)
    }
    var window = windows[service] ?? Window(start: now, used: 0)
    if !(window.start..<window.start + 60).contains(now) { window = Window(start: now, used: 0) }
    window.used += 1
    windows[service] = window
    return Allowance(
      limit: limit,
      remaining: max(0, limit - window.used),
      reset: window.start + 60 - now,
      isExceeded: window.used > limit
    )
  }
}
