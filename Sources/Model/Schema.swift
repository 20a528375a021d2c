package import Values

/// The attributes of a kind, or of an object inside one, in the order of their documentation.
package struct Schema: Sendable, ExpressibleByDictionaryLiteral {
  package let attributes: [Attribute]
  /// Brings an object of this schema into normal form, after its members have been.
  package private(set) var normalForm: (@Sendable (Members) -> Members)?
  /// Whether texts anywhere inside an object of it may be secrets that are read back.
  let hasSecretsInside: Bool

  package init(dictionaryLiteral elements: (String, Attribute)...) {
    attributes = elements.map { name, attribute in
      var named = attribute
      named.name = name
      return named
    }
    hasSecretsInside = attributes.contains(where: \.hasSecretsInside)
  }

  /// This schema with a rule for what its members mean together.
  package func normalised(by normalForm: @escaping @Sendable (Members) -> Members) -> Schema {
    var copy = self
    copy.normalForm = normalForm
    return copy
  }

  package subscript(name: String) -> Attribute? { attributes.first { $0.name == name } }
}

extension Schema: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { attributes.count }
  package subscript(position: Int) -> Attribute { attributes[position] }
}
