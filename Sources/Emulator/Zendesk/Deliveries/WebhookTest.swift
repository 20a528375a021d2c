internal import Messages
internal import Values

/// `POST /webhooks/test`: a request as a webhook would send it, and what its endpoint answers.
///
/// <https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#test-webhook>
///
/// It is no invocation: none is listed.
enum WebhookTest {
  /// The answer waits for the delivery.
  static func answer(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    guard let request = visit.body["request"]?.members else {
      throw WebhookDraft.invalid("/request", "request is required")
    }
    var stored: Members = [:]
    if let id = visit.call.request.query["webhook_id"] {
      guard let webhook = state.webhooks[id] else { throw Webhooks().missing(id) }
      stored = webhook
    }
    let least: Members = ["name": "test", "status": "active"]
    let given = least.merging(withSecret(request, of: stored))
    let webhook = try WebhookDraft(given).complete(over: stored)
    let content = WebhookContent(
      webhook,
      endpoint: WebhookContent.url(webhook["endpoint"]?.text ?? "", try parameters(request)),
      body: try payload(request),
      parameters: []
    )
    let invocation: Members = [
      "id": .string(state.identifiers.ulid(now: visit.call.now)),
      "method": .string(content.method), "url": .string(content.url),
      "payload": .string(content.body),
    ]
    let sent = WebhookRequest(webhook, invocation, now: visit.call.now).request
    return Answer(body: [:], delivery: Delivery(request: sent, timeout: AttemptOutcome.patience))
  }

  /// What is answered where nobody answers is unconfirmed.
  static func answer(_ outcome: Delivery.Outcome, _ readings: inout Readings) -> Answer {
    let outcome = AttemptOutcome(outcome, &readings)
    let code = outcome.code ?? (outcome.status == "timeout" ? 504 : 502)
    let shown = outcome.shownResponse
    return Answer(body: [
      "response": [
        "headers": shown?["headers"] ?? [], "status_code": .integer(code),
        "payload": shown?["payload"] ?? .string(outcome.answer),
      ]
    ])
  }

  /// Who tests a webhook that is there cannot read its secret, which is put in where the type and
  /// the place of the authentication are the same.
  private static func withSecret(_ request: Members, of webhook: Members) -> Members {
    guard let given = request["authentication"], let stored = webhook["authentication"],
      given["data"] == nil, given["type"] == stored["type"],
      given["add_position"] == stored["add_position"]
    else { return request }
    return request.merging(["authentication": stored])
  }

  private static func payload(_ request: Members) throws(Refusal) -> String {
    guard let value = request["payload"], !value.isNull else { return "" }
    guard let text = value.text else {
      throw WebhookDraft.invalid("/payload", "payload must be a string")
    }
    return text
  }

  private static func parameters(
    _ request: Members
  ) throws(Refusal) -> [(name: String, value: String)] {
    guard let value = request["query_parameters"], !value.isNull else { return [] }
    let pairs = (value.items ?? []).compactMap { item in
      item["key"]?.text.flatMap { key in item["value"]?.text.map { (name: key, value: $0) } }
    }
    guard pairs.count == value.items?.count else {
      throw WebhookDraft.invalid(
        "/query_parameters",
        "query_parameters must be a list of objects with key and value"
      )
    }
    return pairs
  }
}

extension EmulatedZendesk {
  /// What the request is answered that had to wait for a delivery.
  ///
  /// - Parameter response: What was answered so far.
  mutating func complete(_ response: Response, _ outcome: Delivery.Outcome) -> Response {
    var response = response
    let answer = WebhookTest.answer(outcome, &state.life.readings)
    response.body = AnswerDressing.bytes(of: answer.body, from: .webhooks)
    return response
  }
}
