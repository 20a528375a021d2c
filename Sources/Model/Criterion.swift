package import Values

/// What tells some objects of a kind from the others: the value of one attribute.
package struct Criterion: Sendable, Hashable {
  /// As the API answers it.
  package let attribute: String
  package let value: Value

  package init(_ attribute: String, is value: Value) {
    self.attribute = attribute
    self.value = value
  }

  package func holds(of object: RemoteObject) -> Bool { object.attributes[attribute] == value }
}
