internal import Diagnostics
internal import Model
internal import YAML

/// What the values of a spec may refer to.
struct Scope: Sendable {
  /// A resource that the spec declares, not decoded yet.
  struct Declaration: Sendable {
    let address: Address
    let kind: Kind
    /// The resource's name in the source.
    let range: SourceRange
    let body: Node
    let isAbsent: Bool
  }

  let options: SpecOptions
  /// Every name that a variable has in any environment.
  var variableNames: Set<String> = []
  private(set) var declarations: [Address: Declaration] = [:]

  init(options: SpecOptions) {
    self.options = options
  }

  /// The systems that have kinds: `zendesk`.
  var systems: [String] {
    options.kinds.map(\.system).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  subscript(address: Address) -> Declaration? { declarations[address] }

  /// Adds `declaration`, unless its address is taken: then returns the one that has it.
  mutating func declare(_ declaration: Declaration) -> Declaration? {
    if let taken = declarations[declaration.address] { return taken }
    declarations[declaration.address] = declaration
    return nil
  }

  /// The addresses of all resources as text, sorted, for suggestions.
  var addresses: [String] { declarations.keys.sorted().map(\.description) }
}
