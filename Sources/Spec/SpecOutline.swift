internal import Model
internal import YAML

/// The names that a spec declares, whatever else is wrong in it.
package struct SpecOutline: Sendable {
  /// In the order of declaration.
  package private(set) var environments: [String] = []
  /// The addresses of all resources, in the order of declaration.
  package private(set) var addresses: [String] = []
  /// The sections that resources are declared in: `zendesk.triggers`.
  package private(set) var sections: [String] = []

  /// Reads no more of `files` than the names; a file that is no YAML declares none.
  package init(_ files: [SpecFile]) {
    for file in files {
      guard let root = YAMLDocument.parse(file.bytes, name: file.name).root else { continue }
      for (key, value) in root.named {
        switch key {
        case "version", "variables": break
        case "environments":
          environments += value.named.map(\.key).filter { EnvironmentName($0) != nil }
        default: read(value, of: key)
        }
      }
    }
  }

  private mutating func read(_ system: Node, of name: String) {
    for (collection, resources) in system.named {
      let section = "\(name).\(collection)"
      let found = resources.named.map { "\(section).\($0.key)" }.filter { Address($0) != nil }
      guard !found.isEmpty else { continue }
      if !sections.contains(section) { sections.append(section) }
      addresses += found
    }
  }
}

extension Node {
  /// The entries of a mapping by their keys; none of anything else.
  fileprivate var named: [(key: String, value: Node)] {
    guard case .mapping(let entries) = content else { return [] }
    return entries.compactMap { entry in entry.key.scalarText.map { ($0, entry.value) } }
  }
}
