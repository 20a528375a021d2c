internal import Model
internal import Planning
internal import Values

/// Turns the attributes of resources into what a person sets in the vendor's console.
struct FieldReader {
  let resources: [Address: Resource]
  private let symbols: Symbols

  init(ids: [Address: String], resources: [Address: Resource]) {
    self.resources = resources
    symbols = Symbols(ids: ids)
  }

  /// Every value of `resource`, in the order of its kind's attributes.
  func fields(of resource: Resource) -> [Field] {
    resource.kind.schema.flatMap { attribute -> [Field] in
      guard attribute.ordering == nil, let value = resource.attributes[attribute.name] else {
        return []
      }
      return fields(value, attribute.shape, at: attribute.name, [attribute.caption])
    }
  }

  /// Whether `field` is a box that nobody ticks in an object that is made: no, and no by default.
  func isEmptyBox(_ field: Field, of resource: Resource) -> Bool {
    field.shown == .flag(false)
      && resource.kind.schema[field.path]?.defaultValue == .boolean(false)
  }

  private func fields(
    _ value: Value,
    _ shape: Shape,
    at path: String,
    _ labels: [String]
  ) -> [Field] {
    switch (shape, value) {
    case (.either, _) where value.scalarText != nil:
      // A value among others is written, and not ticked.
      return [leaf(value, .text, at: path, labels)]
    case (.either(let shapes), _):
      guard let fitting = shapes.first(where: { $0.admits(value) }) ?? shapes.last else {
        return []
      }
      guard let type = Self.type(of: value) else { return fields(value, fitting, at: path, labels) }
      // What looks alike and differs in type must not be mistaken for each other.
      let typed = labels.dropLast() + labels.suffix(1).map { "\($0) (\(type))" }
      return fields(.string(value.scalarText ?? ""), .text, at: path, Array(typed))
    case (.object(let schema), .object(let members)):
      return schema.flatMap { attribute in
        members[attribute.name].map { member in
          fields(
            member,
            attribute.shape,
            at: "\(path).\(attribute.name)",
            labels + [attribute.caption]
          )
        } ?? []
      }
    case (.map(let item), .object(let members)):
      return members.flatMap { key, member in
        fields(member, item, at: "\(path).\(key)", labels).map { field in
          var field = field
          field.key = key
          return field
        }
      }
    case (.list(let item), .list(let items)): return list(items, item, at: path, labels)
    default: return [leaf(value, shape, at: path, labels)]
    }
  }

  private func list(
    _ items: [Value],
    _ item: Shape,
    at path: String,
    _ labels: [String]
  ) -> [Field] {
    let texts = items.map { item.admits($0) ? $0.scalarText : nil }
    guard texts.contains(nil) else {
      return [Field(path: path, labels: labels, shown: .list(texts.compactMap(\.self)))]
    }
    return items.enumerated().flatMap { index, value in
      let numbered = labels.dropLast() + ["\(labels.last ?? "") \(index + 1)"]
      return fields(value, item, at: "\(path)[\(index)]", Array(numbered))
    }
  }

  private func leaf(_ value: Value, _ shape: Shape, at path: String, _ labels: [String]) -> Field {
    if case .identifier = shape, case .reference(let reference) = value,
      let address = Address(reference.address), let named = resources[address]
    {
      let subject = Subject(named)
      let text = symbols.ids[address] ?? subject.name
      var field = Field(path: path, labels: labels, shown: .text(text))
      field.mention = subject
      return field
    }
    let known = symbols.replaced(in: value)
    var field = Field(path: path, labels: labels, shown: shown(known, shape))
    field.missing = known.references.compactMap { Address($0.address) }
    if case .secret = known { field.isSecret = true }
    return field
  }

  private func shown(_ value: Value, _ shape: Shape) -> Field.Shown {
    switch (shape, value) {
    case (_, .null), (_, .string("")): .nothing
    case (.boolean, .boolean(let flag)): .flag(flag)
    case (.choice, .string(let name)): .choice(name)
    default: .text(text(of: value, shape))
    }
  }

  /// What a console calls the type of a plain value; nil for any other.
  private static func type(of value: Value) -> String? {
    switch value {
    case .boolean: "boolean"
    case .integer: "number"
    case .string: "text"
    default: nil
    }
  }

  private func text(of value: Value, _ shape: Shape) -> String {
    switch (shape, value) {
    case (.body, .json(let inner)): inner.json(.pretty)
    case (.body, .string(let text)): Self.body(text)
    case (_, .json(let inner)): inner.json()
    case (_, .secret(let secret)): secret.recipe
    case (_, .reference(let reference)): reference.placeholder
    case (_, .format(let pieces)): pieces.displayed
    default: value.scalarText ?? value.json(.pretty)
    }
  }

  /// `text` as it is, but for line breaks behind what is compared as JSON.
  private static func body(_ text: String) -> String {
    guard case .json? = Shape.body.normalForm(of: .string(text)) else { return text }
    return String(text.reversed().drop { $0.isNewline }.reversed())
  }
}

/// What is seen to differ.
extension FieldReader {
  func deviation(_ change: AttributeChange, of resource: Resource) -> Deviation {
    let parts = change.path.split(separator: "#", maxSplits: 1).map(String.init)
    let path = parts.first ?? change.path
    let labels = LabelPath(path, in: resource.kind.schema)
    return Deviation(
      path: path,
      labels: labels.labels,
      key: labels.key,
      inside: parts.count > 1 ? parts[1] : nil,
      before: side(change.before, isLive: true),
      after: side(change.after, isLive: false)
    )
  }

  private func side(_ value: Value?, isLive: Bool) -> Deviation.Side {
    switch value.map({ symbols.replaced(in: $0) }) {
    case nil, .null?: .nothing
    case .secret(let secret)?: isLive ? .concealed : .secret(recipe: secret.recipe)
    case let value?: .text(text(of: value, .body))
    }
  }
}
