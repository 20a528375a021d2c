internal import HTTPTypes
internal import Messages
internal import Values

/// How an attempt ended, in the API's words.
struct AttemptOutcome: Sendable {
  /// `success`, `client error`, `server error`, `timeout`, `failed`, `circuit broken`.
  var status: String
  /// Nil where nobody answered in time.
  var code: Int?
  var response: Response?
  /// Why nobody answered, in words.
  var reason: String?

  static let circuitBroken = AttemptOutcome(status: "circuit broken")

  /// How long Zendesk waits at most, in whichever reading, in seconds.
  static let patience = 12.0
  private static let shortPatience = 10.0

  private init(status: String) {
    self.status = status
  }

  /// How long Zendesk waits is asked only where it decides.
  init(_ outcome: Delivery.Outcome, _ readings: inout Readings) {
    switch outcome {
    case .answered(_, let seconds)
    where seconds > Self.shortPatience
      && readings.take(.zendeskWebhookTimeout, as: "10-seconds"):
      status = "timeout"
    case .answered(let answer, _):
      status = Self.status(of: answer.status)
      code = answer.status
      response = answer
    case .timedOut: status = "timeout"
    case .failed(let why):
      status = "failed"
      reason = why
    }
  }

  /// What becomes of a redirection, which Zendesk does not follow, is unconfirmed.
  private static func status(of code: Int) -> String {
    switch code {
    case 200..<300: "success"
    case 400..<500: "client error"
    case 500...: "server error"
    default: "failed"
    }
  }

  var isError: Bool { status != "success" }

  /// What was answered, or why nothing was.
  var answer: String { response.map { String(decoding: $0.body, as: UTF8.self) } ?? reason ?? "" }

  /// In seconds; nil if the answer does not say or says it as a date.
  var retryAfter: Int? { response?.headers[.retryAfter].flatMap { Int($0) } }

  var shownResponse: Value? {
    response.map { response in
      [
        "headers": .list(
          response.headers.map {
            ["key": .string($0.name.rawName), "value": .string($0.value)]
          }
        ),
        "payload": .string(answer),
      ]
    }
  }
}
