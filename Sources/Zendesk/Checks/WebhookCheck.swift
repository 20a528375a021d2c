internal import Diagnostics
internal import Model
internal import Values

/// What a webhook is held to by itself.
///
/// https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/
enum WebhookCheck {
  /// What subscribes a webhook to triggers and automations.
  static let ticketEvents = "conditional_ticket_events"

  /// More are not confirmed to be taken.
  private static let headerLimit = 5
  private static let credentials = [
    "basic_auth": ["username", "password"], "bearer_token": ["token"],
    "api_key": ["name", "value"],
  ]

  @Sendable static func findings(_ webhook: Members) -> [Finding] {
    authentication(webhook) + subscriptions(webhook) + headers(webhook)
  }

  private static func authentication(_ webhook: Members) -> [Finding] {
    guard let authentication = webhook["authentication"]?.members,
      let type = authentication["type"]?.text, let needed = credentials[type]
    else { return [] }
    let data = authentication["data"]?.members ?? [:]
    let path: ValuePath = ["authentication", "data"]
    let written = data.filter { !$1.isNull }.keys
    return written.filter { !needed.contains($0) }.map { key in
      Finding(
        code: "authentication-mismatch",
        summary: "Credentials do not fit their type",
        detail: "\"\(key)\" has no meaning for \(type), which takes "
          + "\(needed.joined(separator: " and ")). Remove it, or choose another type.",
        at: path.appending(.key(key))
      )
    }
      + needed.filter { !written.contains($0) }.map { key in
        Finding(
          code: "authentication-mismatch",
          summary: "Credentials do not fit their type",
          detail: "\(type) needs \"\(key)\" in \"data\". Add it.",
          at: path
        )
      }
  }

  private static func subscriptions(_ webhook: Members) -> [Finding] {
    let names = webhook["subscriptions"]?.items ?? []
    if let index = names.firstIndex(of: .string(ticketEvents)) {
      guard names.count > 1 else { return [] }
      return [
        Finding(
          code: "mixed-subscriptions",
          summary: "Subscriptions that exclude each other",
          detail: "A webhook is either for triggers and automations, by \(ticketEvents) alone, or "
            + "for events. Make two webhooks of it.",
          at: ["subscriptions", .index(index)]
        )
      ]
    }
    guard !names.isEmpty else { return [] }
    let demands = [("http_method", "POST"), ("request_format", "json")]
    return demands.compactMap { key, demand in
      guard let text = webhook[key]?.text, text != demand else { return nil }
      return Finding(
        code: "event-webhook-request",
        summary: "Request does not fit the subscriptions",
        detail: "Events are sent by POST, as JSON: \"\(key)\" must be \(demand), not \(text).",
        at: [.key(key)]
      )
    }
  }

  private static func headers(_ webhook: Members) -> [Finding] {
    let headers = webhook["custom_headers"]?.members?.filter { !$1.isNull } ?? [:]
    guard headers.count > headerLimit, let extra = headers.keys.dropFirst(headerLimit).first else {
      return []
    }
    return [
      Finding(
        .warning,
        code: "too-many-headers",
        summary: "More headers than a webhook takes",
        detail: "A webhook is known to take \(headerLimit) custom headers, and this is one more of "
          + "\(headers.count). Remove some.",
        at: ["custom_headers", .key(extra)]
      )
    ]
  }
}
