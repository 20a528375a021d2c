package import Model
package import Values

/// The ids known so far: turns references into the text an API takes.
package struct Symbols: Sendable {
  package var ids: [Address: String] = [:]

  package init(ids: [Address: String] = [:]) {
    self.ids = ids
  }

  /// What a person knows `resources` by: the id where the spec says it, else the identity.
  package init(naming resources: [Resource]) {
    for resource in resources {
      let id = resource.kind.idAttribute.flatMap { resource.attributes[$0]?.scalarText }
      ids[resource.address] = id ?? resource.trimmedIdentity
    }
  }

  /// `value` with every reference replaced whose id is known; others stay symbols.
  package func replaced(in value: Value) -> Value {
    value.replacingSymbols { symbol in
      switch symbol {
      case .reference(let reference): id(of: reference).map(Value.string) ?? symbol
      case .format(let pieces): text(of: pieces).map(Value.string) ?? symbol
      case .json(let inner): .json(replaced(in: inner))
      default: symbol
      }
    }
  }

  private func id(of reference: Reference) -> String? {
    Address(reference.address).flatMap { ids[$0] }
  }

  private func text(of pieces: [FormatPiece]) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let part): text += part
      case .reference(let reference):
        guard let id = id(of: reference) else { return nil }
        text += id
      }
    }
    return text
  }
}
