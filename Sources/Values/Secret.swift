/// A text that must never be shown: it prints, dumps and reflects as `(secret)`.
package struct Secret: Sendable, Hashable {
  /// What the user calls it, usually the variable it comes from; safe to show.
  package let name: String
  private let content: String?

  /// A secret whose text is known.
  package init(name: String, content: String) {
    self.name = name
    self.content = content
  }

  /// A secret that was not read from the environment, because this command needs none.
  package init(unread name: String) {
    self.name = name
    self.content = nil
  }

  /// Whether the text is known.
  package var isRead: Bool { content != nil }

  /// A secret made of this one's text, under the same name; an unread one stays unread.
  package func map(_ transform: (String) -> String) -> Secret {
    content.map { Secret(name: name, content: transform($0)) } ?? self
  }

  /// The text itself, for a request or a credential; nil if it was not read.
  ///
  /// Whoever calls this answers for the text going nowhere but to the API.
  package func reveal() -> String? { content }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "(secret)" }
  package var debugDescription: String { "(secret)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
