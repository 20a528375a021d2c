package import Diagnostics

/// A Zendesk account to talk to.
package struct ZendeskInstance: Sendable {
  /// Scheme, host and port, without a slash at the end: `https://acme.zendesk.com`.
  package let origin: String
  package internal(set) var credentials: Credentials
  /// The key `zendesk` of the environment.
  package let range: SourceRange
}
