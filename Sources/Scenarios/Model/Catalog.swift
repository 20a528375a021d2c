package import Model

/// What a spec declares that a scenario may name.
package struct Catalog: Sendable {
  private let known: Set<Address>

  package init(_ addresses: some Sequence<Address>) {
    known = Set(addresses)
  }

  func contains(_ address: Address) -> Bool { known.contains(address) }

  /// All addresses in the section `system.collection`, sorted.
  func addresses(in system: String, _ collection: String) -> [Address] {
    known.filter { $0.system == system && $0.collection == collection }.sorted()
  }

  /// All addresses in any of `sections`, as text, sorted.
  func addresses(in sections: Set<String>) -> [String] {
    known.filter { sections.contains("\($0.system).\($0.collection)") }.sorted()
      .map(\.description)
  }
}
