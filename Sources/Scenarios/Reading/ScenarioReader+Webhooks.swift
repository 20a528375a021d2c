internal import Diagnostics
internal import Spec
internal import Values
internal import YAML

/// What is expected of webhooks.
extension ScenarioReader {
  private static let sections = [
    "zendesk.webhooks", "zendesk.triggers", "zendesk.automations", "braze.campaigns",
    "braze.canvases",
  ]

  mutating func expectedWebhook(_ entry: Findings.Entry) -> Expectation.Subject? {
    let keys = [
      "of", "method", "url", "status", "attempts", "headers", "json", "exactly", "text", "contains",
    ]
    guard let form = form(entry.value, label: "\"webhook\"", keys: keys, required: ["of"]) else {
      return nil
    }
    let of = address(form["of"], in: Self.sections)
    let body = body(form)
    let headers = members(form["headers"]) ?? [:]
    let method = choice(form["method"], of: ["GET", "POST", "PUT", "PATCH", "DELETE"])
    let url = text(form["url"])
    let status = number(form["status"], in: 100...599)
    let attempts = number(form["attempts"], in: 0...100)
    return of.map {
      .webhook(
        Expectation.Webhook(
          of: $0,
          method: method,
          url: url,
          status: status,
          attempts: attempts,
          headers: headers,
          body: body
        )
      )
    }
  }

  private mutating func body(_ form: Form) -> Expectation.Webhook.Body? {
    let written = ["json", "exactly", "text", "contains"].compactMap { form[$0] }
      .sorted { $0.keyRange.start < $1.keyRange.start }
    guard let first = written.first else { return nil }
    for other in written.dropFirst() {
      findings.report(
        "conflicting-keys",
        "Conflicting keys",
        "The body is held either against \"\(first.key)\" or against \"\(other.key)\". "
          + "Remove one of them.",
        at: other.keyRange
      )
    }
    switch first.key {
    case "json": return value(of: first.value, label: "json").map { .partial($0) }
    case "exactly": return value(of: first.value, label: "exactly").map { .exact($0) }
    default: return written.count > 1 ? nil : wording(form).map { .text($0) }
    }
  }
}
