package import Diagnostics

/// A rule that the author of a spec turned off for one resource, and why.
package struct Silencing: Sendable, Hashable {
  /// The rule's code, which may be one that no rule has.
  package let code: String
  package let reason: String
  /// The code in the source.
  package let range: SourceRange

  package init(code: String, reason: String, range: SourceRange) {
    self.code = code
    self.reason = reason
    self.range = range
  }
}
