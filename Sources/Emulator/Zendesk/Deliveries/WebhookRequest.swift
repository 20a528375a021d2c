internal import HTTPTypes
internal import Messages
internal import Platform
internal import Values

/// One attempt of an invocation, as it goes over the wire.
///
/// The headers are those of real attempts, and the signature is made as Zendesk's guide to webhooks
/// says.
struct WebhookRequest {
  /// The account that all of this is.
  private static let account = "20000001"
  private static let contentTypes = [
    "json": "application/json; charset=utf-8", "xml": "application/xml; charset=utf-8",
    "form_encoded": "application/x-www-form-urlencoded; charset=utf-8",
  ]

  let request: Request
  /// The headers as the API shows them: whoever may read attempts gets no credential.
  let shownHeaders: Value

  /// - Parameter now: Seconds since 1970.
  init(_ webhook: Members, _ invocation: Members, now: Int) {
    let stamp = WallClock.iso8601(now)
    let body = invocation["payload"]?.text ?? ""
    let id = webhook["id"]?.text.map { [("X-Zendesk-Webhook-Id", $0)] } ?? []
    let own: [(String, String)] =
      [("X-Zendesk-Account-Id", Self.account)] + id + [
        ("X-Zendesk-Webhook-Invocation-Id", invocation["id"]?.text ?? ""),
        ("X-Zendesk-Webhook-Signature", Self.signature(of: stamp + body, webhook)),
        ("X-Zendesk-Webhook-Signature-Timestamp", stamp), ("User-Agent", "Zendesk Webhook"),
      ]
    let type = Self.contentTypes[webhook["request_format"]?.text ?? ""]
    let content = body.isEmpty ? [] : type.map { [("Content-Type", $0)] } ?? []
    let custom = (webhook["custom_headers"]?.members ?? [:]).map { ($0.key, $0.value.text ?? "") }
    let shown = own + content + custom
    let credential = Self.credential(webhook["authentication"])
    var headers = HTTPFields()
    for (name, value) in shown + (credential.map { [$0] } ?? []) { headers.set(name, value) }
    let hidden = ["authorization", credential?.0.lowercased()]
    shownHeaders = .list(
      shown.filter { !hidden.contains($0.0.lowercased()) }
        .map { ["key": .string($0.0), "value": .string($0.1)] }
    )
    request = Request(
      HTTPRequest.Method(invocation["method"]?.text ?? "") ?? .post,
      invocation["url"]?.text ?? "",
      headers: headers,
      body: Array(body.utf8)
    )
  }

  /// base64(HMAC-SHA256(secret, timestamp + body))
  private static func signature(of text: String, _ webhook: Members) -> String {
    let secret = WebhookEndpoints.signingSecret(of: webhook)
    return Base64.encode(HashFunction.sha256.authenticationCode(of: text, key: secret))
  }

  private static func credential(_ authentication: Value?) -> (String, String)? {
    let data = authentication?["data"]
    func part(_ name: String) -> String { data?[name]?.text ?? "" }
    return switch authentication?["type"]?.text {
    case "basic_auth":
      ("Authorization", "Basic " + Base64.encode("\(part("username")):\(part("password"))"))
    case "bearer_token": ("Authorization", "Bearer \(part("token"))")
    case "api_key": (part("name"), part("value"))
    default: nil
    }
  }
}
