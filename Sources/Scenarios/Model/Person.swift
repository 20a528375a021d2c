package import Diagnostics
package import Model
package import Values

/// Somebody who takes part in a scenario.
package struct Person: Sendable {
  package enum Role: Sendable {
    case profile(Profile)
    case agent(Agent)
  }

  /// A user of Braze's.
  package struct Profile: Sendable {
    /// Nil for an anonymous one.
    package var externalID: String?
    /// Braze's own attributes, such as `first_name` and `phone`.
    package var attributes: Members = [:]
    package var customAttributes: Members = [:]
    /// The state in each subscription group that has one.
    package var subscriptions: [(group: Address, state: String)] = []
  }

  /// A user of Zendesk's who works there.
  package struct Agent: Sendable {
    package var name: String
    package var email: String
    /// `agent` or `admin`.
    package var role: String
  }

  /// What the scenario calls them.
  package let name: String
  package let place: Place
  package let role: Role
}
