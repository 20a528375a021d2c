package import Values

/// How values are written in requests.
extension Shape {
  /// `value` as the API takes it: text as strings, JSON as text, attributes left out where they were.
  ///
  /// References must have been replaced; secrets are revealed here and nowhere else.
  package func wireForm(of value: Value) -> Value {
    switch (self, value) {
    case (_, .null): .null
    case (_, .secret(let secret)): secret.reveal().map(Value.string) ?? .null
    case (_, .json(let inner)): .string(inner.revealed.json(.pretty))
    case (.list(let item), .list(let items)): .list(items.map { item.wireForm(of: $0) })
    case (.map(let item), .object(let members)):
      .object(members.mapValues { item.wireForm(of: $0) })
    case (.object(let schema), .object(let members)): .object(schema.wireForm(ofMembers: members))
    case (.either(let shapes), _):
      (shapes.first { $0.admits(value) } ?? shapes.last)?.wireForm(of: value) ?? value
    case (.text, _), (.body, _), (.choice, _), (.identifier, _):
      value.scalarText.map(Value.string) ?? value
    default: value
    }
  }
}

extension Schema {
  fileprivate func wireForm(ofMembers members: Members) -> Members {
    var written = Members()
    for attribute in attributes where !attribute.isReadOnly {
      if let value = members[attribute.name] ?? attribute.defaultValue {
        written[attribute.name] = attribute.wireForm(of: value)
      } else if case .list = attribute.shape {
        // A written object is whole: a list left out of it is empty, and said to be.
        written[attribute.name] = []
      }
    }
    // Wire-only meanings, such as a channel's number for its name, are part of the normal form.
    return normalForm.map { $0(written) } ?? written
  }
}

extension Attribute {
  /// `value` as the API takes it, with the ids that the items of a matched list carry.
  package func wireForm(of value: Value) -> Value {
    let form = shape.wireForm(of: value)
    let written = isSentAsNumber ? form.numbered : form
    guard let matching, let items = value.items, let forms = written.items else { return written }
    return .list(
      zip(items, forms).map { item, form in
        guard let carried = item[matching.carried], let members = form.members else { return form }
        return .object(([matching.carried: carried] as Members).merging(members))
      }
    )
  }
}

extension Value {
  /// This value with the ids in it as numbers; an id that is none stays text.
  fileprivate var numbered: Value {
    switch self {
    case .string(let text): Int(text).map(Value.integer) ?? self
    case .list(let items): .list(items.map(\.numbered))
    default: self
    }
  }

  fileprivate var revealed: Value {
    replacingSymbols { symbol in
      switch symbol {
      case .secret(let secret): secret.reveal().map(Value.string) ?? .null
      case .json(let inner): .string(inner.revealed.json())
      default: symbol
      }
    }
  }
}
