package import Diagnostics
package import Values

/// A declaration in the spec, decoded and resolved: what one object is to be.
package struct Resource: Sendable {
  /// A way to find the object other than by identity.
  package enum Match: Sendable, Hashable {
    case id(String)
    /// The identity's value before a rename.
    case identity(String)
  }

  package let address: Address
  package let kind: Kind
  /// The attributes as written, in normal order; text where text is expected, symbols where ids will be.
  package let attributes: Members
  /// The addresses of the resources whose ids this one needs, without repetition, sorted.
  package let dependencies: [Address]
  /// Where each attribute is written.
  package var places: [String: SourceRange]
  /// The resource's name in the source, the place of everything said about it as a whole.
  package var range: SourceRange
  package var mode = Mode.managed
  /// The object is to be deleted.
  package var isAbsent = false
  /// The object must be neither deleted nor replaced.
  package var isProtected = false
  /// Attributes sent on create and never compared.
  package var ignored: Set<String> = []
  package var match: Match?
  /// Rules about several resources that are turned off for this one.
  package var silencings: [Silencing] = []

  package init(
    address: Address,
    kind: Kind,
    attributes: Members,
    places: [String: SourceRange] = [:],
    range: SourceRange
  ) {
    self.address = address
    self.kind = kind
    self.attributes = attributes
    self.places = places
    self.range = range
    var addresses: Set<Address> = []
    for (_, value) in attributes {
      value.forEachReference { reference in
        if let address = Address(reference.address) { addresses.insert(address) }
      }
    }
    dependencies = addresses.sorted()
  }

  /// The identity's value; nil where it holds a symbol or is missing.
  package var identity: String? {
    switch kind.identity {
    case .localName: address.name
    case .attribute(let name): attributes[name]?.scalarText
    case .nameUnlessWritten(let name): attributes[name]?.scalarText ?? address.name
    }
  }
}
