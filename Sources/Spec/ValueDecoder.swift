internal import Diagnostics
internal import Model
internal import Values
internal import YAML

/// Turns nodes into drafts of values, each held against the shape that it must have.
struct ValueDecoder {
  /// A place where a value needs the id of a resource.
  struct Use: Sendable {
    let address: Address
    let range: SourceRange
  }

  let scope: Scope
  var findings: Findings
  var uses: [Use] = []
  /// The key of the innermost secret attribute around: where a message about it points, since the
  /// value itself must not be shown.
  var secretKey: SourceRange?
  /// Whether the attribute around takes secrets beside plain text.
  private(set) var mayHoldSecrets = false
  private var path = ValuePath()

  init(scope: Scope, findings: Findings = Findings()) {
    self.scope = scope
    self.findings = findings
  }

  /// What messages call the value: `conditions.all[0].field`.
  var label: String { path.description }

  /// Decodes the value of an attribute called `name`; nil where it is not what it must be, which is
  /// then reported.
  mutating func decode(
    _ node: Node,
    as shape: Shape?,
    called name: String,
    secretAt key: SourceRange? = nil
  ) -> Draft? {
    let outer = secretKey
    secretKey = key ?? outer
    path.steps.append(.key(name))
    defer {
      path.steps.removeLast()
      secretKey = outer
    }
    return decode(node, as: shape)
  }

  /// Decodes a value of `shape`, or anything that JSON can say where there is none.
  mutating func decode(_ node: Node, as shape: Shape?) -> Draft? {
    if node.tag != nil {
      switch node.reading {
      case .plain: break
      case .tagged(let tag): return decode(tag, node, as: shape)
      case .disagreeing(let tag):
        findings.reportDisagreement(of: tag, at: node)
        return nil
      case .unknown(let tag):
        findings.reportUnknownTag(tag, at: node)
        return nil
      }
    }
    if node.isPlainNull { return .known(.null) }
    guard let shape else { return anything(node) }
    if case .scalar = node.content, let key = secretKey {
      reportClearText(at: key)
      return nil
    }
    return plain(node, as: shape)
  }

  private mutating func plain(_ node: Node, as shape: Shape) -> Draft? {
    switch (shape, node.content) {
    case (.text, .scalar(let scalar)), (.body, .scalar(let scalar)),
      (.identifier, .scalar(let scalar)):
      return .known(.string(scalar.text))
    case (.choice(let names), .scalar(let scalar)): return choice(scalar.text, of: names, at: node)
    case (.boolean, .scalar):
      if let boolean = node.coreValue?.boolean { return .known(.boolean(boolean)) }
    case (.integer, .scalar):
      if let integer = node.coreValue?.integer { return .known(.integer(integer)) }
    case (.list(let item), .sequence(let nodes)): return list(nodes, of: item)
    case (.order, .sequence(let nodes)): return names(nodes)
    case (.map(let member), .mapping): return map(node, of: member)
    case (.object(let schema), .mapping): return object(node, of: schema)
    case (.either(let shapes), _):
      if let draft = either(node, of: shapes) { return draft }
      return nil
    default: break
    }
    findings.reportWrongType(
      node,
      label: label,
      expected: shape.noun,
      hint: hint(node, expected: shape)
    )
    return nil
  }

  private func hint(_ node: Node, expected shape: Shape) -> String {
    switch (shape, node.content) {
    case (.body, .mapping), (.body, .sequence):
      " Put !json before it to have it written as JSON text."
    case (.boolean, .scalar): " Write true or false, without quotes."
    case (.list, _): " Write each item on a line of its own behind a dash, or in brackets."
    default: ""
    }
  }

  private mutating func choice(_ text: String, of names: [String], at node: Node) -> Draft? {
    guard !names.contains(text) else { return .known(.string(text)) }
    findings.report(
      "invalid-choice",
      "Value is none of the choices",
      "\"\(label)\" cannot be \"\(text)\"." + findings.suggestion(for: text, in: names)
        + " Choices: \(names.joined(separator: ", ")).",
      at: node.range
    )
    return nil
  }

  private mutating func list(_ nodes: [Node], of shape: Shape?) -> Draft? {
    var items: [Draft] = []
    items.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      path.steps.append(.index(index))
      if let item = decode(node, as: shape) { items.append(item) }
      path.steps.removeLast()
    }
    return items.count == nodes.count ? .collecting(items) : nil
  }

  private mutating func names(_ nodes: [Node]) -> Draft? {
    let names = nodes.compactMap { findings.text(of: $0, label: label) }
    return names.count == nodes.count ? .known(.list(names.map(Value.string))) : nil
  }

  private mutating func map(_ node: Node, of shape: Shape?) -> Draft? {
    guard let entries = entries(of: node) else { return nil }
    var members: [(key: String, value: Draft)] = []
    members.reserveCapacity(entries.count)
    for entry in entries {
      if let value = decode(entry.value, as: shape, called: entry.key) {
        members.append((entry.key, value))
      }
    }
    return members.count == entries.count ? .collecting(members) : nil
  }

  /// The members of `node`. The label, which is long to make, is for what is not plain alone.
  private mutating func entries(of node: Node) -> [Findings.Entry]? {
    node.plainEntries ?? findings.entries(of: node, label: label)
  }

  private mutating func object(_ node: Node, of schema: Schema) -> Draft? {
    guard let entries = entries(of: node) else { return nil }
    var members: [(key: String, value: Draft)] = []
    var isWhole = true
    for entry in entries {
      if let attribute = attribute(entry, of: schema),
        let value = decode(entry.value, as: attribute, key: entry.keyRange)
      {
        members.append((entry.key, value))
      } else {
        isWhole = false
      }
    }
    for attribute in schema where attribute.isRequired {
      let isWritten = entries.contains { $0.key == attribute.name && !$0.value.isPlainNull }
      if !isWritten {
        findings.reportMissingKey(attribute.name, of: "\"\(label)\"", at: node.range)
        isWhole = false
      }
    }
    return isWhole ? .collecting(members) : nil
  }

  private mutating func attribute(_ entry: Findings.Entry, of schema: Schema) -> Attribute? {
    guard let attribute = schema[entry.key] else {
      let valid = schema.filter { !$0.isReadOnly }.map(\.name)
      findings.reportUnknownKey(entry.key, at: entry.keyRange, in: "\"\(label)\"", valid: valid)
      return nil
    }
    guard !attribute.isReadOnly else {
      findings.reportReadOnly(entry.key, at: entry.keyRange)
      return nil
    }
    return attribute
  }

  /// Decodes the value of `attribute`, whose key stands at `key`.
  mutating func decode(_ node: Node, as attribute: Attribute, key: SourceRange) -> Draft? {
    let outer = mayHoldSecrets
    mayHoldSecrets = attribute.mayHoldSecrets
    defer { mayHoldSecrets = outer }
    return decode(
      node,
      as: attribute.shape,
      called: attribute.name,
      secretAt: attribute.isSecret ? key : nil
    )
  }

  /// The first of `shapes` that fits; where none does, what is wrong with the one that fits best.
  private mutating func either(_ node: Node, of shapes: [Shape]) -> Draft? {
    let candidates = shapes.filter { node.hasForm(of: $0) }
    // Nothing is to be tried where the form alone decides.
    if candidates.count == 1 { return plain(node, as: candidates[0]) }
    var best: ValueDecoder?
    for shape in candidates {
      var trial = self
      trial.findings = Findings(after: findings)
      let draft = trial.decode(node, as: shape)
      if let draft, !trial.findings.hasErrors {
        findings.add(trial.findings.diagnostics)
        uses = trial.uses
        return draft
      }
      if trial.findings.diagnostics.count < best?.findings.diagnostics.count ?? .max {
        best = trial
      }
    }
    if let best {
      findings.add(best.findings.diagnostics)
    } else {
      findings.reportWrongType(node, label: label, expected: Shape.either(shapes).noun)
    }
    return nil
  }

  private mutating func anything(_ node: Node) -> Draft? {
    switch node.content {
    case .scalar: .known(node.coreValue ?? .null)
    case .sequence(let nodes): list(nodes, of: nil)
    case .mapping: map(node, of: nil)
    }
  }

  mutating func reportClearText(at key: SourceRange) {
    findings.reportClearText(label, at: key)
  }
}

extension Findings {
  mutating func reportReadOnly(_ key: String, at range: SourceRange) {
    report(
      "read-only-attribute",
      "Attribute cannot be written",
      "\"\(key)\" is set by the server alone. Remove it.",
      at: range
    )
  }
}

extension Node {
  /// Whether its outermost level can be of `shape`.
  fileprivate func hasForm(of shape: Shape) -> Bool {
    switch (shape, content) {
    case (.either(let shapes), _): shapes.contains { hasForm(of: $0) }
    case (.map, .mapping), (.object, .mapping), (.list, .sequence), (.order, .sequence): true
    case (.map, _), (.object, _), (.list, _), (.order, _): false
    case (_, .scalar): true
    default: false
    }
  }
}
