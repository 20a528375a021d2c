package import Diagnostics
package import Model
package import Values

/// Something that has to come of a step; what is nil in it is not looked at.
package struct Expectation: Sendable {
  package enum Subject: Sendable {
    case sms(to: String, text: Wording?, segments: Int?)
    case ticket(name: String, comment: Comment?, attributes: Members)
    case webhook(Webhook)
    case profile(user: String, attributes: Members)
    case event(user: String, name: String, properties: Members)
    case subscription(user: String, group: Address, state: String)
    case message(of: Address, user: String?, outcome: String, reason: String?)
  }

  /// What a text has to be.
  package enum Wording: Sendable, Hashable {
    case equal(String)
    case containing(String)
  }

  /// A comment that the step leaves on a ticket.
  package struct Comment: Sendable {
    package var text: Wording?
    package var isPublic: Bool?
    /// An agent's name, or `requester`.
    package var author: String?
  }

  /// A request that one of the systems sends.
  package struct Webhook: Sendable {
    /// What JSON has to be in the body.
    package enum Body: Sendable {
      /// These members and items, among others.
      case partial(Value)
      case exact(Value)
      case text(Wording)
    }

    package var of: Address
    package var method: String?
    package var url: String?
    /// The status of the last answer.
    package var status: Int?
    package var attempts: Int?
    package var headers: Members = [:]
    package var body: Body?
  }

  package let place: Place
  package let subject: Subject
}
