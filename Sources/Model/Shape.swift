/// What an attribute's value may be.
package indirect enum Shape: Sendable {
  /// A string; a number or boolean in the spec stands for its source text. Null, "" and absence are alike.
  case text
  /// Text that often is JSON: compared and shown as JSON where both sides parse, else as text.
  case body
  case boolean
  case integer
  /// One of these texts.
  case choice([String])
  /// The remote id of an object of the kind with this name: a `!ref`, or an id as text.
  case identifier(of: String)
  case list(Shape)
  /// Members with arbitrary keys.
  case map(Shape)
  case object(Schema)
  /// The first of these that fits.
  case either([Shape])
  /// Local names of resources of kind `of`, in the order in which they are to stand.
  case order(Ordering)
}

extension Shape {
  /// Whether texts anywhere inside a value of it may be secrets that are read back.
  var hasSecretsInside: Bool {
    switch self {
    case .object(let schema): schema.hasSecretsInside
    case .list(let item): item.hasSecretsInside
    default: false
    }
  }

  /// What a message calls a value of this shape: "text", "a list of …".
  package var noun: String {
    switch self {
    case .text, .body: "text"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .choice(let names): "one of " + names.joined(separator: ", ")
    case .identifier(let kind): "a !ref to a \(kind), or an id"
    case .list(let item): "a list, each item \(item.noun)"
    case .map: "a mapping"
    case .object(let schema): "a mapping with " + schema.map(\.name).joined(separator: ", ")
    case .either(let shapes): shapes.map(\.noun).joined(separator: ", or ")
    case .order(let ordering): "a list of names of \(ordering.kind) resources"
    }
  }
}
