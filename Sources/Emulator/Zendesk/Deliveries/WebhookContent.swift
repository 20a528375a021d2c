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
    if ["GET", "DELETE"].contains(method) {
      self.body = ""
      url = Self.url(endpoint, parameters)
    } else if !parameters.isEmpty {
      let isForm = webhook["request_format"] == "form_encoded"
      let members = Members(parameters.map { ($0.name, .string($0.value)) })
      self.body = isForm ? Self.encoded(parameters) : Value.object(members).json()
    }
  }

  /// `endpoint` with further parameters.
  static func url(_ endpoint: String, _ parameters: [(name: String, value: String)]) -> String {
    guard !parameters.isEmpty else { return endpoint }
    return endpoint + (endpoint.contains("?") ? "&" : "?") + encoded(parameters)
  }

  private static func encoded(_ parameters: [(name: String, value: String)]) -> String {
    parameters.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }
      .joined(separator: "&")
  }
}
