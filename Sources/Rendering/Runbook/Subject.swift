package import Model
internal import Values

/// A resource in words that a person finds it by: `campaign "Zendesk - agent reply"`.
package struct Subject: Sendable, Equatable {
  package let address: Address
  /// `campaign`
  package let noun: String
  /// `Zendesk - agent reply`
  package let name: String

  init(_ resource: Resource) {
    let kind = resource.kind
    address = resource.address
    noun = kind.noun
    let identity = resource.identity ?? resource.address.name
    // Nobody knows by heart what is only an id.
    let spoken = kind.schema.first { attribute in
      guard kind.idAttribute != nil, attribute.name != kind.idAttribute else { return false }
      if case .text = attribute.shape { return true }
      return false
    }
    name = (spoken.flatMap { resource.attributes[$0.name]?.scalarText } ?? identity).trimmingBlanks
  }

  var quoted: String { "\(noun) \(Value.string(name).json())" }
}
