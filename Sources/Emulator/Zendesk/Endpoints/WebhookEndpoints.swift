internal import HTTPTypes
internal import Values

/// What webhooks answer beside their list and members.
///
/// <https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/>
enum WebhookEndpoints {
  static let all = [
    Endpoint(
      method: .post,
      path: [],
      action: "clone",
      demanded: "clone_webhook_id",
      permitted: .anything,
      work: clone
    ),
    Endpoint(
      method: .post,
      path: ["test"],
      action: "test",
      permitted: .anything,
      work: WebhookTest.answer
    ),
    Endpoint(
      method: .get,
      path: [Endpoint.any, "signing_secret"],
      action: "show",
      work: { visit, state throws(Refusal) in
        Answer(body: secret(try webhook(visit.ids[0], state)))
      }
    ),
    Endpoint(
      method: .post,
      path: [Endpoint.any, "signing_secret"],
      action: "create",
      work: resetSecret
    ),
    Endpoint(
      method: .get,
      path: [Endpoint.any, "invocations"],
      action: "index",
      parameters: ["sort", "filter"],
      work: WebhookInvocations.list
    ),
    Endpoint(
      method: .get,
      path: [Endpoint.any, "invocations", Endpoint.any, "attempts"],
      action: "index",
      work: WebhookInvocations.attempts
    ),
  ]

  /// The copy has the same authentication; that its secret part is copied too is unconfirmed.
  private static func clone(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    let original = try webhook(visit.call.request.query["clone_webhook_id"] ?? "", state)
    let webhooks = Webhooks()
    var copy = original.filter { key, _ in !["id", "updated_at", "updated_by"].contains(key) }
    copy["name"] = .string("\(original["name"]?.text ?? "") (copy)")
    let id = try webhooks.create(copy, visit.call, &state)
    let object = state.webhooks[id] ?? [:]
    let shown = webhooks.present(object, id: id, origin: visit.call.request.origin)
    var answer = Answer(body: .object([webhooks.singular: .object(shown)]))
    webhooks.finish(&answer, id: id, visit.call)
    return answer
  }

  private static func resetSecret(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    var webhook = try webhook(visit.ids[0], state)
    webhook[resets] = .integer((webhook[resets]?.integer ?? 0) + 1)
    state.webhooks[visit.ids[0]] = webhook
    return Answer(status: 201, body: secret(webhook))
  }

  /// Where a stored webhook counts the resets of its signing secret.
  static let resets = "signing_secret_resets"

  /// What signs the tests of a webhook that is not made yet, in every account.
  ///
  /// <https://developer.zendesk.com/documentation/webhooks/verifying/>
  private static let testSecret = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="

  /// What signs everything that the webhook sends.
  static func signingSecret(of webhook: Members) -> String {
    guard let id = webhook["id"]?.text else { return testSecret }
    return Identifiers.secret(of: id, number: webhook[resets]?.integer ?? 0)
  }

  private static func secret(_ webhook: Members) -> Value {
    let text = signingSecret(of: webhook)
    return ["signing_secret": ["secret": .string(text), "algorithm": "SHA256"]]
  }

  private static func webhook(_ id: String, _ state: ZendeskState) throws(Refusal) -> Members {
    guard let webhook = state.webhooks[id] else { throw Webhooks().missing(id) }
    return webhook
  }
}
