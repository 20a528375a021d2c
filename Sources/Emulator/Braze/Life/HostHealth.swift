/// Which hosts fail so often that Braze stops calling them for a while.
///
/// <https://www.braze.com/docs/help/help_articles/api/webhook_connected_content_errors/>, "Unhealthy
/// host detection": more than 3,000 failures within a minute halt the requests for a minute.
struct HostHealth: Sendable {
  /// Seconds.
  static let pause = 60
  private static let limit = 3_000
  private static let counted: Set = [408, 429, 502, 503, 504, 529]

  private struct Record: Sendable {
    var start: Int
    var failures: Int
    var haltedUntil: Int?
  }

  private var records: [String: Record] = [:]

  mutating func note(_ status: Int?, of host: String, now: Int) {
    guard let status, Self.counted.contains(status) else { return }
    var record = records[host] ?? Record(start: now, failures: 0)
    if now - record.start >= Self.pause { record = Record(start: now, failures: 0) }
    record.failures += 1
    if record.failures > Self.limit { record.haltedUntil = now + Self.pause }
    records[host] = record
  }

  func isHalted(_ host: String, now: Int) -> Bool {
    (records[host]?.haltedUntil).map { now < $0 } ?? false
  }
}
