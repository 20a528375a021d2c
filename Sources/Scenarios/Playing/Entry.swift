package import Values

/// Something that happened, as the emulator's chronicle tells it.
package struct Entry: Sendable, Hashable {
  /// Counted from 1.
  package let number: Int
  /// When, as ISO 8601 writes it.
  package let time: String
  /// `zendesk` or `braze`.
  package let system: String
  package let happening: Happening
  /// The number of the entry that led to it; nil where somebody outside did.
  package let cause: Int?
  /// What else the chronicle says of it.
  package let details: Members

  private static let head: Set = ["number", "at", "system", "type", "cause"]

  /// Nil where the chronicle says something that is not known here.
  package init?(_ document: Value) {
    guard let members = document.members, let number = members["number"]?.integer,
      let happening = members["type"]?.text.flatMap({ Happening(rawValue: $0) })
    else { return nil }
    self.number = number
    self.happening = happening
    time = members["at"]?.text ?? ""
    system = members["system"]?.text ?? ""
    cause = members["cause"]?.integer
    details = members.filter { name, _ in !Self.head.contains(name) }
  }

  package subscript(name: String) -> Value? { details[name] }

  /// The number of the ticket that it is about, as text.
  package var ticket: String? { details["ticket"]?.scalarText }

  /// The Braze profile that it is about.
  package var user: String? {
    details["user"]?["braze_id"]?.text ?? details["users"]?.items?.first?["braze_id"]?.text
  }
}

extension Entry {
  /// Whether it is something that came of a step, to be expected or not.
  ///
  /// What a person or another client does is the step's own doing, and no effect.
  package var isEffect: Bool {
    switch happening {
    case .ticketCreated, .ticketUpdated, .attributesChanged, .eventTracked, .subscriptionChanged:
      cause != nil
    case .triggerFired, .automationFired: details["changes"]?.items?.isEmpty == false
    case .smsSent, .webhookInvoked, .webhookSent, .messageAborted, .messageFailed, .templateFailed,
      .webhookSkipped:
      true
    default: false
    }
  }
}
