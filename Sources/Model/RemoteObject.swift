package import Values

/// The thing that a remote system holds, as its API told of it.
package struct RemoteObject: Sendable, Hashable {
  package let id: String
  /// Everything the API answered, known to us or not.
  package let attributes: Members

  package init(id: String, attributes: Members) {
    self.id = id
    self.attributes = attributes
  }

  /// The value by which a resource of `kind` finds this object.
  package func identity(_ kind: Kind) -> String? {
    let name = kind.identity.attribute
    let readName = kind.schema[name]?.readName
    let value = readName.flatMap { attributes[$0]?.scalarText } ?? attributes[name]?.scalarText
    return kind.schema[name]?.isTrimmed == true ? value?.trimmingBlanks : value
  }

  package var createdAt: String? { attributes["created_at"]?.text }
}

extension String {
  /// This text without blanks and line breaks at either end.
  package var trimmingBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
