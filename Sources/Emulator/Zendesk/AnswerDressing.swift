internal import HTTPTypes
internal import Messages
internal import Values

/// Dresses an answer with the headers of its service.
struct AnswerDressing {
  var service: Service
  var allowance: RateLimiter.Allowance
  /// The request's number, for an id that is the same in every run.
  var number: Int
  var warning: ParameterWarning?

  init(service: Service, allowance: RateLimiter.Allowance, number: Int) {
    self.service = service
    self.allowance = allowance
    self.number = number
  }

  func dress(_ answer: Answer) -> Response {
    var headers = common
    if answer.body != nil { headers[.contentType] = contentType }
    if service == .classic {
      headers[.cacheControl] = "max-age=0, private, must-revalidate"
      if let location = answer.location { headers[.location] = location }
      for (name, value) in answer.headers { headers.set(name, value) }
      if let text = warning?.text { headers.set("x-zendesk-api-warn", text) }
    }
    let body = Self.bytes(of: answer.body, from: service)
    return Response(status: answer.status, headers: headers, body: body)
  }

  /// The webhooks service ends its answers with a line break.
  static func bytes(of body: Value?, from service: Service) -> [UInt8] {
    Array((body.map { $0.json() + (service == .webhooks ? "\n" : "") } ?? "").utf8)
  }

  /// The body is unconfirmed.
  var refusedForTheRate: Response {
    var response = dress(Answer(status: 429, body: Refusal.tooManyRequests.body))
    response.headers[.retryAfter] = String(allowance.reset)
    return response
  }

  private var contentType: String {
    service == .classic ? "application/json; charset=utf-8" : "application/json"
  }

  private var common: HTTPFields {
    var headers = HTTPFields()
    headers.set("x-zendesk-api-version", "v2")
    headers.set("x-request-id", "emulated-\(number)")
    headers.set("x-rate-limit", String(allowance.limit))
    headers.set("x-rate-limit-remaining", String(allowance.remaining))
    if service == .classic {
      headers.set("ratelimit-limit", String(allowance.limit))
      headers.set("ratelimit-remaining", String(allowance.remaining))
      headers.set("ratelimit-reset", String(allowance.reset))
    }
    return headers
  }
}

extension HTTPFields {
  /// Sets a header that has no name of its own in HTTPTypes.
  mutating func set(_ name: String, _ value: String) {
    if let name = HTTPField.Name(name) { self[name] = value }
  }
}

extension Refusal {
  /// Code and text each as seen, their combination unconfirmed.
  static let tooManyRequests = named(
    429,
    "APIRateLimitExceeded",
    "Number of allowed API requests per minute exceeded"
  )
}
