internal import HTTPTypes
internal import Messages
internal import Values

/// A webhook message, rendered, on its way to a server.
struct WebhookMessage: Sendable, Hashable {
  let id: String
  let order: MessageOrder
  /// The name of the campaign or the Canvas.
  let name: String
  let method: String
  let url: String
  let headers: Members
  let body: String
  /// When it was first tried, in seconds since 1970.
  let begun: Int
  /// From 1.
  var attempt = 1

  /// How long Braze waits for an answer, in seconds.
  ///
  /// <https://www.braze.com/docs/user_guide/channels/webhooks/create_a_webhook>
  private static let timeout = 90.0

  /// - Throws: What is wrong with its headers.
  init(
    id: String,
    order: MessageOrder,
    name: String,
    method: String,
    url: String,
    headers: Members,
    body: String,
    begun: Int
  ) throws(MessageText.Stop) {
    for (name, value) in headers {
      guard HTTPField.Name(name) != nil else { throw .failed("\(name) is no name of a header") }
      guard HTTPField.isValidValue(value.text ?? "") else {
        throw .failed("the header \(name) has a line break in it")
      }
    }
    self.id = id
    self.order = order
    self.name = name
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.begun = begun
  }

  var label: Value { ["id": .string(order.journey), "name": .string(name)] }

  /// The host that it goes to.
  var host: String { EmulatedRequest(Request(.get, url))?.origin.host ?? url }

  var delivery: Delivery {
    var fields: HTTPFields = [:]
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { fields[name] = value.text ?? "" }
    }
    if fields[.contentType] == nil, !body.isEmpty { fields[.contentType] = derivedContentType }
    let request = Request(
      HTTPRequest.Method(rawValue: method) ?? .post,
      url,
      headers: fields,
      body: Array(body.utf8)
    )
    return Delivery(request: request, timeout: Self.timeout)
  }

  /// "If you don't specify a value for the Content-Type header, the system derives one from the
  /// request's body"; which for which is the emulator's own guess.
  ///
  /// <https://www.braze.com/docs/api/objects_filters/messaging/webhook_object>
  private var derivedContentType: String {
    do throws(JSONError) {
      _ = try Value(json: Array(body.utf8))
      return "application/json"
    } catch {
      return "application/x-www-form-urlencoded"
    }
  }

  /// The URL without credentials.
  var shownURL: String { Concealment.url(url) }

  /// The headers without credentials.
  var shownHeaders: Value {
    .object(
      Members(
        headers.map { name, value in
          (name, Concealment.hides(header: name) ? .string(Concealment.mask) : value)
        }
      )
    )
  }
}
