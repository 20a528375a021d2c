package import Values

/// Two attributes are equal if their normal forms are: what reads back otherwise than it was written,
/// what is absent, null or empty, what no API reads back, comes to one form here.
extension Shape {
  /// The normal form of `value`; nil where it means the same as being absent.
  ///
  /// Symbols (references, secrets) stay what they are.
  package func normalForm(of value: Value?) -> Value? {
    guard let value, !value.isNull else { return nil }
    switch self {
    case .text, .choice, .identifier:
      guard let text = value.scalarText else { return value }
      return text.isEmpty ? nil : .string(text)
    case .body:
      if case .json(let inner) = value { return .json(inner.textual) }
      guard let text = value.scalarText else { return value }
      return text.isEmpty ? nil : Shape.parsedBody(text) ?? .string(text)
    case .boolean, .integer: return value
    case .list(let item):
      guard let items = value.items else { return value }
      return items.isEmpty ? nil : .list(items.map { item.normalForm(of: $0) ?? .null })
    case .map(let item):
      guard let members = value.members else { return value }
      let kept = Members(
        members.compactMap { key, value in item.normalForm(of: value).map { (key, $0) } }
      )
      return kept.isEmpty ? nil : .object(kept)
    case .object(let schema):
      guard let members = value.members else { return value }
      let kept = schema.normalForm(ofMembers: members)
      return kept.isEmpty ? nil : .object(kept)
    case .either(let shapes):
      return (shapes.first { $0.admits(value) } ?? shapes.last)?.normalForm(of: value) ?? nil
    case .order: return value
    }
  }

  /// Whether `value` has this shape at its outermost level.
  package func admits(_ value: Value) -> Bool {
    switch (self, value) {
    case (_, .null), (_, .reference), (_, .secret), (.text, .format), (.body, .format),
      (.body, .json), (.text, .json):
      true
    case (.list(let item), .list(let items)): items.allSatisfy { item.admits($0) }
    case (.order, .list), (.map, .object), (.object, .object), (.boolean, .boolean),
      (.integer, .integer):
      true
    case (.text, _), (.body, _), (.choice, _), (.identifier, _): value.scalarText != nil
    case (.either(let shapes), _): shapes.contains { $0.admits(value) }
    default: false
    }
  }

  /// The most values of a body that is compared as JSON: many times what fits in the body of a request.
  private static let bodyValueLimit = 100_000

  private static func parsedBody(_ text: String) -> Value? {
    guard let first = text.first(where: { !$0.isWhitespace }), first == "{" || first == "[" else {
      return nil
    }
    do throws(JSONError) {
      var budget = bodyValueLimit
      return .json(try Value(json: Array(text.utf8), budget: &budget))
    } catch {
      // Not JSON, or not yet: placeholders outside of quotes make a body text.
      return nil
    }
  }
}

extension Schema {
  /// The members of an object inside a kind, in normal form, without those that mean nothing.
  fileprivate func normalForm(ofMembers members: Members) -> Members {
    var kept = Members()
    for attribute in attributes where !attribute.isSecret && !attribute.isReadOnly {
      kept[attribute.name] =
        attribute.normalForm(
          of: attribute.readName.flatMap { members[$0] } ?? members[attribute.name]
        ) ?? attribute.defaultValue
    }
    return normalForm.map { $0(kept) } ?? kept
  }
}

extension Attribute {
  /// The normal form of this attribute's value; nil where it means the same as being absent.
  package func normalForm(of value: Value?) -> Value? {
    let form = cleaned(shape.normalForm(of: value))
    if isTrimmed, case .string(let text)? = form { return .string(text.trimmingBlanks) }
    if isUnordered, case .list(let items)? = form {
      return .list(items.sorted { $0.json(.canonical) < $1.json(.canonical) })
    }
    return form
  }

  private func cleaned(_ value: Value?) -> Value? {
    guard let cleaning, let value else { return value }
    return value.mappingTexts(cleaning)
  }

  /// The normal form of this attribute of `object`.
  package func normalForm(in object: RemoteObject) -> Value? {
    normalForm(of: readName.flatMap { object.attributes[$0] } ?? object.attributes[name])
  }
}

extension Value {
  /// This value with `transform` applied to each text in it.
  fileprivate func mappingTexts(_ transform: (String) -> String) -> Value {
    switch self {
    case .string(let text): .string(transform(text))
    case .list(let items): .list(items.map { $0.mappingTexts(transform) })
    case .object(let members): .object(members.mapValues { $0.mappingTexts(transform) })
    case .json(let inner): .json(inner.mappingTexts(transform))
    default: self
    }
  }

  /// The value a JSON text has: what is itself JSON text inside becomes a string.
  fileprivate var textual: Value {
    switch self {
    case .json(let value): value.references.isEmpty ? .string(value.json()) : self
    case .list(let items): .list(items.map(\.textual))
    case .object(let members): .object(members.mapValues(\.textual))
    default: self
    }
  }
}
