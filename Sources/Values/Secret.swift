/// A text that must never be shown: it prints, dumps and reflects as `(secret)`.
package struct Secret: Sendable, Hashable {
  /// What the user calls it, usually the variable it comes from; safe to show.
  package let name: String
  /// How a person makes up the text, `$NAME` standing for the value of the variable NAME: safe to show.
  package let recipe: String
  private let content: String?

  /// A secret whose text is known.
  package init(name: String, content: String) {
    self.init(name: name, recipe: "$" + name, content: content)
  }

  /// A secret that was not read from the environment, because this command needs none.
  package init(unread name: String) {
    self.init(name: name, recipe: "$" + name, content: nil)
  }

  private init(name: String, recipe: String, content: String?) {
    self.name = name
    self.recipe = recipe
    self.content = content
  }

  /// Whether the text is known.
  package var isRead: Bool { content != nil }

  /// A secret made of this one's text, under the same name; an unread one stays unread.
  ///
  /// - Parameter recipe: This one's recipe as part of the new one's.
  package func map(
    recipe: (String) -> String,
    _ transform: (String) -> String
  ) -> Secret {
    Secret(name: name, recipe: recipe(self.recipe), content: content.map(transform))
  }

  /// This secret as one that was not read.
  package var unread: Secret { Secret(name: name, recipe: recipe, content: nil) }

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
