package import Diagnostics
package import Values

/// A Braze workspace to talk to.
package struct BrazeInstance: Sendable {
  /// Scheme, host and port, without a slash at the end: `https://rest.iad-01.braze.com`.
  package let endpoint: String
  /// The key that this tool itself authenticates with.
  package internal(set) var apiKey: Secret
  /// The key `braze` of the environment.
  package let range: SourceRange
}
