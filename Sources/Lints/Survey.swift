internal import Model
internal import Values
internal import Zendesk

/// The resources of a spec as lints look at them: those that are to be deleted apart.
struct Survey: Sendable {
  let resources: [Resource]
  let absent: [Resource]
  /// Every call of a webhook that the spec declares.
  let calls: [Call]

  init(_ all: [Resource]) {
    resources = all.filter { !$0.isAbsent }
    absent = all.filter(\.isAbsent)
    let byAddress = Dictionary(resources.map { ($0.address, $0) }, uniquingKeysWith: { $1 })
    calls = resources.flatMap { Self.calls(of: $0, among: byAddress) }
  }

  /// An action by which a rule calls a webhook that the spec declares.
  struct Call {
    let rule: Address
    let webhook: Resource
    /// What is sent; nil where nothing is.
    let body: Value?
    /// The action's value: the webhook, then the body.
    let path: ValuePath

    var bodyPath: ValuePath { path.appending(1) }

    /// Whether the webhook's request has a body.
    var sendsBody: Bool { !["GET", "DELETE"].contains(webhook.attributes["http_method"]) }
  }

  private static func calls(of rule: Resource, among byAddress: [Address: Resource]) -> [Call] {
    (rule.attributes["actions"]?.items ?? []).enumerated().compactMap { index, action in
      guard action["field"] == "notification_webhook",
        let parts = action["value"]?.items, case .reference(let reference)? = parts.first,
        let webhook = Address(reference.address).flatMap({ byAddress[$0] }),
        webhook.kind.name == Kind.webhook.name
      else { return nil }
      return Call(
        rule: rule.address,
        webhook: webhook,
        body: parts.dropFirst().first,
        path: ["actions", .index(index), "value"]
      )
    }
  }
}
