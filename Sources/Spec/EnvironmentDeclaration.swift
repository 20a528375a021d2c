package import Diagnostics

/// An environment as the spec declares it; its secrets are unread.
package struct EnvironmentDeclaration: Sendable {
  package let name: EnvironmentName
  /// The environment's name in the source.
  package let range: SourceRange
  package let isProtected: Bool
  package let target: Target
  let variables: Variables
  /// Where each secret that the target needs is named, by the secret's name.
  let secretRanges: [String: SourceRange]
  /// The systems that are declared, but not as they must be.
  let flawed: Set<String>
}
