internal import Model
internal import Values

extension Attribute {
  /// What is to be known of it beside its meaning: `required`, `default "text"`.
  var notes: [String] {
    var notes: [String] = []
    if isRequired { notes.append("required") }
    if isReadOnly { notes.append("read-only") }
    if isSecret { notes.append("secret: write `!env NAME`") }
    if mayHoldSecrets { notes.append("a secret in it: write `!bearer`, `!basic` or `!env NAME`") }
    if isAttested { notes.append("no API tells it: a person attests it") }
    if immutability != nil { notes.append("immutable: another value may need a new object") }
    if let loss = matching?.loss { notes.append("what is taken out loses \(loss)") }
    if isUnordered { notes.append("in any order") }
    if let defaultValue { notes.append("default `\(defaultValue.json())`") }
    return notes
  }
}

extension Shape {
  /// What may be written, in a few words; a mapping's members are told of elsewhere.
  var brief: String {
    switch self {
    case .text: "text"
    case .body: "text, or JSON by `!json`"
    case .boolean: "`true` or `false`"
    case .integer: "whole number"
    case .choice(let names): names.map { "`\($0)`" }.joined(separator: ", ")
    case .identifier(let kind): "`!ref` to a `\(kind)`, or an id"
    case .list(.object): "list of mappings"
    case .list(let item): "list of " + item.brief
    case .map(let item): "mapping, each value " + item.brief
    case .object: "mapping"
    case .either(let shapes): shapes.map(\.brief).joined(separator: "; or ")
    case .order(let ordering): "list of names of `\(ordering.kind)` resources"
    }
  }

  /// The members of the mapping that this is or that it is a list of, and what comes before their
  /// names.
  var inner: (schema: Schema, infix: String)? {
    switch self {
    case .object(let schema): (schema, ".")
    case .list(let item): item.inner.map { ($0.schema, "[]" + $0.infix) }
    case .either(let shapes): shapes.lazy.compactMap(\.inner).first
    default: nil
    }
  }
}
