internal import HTTPTypes
package import Messages

extension Response {
  /// How long the server asks to wait before anything else is sent.
  ///
  /// Where a limit of requests is used up and `Retry-After` is missing, `X-RateLimit-Reset` says when
  /// there will be more of them.
  package var askedPause: Duration? {
    retryAfter ?? (status == 429 ? rateLimitReset : nil)
  }

  /// How long the server asks to wait (RFC 9110, 10.2.3).
  ///
  /// A date is taken relative to the answer's own `Date`, so that this machine's clock may be wrong;
  /// without one it says nothing.
  package var retryAfter: Duration? {
    guard let text = headers[.retryAfter] else { return nil }
    if let seconds = Self.seconds(text) { return .seconds(seconds) }
    guard let then = HTTPDate(text), let now else { return nil }
    return .seconds(max(0, then.seconds - now.seconds))
  }

  /// How long it is until the limit of requests is restored.
  ///
  /// Braze documents a moment in seconds since 1970; some answers were seen to hold a number of seconds.
  /// https://www.braze.com/docs/api/api_limits
  private var rateLimitReset: Duration? {
    guard let name = HTTPField.Name("x-ratelimit-reset"),
      let seconds = headers[name].flatMap(Self.seconds)
    else { return nil }
    guard seconds >= Self.earliestMoment else { return .seconds(seconds) }
    return now.map { .seconds(max(0, seconds - $0.seconds)) }
  }

  private var now: HTTPDate? { headers[.date].flatMap(HTTPDate.init) }

  /// The year 2001: nobody asks to wait for 30 years.
  private static let earliestMoment = 1_000_000_000

  /// Longer than anybody waits, later than anybody lives.
  private static let longest = 1 << 33

  private static func seconds(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return min(Int(text) ?? longest, longest)
  }
}
