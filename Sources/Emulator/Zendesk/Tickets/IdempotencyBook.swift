internal import Values

/// The answers to requests that came with an `Idempotency-Key`, each kept for two hours.
///
/// <https://developer.zendesk.com/api-reference/ticketing/introduction/#idempotency>
///
/// It is not part of what the store keeps.
struct IdempotencyBook: Sendable {
  private struct Entry {
    var body: [UInt8]
    var answer: Answer
    /// Seconds since 1970.
    var time: Int
  }

  private static let lifetime = 7200
  private static let header = "x-idempotency-lookup"

  private var entries: [String: Entry] = [:]
  /// When those that are too old were removed last, in seconds since 1970.
  private var checked = 0

  /// The answer that a request with this key got; nil if there was none.
  ///
  /// - Throws: What another body with the same key gets, whose status and text are unconfirmed.
  func answer(_ key: String, _ body: [UInt8], now: Int) throws(Refusal) -> Answer? {
    guard let entry = entries[key], now < entry.time + Self.lifetime else { return nil }
    guard entry.body == body else {
      throw .named(
        400,
        "IdempotentRequestError",
        "Request parameters are different from the original request using the same idempotency key"
      )
    }
    var answer = entry.answer
    answer.headers[Self.header] = "hit"
    return answer
  }

  /// - Returns: The answer as the first who asks gets it.
  mutating func note(_ answer: Answer, _ key: String, _ body: [UInt8], now: Int) -> Answer {
    if now >= checked + Self.lifetime {
      entries = entries.filter { now < $0.value.time + Self.lifetime }
      checked = now
    }
    entries[key] = Entry(body: body, answer: answer, time: now)
    var answer = answer
    answer.headers[Self.header] = "miss"
    return answer
  }
}
