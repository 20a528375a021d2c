internal import Values

/// When Zendesk sends a webhook's request again: after 409 up to three times, after 429 and 503 where
/// the answer says to come back within a minute, after timeouts up to five times.
///
/// All of this is unconfirmed, see `OpenFact.zendeskWebhookRetries`; how long Zendesk waits by itself,
/// and how often it comes back as it was told, is assumed.
enum RetryRule {
  /// Seconds.
  private static let pause = 5

  /// - Parameter attempts: All there were, the last of which ended with `outcome`.
  /// - Returns: Seconds to wait; nil if that was the last one.
  static func pause(after outcome: AttemptOutcome, _ attempts: [Value]) -> Int? {
    switch (outcome.code, outcome.status) {
    case (409, _): return count(attempts, "status_code", 409) <= 3 ? pause : nil
    case (429, _), (503, _):
      guard let wait = outcome.retryAfter, (0..<60).contains(wait) else { return nil }
      let told = [429, 503].map { count(attempts, "status_code", .integer($0)) }
      return told[0] + told[1] <= 5 ? max(wait, 1) : nil
    case (_, "timeout"): return count(attempts, "status", "timeout") <= 5 ? pause : nil
    default: return nil
    }
  }

  private static func count(_ attempts: [Value], _ key: String, _ value: Value) -> Int {
    attempts.count { $0[key] == value }
  }
}
