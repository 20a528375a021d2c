internal import HTTPTypes
internal import Platform
internal import Values

/// <https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/>
struct Webhooks: EmulatedCollection {
  let path = "webhooks"
  let singular = "webhook"
  let service = Service.webhooks
  let controller = "api/v2/webhooks"
  let keys = [
    "id", "name", "description", "status", "subscriptions", "created_at", "created_by",
    "updated_at", "updated_by", "endpoint", "http_method", "request_format", "custom_headers",
    "authentication",
  ]
  let listParameters: Set = ["sort", "filter"]
  var table: TablePath { \.webhooks }
  var endpoints: [Endpoint] { WebhookEndpoints.all }
  let hiddenKeys = [WebhookEndpoints.resets]

  func verb(_ method: HTTPRequest.Method, ofMember: Bool) -> Verb? {
    switch (method, ofMember) {
    case (.get, false): .index
    case (.post, false): .create
    case (.get, true): .show
    case (.put, true): .replace
    case (.patch, true): .update
    case (.delete, true): .destroy
    default: nil
    }
  }

  /// How the service treats attributes it does not know is unconfirmed: here it passes over them.
  func permitted(_ verb: Verb) -> Permitted { .anything }

  /// Newest first; `-` for descending is the general rule, unconfirmed for this service.
  func ordering(_ query: Query) throws(Refusal) -> Ordering {
    switch query["sort"] {
    case nil: Ordering(attributes: ["id"], isDescending: true)
    case "name": Ordering(attributes: ["name", "id"])
    case "-name": Ordering(attributes: ["name", "id"], isDescending: true)
    case "status": Ordering(attributes: ["status", "id"])
    case "-status": Ordering(attributes: ["status", "id"], isDescending: true)
    default: throw .invalidPagination("sort")
    }
  }

  func matches(_ object: Members, _ call: Call) -> Bool {
    if let part = call.request.query["filter[name_contains]"], !part.isEmpty,
      object["name"]?.text?.lowercased().contains(part.lowercased()) != true
    {
      return false
    }
    return call.request.query["filter[status]"].map { object["status"] == .string($0) } ?? true
  }

  func missing(_ segment: String) -> Refusal {
    let detail = "Webhook \(segment) could not be found"
    return .coded(404, "WebhookNotFound", title: "Webhook Not Found", ["detail": .string(detail)])
  }

  /// Without the secrets, which can be written and never read.
  func present(_ object: Members, id: String, origin: Origin) -> Members {
    var shown = Members(ordered(object))
    shown["authentication"] = object["authentication"].map { WebhookAuthentication.masked($0) }
    return shown
  }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    var webhook = try WebhookDraft(input).complete(over: [:])
    let id = state.identifiers.ulid(now: call.now)
    webhook["id"] = .string(id)
    webhook["created_at"] = call.stamp
    webhook["created_by"] = .string(String(ZendeskState.administrator))
    state.webhooks[id] = webhook
    return id
  }

  /// Here alone the moment of creation has a fraction; later reads round it to the second.
  func finish(_ answer: inout Answer, id: String, _ call: Call) {
    answer.status = 201
    answer.location = nil
    guard var webhook = answer.body?[singular]?.members else { return }
    webhook["created_at"] = .string(WallClock.iso8601(call.now).dropLast() + ".09004765Z")
    answer.body = .object([singular: .object(webhook)])
  }

  /// PUT keeps of the old webhook its subscriptions alone; PATCH keeps what it does not name.
  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    guard let old = state.webhooks[id] else { throw missing(id) }
    let kept = ["id", "created_at", "created_by", "subscriptions"]
    let base = replacing ? old.filter { key, _ in kept.contains(key) } : old
    var webhook = try WebhookDraft(input).complete(over: base)
    webhook["updated_at"] = call.stamp
    webhook["updated_by"] = .string(String(ZendeskState.administrator))
    state.webhooks[id] = webhook
  }

  func delete(_ id: String, _ call: Call, _ state: inout ZendeskState) throws(Refusal) {
    let rules = Array(state.triggers.objects.values) + state.automations.objects.values
    let isUsed = rules.contains { RuleActions.webhooks(of: $0).contains(id) }
    guard call.unconfirmed.deletesUsedWebhooks || !isUsed else {
      throw .coded(400, "InvalidWebhook", title: "Webhook is used by triggers")
    }
    state.webhooks[id] = nil
  }
}
