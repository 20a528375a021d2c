package import Model
package import Values

extension Resource {
  /// The attributes this tool answers for: those written and not ignored, in the kind's order.
  package var managedNames: [String] {
    kind.schema.filter { attributes[$0.name] != nil && !ignored.contains($0.name) }.map(\.name)
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
      let value = attribute.ordering == nil ? attribute.normalForm(in: object) : orders[name]
      digests[name] = Digest(of: value ?? .null)
    }
    self.init(kind: kind.name, id: object.id, digests: digests)
  }
}
