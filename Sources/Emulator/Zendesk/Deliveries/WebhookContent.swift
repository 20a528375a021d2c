internal import Values

/// What an invocation sends, whoever it proves to be.
struct WebhookContent: Sendable {
  var method: String
  var url: String
  var body: String

  /// GET and DELETE have no body: their parameters go into the URL. Where pairs meet a webhook that
  /// takes JSON or XML, which no document speaks of, they are the members of an object.
  ///
  /// <https://developer.zendesk.com/documentation/webhooks/creating-and-monitoring-webhooks/>
  init(
    _ webhook: Members,
    endpoint: String,
    body: String,
    parameters: [(name: String, value: String)]
  ) {
    method = webhook["http_method"]?.text ?? "POST"
    url = endpoint
    self.body = body
    let pairs = parameters.map { pair in
      "\(PercentCoding.encode(pair.name))=\(PercentCoding.encode(pair.value))"
    }.joined(separator: "&")
    if ["GET", "DELETE"].contains(method) {
      self.body = ""
      if !pairs.isEmpty { url += (endpoint.contains("?") ? "&" : "?") + pairs }
    } else if !parameters.isEmpty {
      let isForm = webhook["request_format"] == "form_encoded"
      let members = Members(parameters.map { ($0.name, .string($0.value)) })
      self.body = isForm ? pairs : Value.object(members).json()
    }
  }
}
