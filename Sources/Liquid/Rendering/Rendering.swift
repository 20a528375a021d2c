/// What a template came to.
package enum Rendering: Sendable, Hashable {
  case text(String)
  /// Braze's `abort_message` was reached, so that nothing is sent. It is the end of a message, not an error.
  case aborted(reason: String)

  /// Nil where nothing is sent.
  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
