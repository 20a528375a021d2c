internal import Values

/// A webhook's attributes as a request gives them, checked against the service's rules.
///
/// Only that there is a 400 is known; its codes are unconfirmed.
struct WebhookDraft {
  private static let ticketEvents = "conditional_ticket_events"
  private static let headerLimit = 5
  private static let choices: [(name: String, values: [String])] = [
    ("http_method", ["GET", "POST", "PUT", "PATCH", "DELETE"]),
    ("request_format", ["json", "xml", "form_encoded"]),
    ("status", ["active", "inactive"]),
  ]

  private let input: Members

  init(_ input: Members) {
    self.input = input
  }

  /// The webhook that comes of laying these attributes over `base`.
  func complete(over base: Members) throws(Refusal) -> Members {
    var webhook = base
    for name in ["name", "endpoint"] + Self.choices.map(\.name) {
      if let value = input[name] { webhook[name] = value }
      guard let text = webhook[name]?.text, !text.isEmpty else {
        throw Self.invalid("/\(name)", "\(name) is required")
      }
    }
    for (name, values) in Self.choices {
      guard values.contains(webhook[name]?.text ?? "") else {
        throw Self.invalid("/\(name)", "\(name) must be one of \(values.joined(separator: ", "))")
      }
    }
    let endpoint = webhook["endpoint"]?.text ?? ""
    guard endpoint.hasPrefix("https://") || endpoint.hasPrefix("http://") else {
      throw Self.invalid("/endpoint", "endpoint must be a URL")
    }
    try addDescription(to: &webhook)
    try addSubscriptions(to: &webhook, before: base["subscriptions"])
    try addHeaders(to: &webhook)
    try addAuthentication(to: &webhook)
    return webhook
  }

  private func addDescription(to webhook: inout Members) throws(Refusal) {
    guard let value = input["description"] else { return }
    guard value.isNull || value.text != nil else {
      throw Self.invalid("/description", "description must be a string")
    }
    webhook["description"] = value.unlessNull
  }

  /// For triggers or for events: a webhook never changes from one kind to the other.
  private func addSubscriptions(to webhook: inout Members, before: Value?) throws(Refusal) {
    if let value = input["subscriptions"], !value.isNull {
      let names = value.items?.compactMap(\.text) ?? []
      guard names.count == value.items?.count,
        !names.contains(Self.ticketEvents) || names.count == 1
      else {
        throw Self.invalid(
          "/subscriptions",
          "subscriptions must be a list of events, or \(Self.ticketEvents) alone"
        )
      }
      guard before == nil || Self.isForTickets(before) == Self.isForTickets(value) else {
        throw Self.invalid("/subscriptions", "the kind of subscription cannot be changed")
      }
      webhook["subscriptions"] = value
    }
    guard let subscriptions = webhook["subscriptions"]?.items, !subscriptions.isEmpty,
      !Self.isForTickets(webhook["subscriptions"])
    else { return }
    guard webhook["http_method"] == "POST", webhook["request_format"] == "json" else {
      throw Self.invalid("/http_method", "event subscriptions need POST and json")
    }
  }

  /// Merged one by one; null removes a header.
  private func addHeaders(to webhook: inout Members) throws(Refusal) {
    guard let value = input["custom_headers"] else { return }
    guard value.isNull || value.members != nil else {
      throw Self.invalid("/custom_headers", "custom_headers must be an object")
    }
    var headers = webhook["custom_headers"]?.members ?? [:]
    if value.isNull { headers = [:] }
    for (name, value) in value.members ?? [:] {
      guard value.isNull || value.text != nil else {
        throw Self.invalid("/custom_headers/\(name)", "a header must be a string")
      }
      headers[name] = value.unlessNull
    }
    guard headers.count <= Self.headerLimit else {
      throw Self.invalid("/custom_headers", "at most \(Self.headerLimit) headers are allowed")
    }
    webhook["custom_headers"] = headers.isEmpty ? Value?.none : .object(headers)
  }

  private func addAuthentication(to webhook: inout Members) throws(Refusal) {
    guard let value = input["authentication"] else { return }
    if !value.isNull, let fault = WebhookAuthentication.fault(in: value) {
      throw Self.invalid("/authentication\(fault.pointer)", fault.reason)
    }
    webhook["authentication"] = value.unlessNull
  }

  private static func isForTickets(_ subscriptions: Value?) -> Bool {
    subscriptions?.items == [.string(ticketEvents)]
  }

  static func invalid(_ pointer: String, _ detail: String) -> Refusal {
    .coded(
      400,
      "InvalidWebhook",
      title: "Invalid Webhook",
      [
        "detail": .string(detail),
        "source": ["pointer": .string("/webhook\(pointer)")],
      ]
    )
  }
}

extension Value {
  /// What is left out where null removes.
  fileprivate var unlessNull: Value? { isNull ? Value?.none : self }
}
