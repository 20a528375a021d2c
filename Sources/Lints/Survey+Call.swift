internal import Liquid
internal import Model
internal import Values
internal import Zendesk

extension Survey {
  /// An action by which a rule calls a webhook that the spec declares.
  struct Call {
    let rule: Resource
    let webhook: Resource
    let destination: Destination
    /// What is sent; nil where nothing is.
    let body: Value?
    /// The action's value: the webhook, then the body.
    let path: ValuePath
    /// Whether the webhook's request has a body.
    let sendsBody: Bool
    /// What the body may come to, where it is written as text and sent as JSON.
    let filled: FilledBody?

    var bodyPath: ValuePath { path.appending(1) }

    /// Every call that `rule` makes.
    ///
    /// - Parameter destinations: Where each webhook's endpoint leads.
    static func all(
      of rule: Resource,
      among resources: [Address: Resource],
      _ destinations: [Address: Destination]
    ) -> [Call] {
      (rule.attributes["actions"]?.items ?? []).enumerated().compactMap { index, action in
        guard action["field"] == "notification_webhook",
          let parts = action["value"]?.items, case .reference(let reference)? = parts.first,
          let webhook = Address(reference.address).flatMap({ resources[$0] }),
          webhook.kind.name == Kind.webhook.name
        else { return nil }
        let destination = destinations[webhook.address] ?? .elsewhere
        let body = parts.dropFirst().first
        return Call(rule, webhook, destination, body, at: ["actions", .index(index), "value"])
      }
    }

    private init(
      _ rule: Resource,
      _ webhook: Resource,
      _ destination: Destination,
      _ body: Value?,
      at path: ValuePath
    ) {
      self.rule = rule
      self.webhook = webhook
      self.destination = destination
      self.body = body
      self.path = path
      sendsBody = !["GET", "DELETE"].contains(webhook.attributes["http_method"])
      let sendsJSON = sendsBody && webhook.attributes["request_format"] == "json"
      let written = sendsJSON ? body.flatMap { WrittenText(numbering: $0, at: path) } : nil
      filled = written.map { FilledBody(Template($0.text, dialect: .zendesk)) }
    }
  }
}
