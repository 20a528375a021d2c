internal import HTTPTypes
internal import Messages

/// What one attempt at a webhook comes to.
///
/// <https://www.braze.com/docs/user_guide/channels/webhooks/create_a_webhook>, "Response codes and
/// retry logic"; <https://www.braze.com/docs/help/help_articles/api/webhook_connected_content_errors/>
/// for 598 and 599.
struct WebhookResult: Sendable, Hashable {
  /// Nil where nobody answered in time.
  var status: Int?
  /// In words.
  var outcome: String
  var isReceived: Bool
  var isRetried: Bool
  /// Seconds that the answer asks to wait; nil where it does not.
  var wait: Int?
  /// What was answered, or why nothing was.
  var answer: String

  /// The host failed so often that Braze leaves it alone for a minute.
  static let unhealthyHost = WebhookResult(
    status: 598,
    outcome: "circuit broken",
    isReceived: false,
    isRetried: true,
    wait: HostHealth.pause,
    answer: "the host failed too often"
  )

  private static let answerLimit = 2_000

  init(_ outcome: Delivery.Outcome, now: Int) {
    switch outcome {
    case .answered(let response, _): self.init(response, now: now)
    case .timedOut:
      self.init(
        status: nil,
        outcome: "timeout",
        isReceived: false,
        isRetried: true,
        answer: "no answer in time"
      )
    case .failed(let reason):
      self.init(
        status: 599,
        outcome: "failed",
        isReceived: false,
        isRetried: true,
        answer: reason
      )
    }
  }

  private init(_ response: Response, now: Int) {
    let status = response.status
    let (outcome, isRetried) =
      switch status {
      case 200..<300: ("success", false)
      case 300..<400: ("redirect", false)
      case 429: ("throttled", true)
      case 408: ("client error", true)
      case 500...: ("server error", true)
      default: ("client error", false)
      }
    self.init(
      status: status,
      outcome: outcome,
      isReceived: (200..<300).contains(status),
      isRetried: isRetried,
      wait: isRetried ? Self.wait(response.headers, now: now) : nil,
      answer: String(String(decoding: response.body, as: UTF8.self).prefix(Self.answerLimit))
    )
  }

  private init(
    status: Int?,
    outcome: String,
    isReceived: Bool,
    isRetried: Bool,
    wait: Int? = nil,
    answer: String
  ) {
    self.status = status
    self.outcome = outcome
    self.isReceived = isReceived
    self.isRetried = isRetried
    self.wait = wait
    self.answer = answer
  }

  /// `Retry-After` in seconds, else `X-Rate-Limit-Reset`: a large number is a point in time, a small
  /// one what is left. Dates in words are passed over.
  private static func wait(_ headers: HTTPFields, now: Int) -> Int? {
    if let seconds = number(headers[.retryAfter]) { return seconds }
    guard let name = HTTPField.Name("X-Rate-Limit-Reset"), let reset = number(headers[name]) else {
      return nil
    }
    return reset > 1_000_000_000 ? max(0, reset - now) : reset
  }

  private static func number(_ text: String?) -> Int? {
    guard let number = text.flatMap({ Int($0) }), number >= 0 else { return nil }
    return number
  }
}
