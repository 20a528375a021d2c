/// Spares a server that a webhook keeps failing at.
///
/// The circuit breaks where 70 % of the attempts within five minutes fail, or more than a thousand
/// do; after a short pause one attempt is let through. Zendesk's documents at hand do not say so,
/// others who write of it do. From how many attempts on a share counts, and how long the pause is,
/// is assumed.
struct CircuitBreaker: Sendable {
  private static let span = 300
  private static let share = 70
  private static let limit = 1000
  private static let least = 10
  private static let pause = 5

  private var attempts: [(time: Int, failed: Bool)] = []
  /// The time until which nothing is sent; nil while the circuit is whole.
  private var brokenUntil: Int?

  func isBroken(at now: Int) -> Bool { brokenUntil.map { now < $0 } ?? false }

  mutating func note(failed: Bool, at now: Int) {
    attempts.removeAll { $0.time <= now - Self.span }
    if brokenUntil != nil {
      // This was the one that was let through.
      brokenUntil = failed ? now + Self.pause : nil
      attempts = failed ? attempts : []
      return
    }
    attempts.append((now, failed))
    let failures = attempts.count(where: \.failed)
    let isShare = attempts.count >= Self.least && failures * 100 >= attempts.count * Self.share
    if isShare || failures > Self.limit { brokenUntil = now + Self.pause }
  }
}
