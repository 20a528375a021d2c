package import Model
package import Values

extension Resource {
  /// The attributes this tool answers for: those written and not ignored, in the kind's order.
  package var managedNames: [String] {
    kind.schema
      .filter { !$0.isAttested && attributes[$0.name] != nil && !ignored.contains($0.name) }
      .map(\.name)
  }

  /// The digests of what a person confirms, by the attribute's name.
  ///
  /// - Parameter names: What a person knows other resources by: `Symbols(naming:)`.
  package func attestedDigests(_ names: Symbols) -> [String: Digest] {
    let attested = kind.schema.filter {
      $0.isAttested && attributes[$0.name] != nil && !ignored.contains($0.name)
    }
    return digests(of: attested.map(\.name), names)
  }

  /// The digests of what is wanted of the attributes called `names`.
  package func digests(of names: [String], _ symbols: Symbols) -> [String: Digest] {
    Dictionary(
      names.compactMap { name in
        guard let attribute = kind.schema[name], let value = attributes[name] else { return nil }
        return (name, attribute.digest(of: attribute.normalForm(of: symbols.replaced(in: value))))
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
        Digest(
          of: (attribute.ordering == nil ? attribute.normalForm(in: object) : orders[name]) ?? .null
        )
    }
    var version: String?
    if case .since(let attribute)? = kind.endpoints.details {
      version = object.attributes[attribute]?.scalarText
    }
    self.init(kind: kind.name, id: object.id, digests: digests, version: version)
  }
}
