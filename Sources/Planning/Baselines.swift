package import Model
package import Values

extension Resource {
  /// The attributes this tool answers for: those written and not ignored, in the kind's order.
  package var managedNames: [String] {
    kind.schema
      .filter { !$0.isAttested && attributes[$0.name] != nil && !ignored.contains($0.name) }
      .map(\.name)
  }

  /// The digests of what a person confirms, by the attribute's name; what an id stands for is a symbol.
  package var attestedDigests: [String: Digest] {
    Dictionary(
      kind.schema.compactMap { attribute in
        guard attribute.isAttested, let value = attributes[attribute.name] else { return nil }
        return (attribute.name, attribute.digest(of: attribute.normalForm(of: value)))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The values of those attributes that order other objects.
  package var orders: Members {
    attributes.filter { name, _ in kind.schema[name]?.ordering != nil }
  }
}

extension Baseline {
  /// What is to be remembered of `object` as it is now.
  ///
  /// `orders` holds the values of attributes that order other objects, which no object shows.
  package init(of object: RemoteObject, kind: Kind, managed: [String], orders: Members) {
    var digests: [String: Digest] = [:]
    for name in managed {
      guard let attribute = kind.schema[name] else { continue }
      digests[name] =
        attribute.ordering == nil
        ? attribute.digest(in: object) : Digest(of: orders[name] ?? .null)
    }
    var version: String?
    if case .since(let attribute)? = kind.endpoints.details {
      version = object.attributes[attribute]?.scalarText
    }
    self.init(kind: kind.name, id: object.id, digests: digests, version: version)
  }
}
