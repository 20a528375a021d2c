internal import Diagnostics
internal import Model
internal import Values
internal import YAML

/// Decodes one declared resource: its attributes and what is said about it as a whole.
struct ResourceReader {
  /// The keys that are no attributes.
  private static let ownKeys = OwnKey.allCases.map(\.rawValue)

  private let declaration: Scope.Declaration
  private var decoder: ValueDecoder
  private var draft: ResourceDraft

  private var kind: Kind { declaration.kind }
  private var label: String { declaration.address.description }

  /// The resource that `declaration` declares, whole where nothing is wrong with it.
  static func read(
    _ declaration: Scope.Declaration,
    in scope: Scope,
    after earlier: Findings
  ) -> (draft: ResourceDraft, findings: Findings) {
    var reader = ResourceReader(declaration, in: scope, after: earlier)
    reader.read()
    reader.draft.uses = reader.decoder.uses
    reader.draft.isFlawed = reader.decoder.findings.hasErrors
    return (reader.draft, reader.decoder.findings)
  }

  private init(_ declaration: Scope.Declaration, in scope: Scope, after earlier: Findings) {
    self.declaration = declaration
    decoder = ValueDecoder(scope: scope, findings: Findings(after: earlier))
    draft = ResourceDraft(
      address: declaration.address,
      kind: declaration.kind,
      range: declaration.range
    )
    draft.isAbsent = declaration.isAbsent
    draft.mode = declaration.kind.mode
    if draft.mode == .managed, declaration.body.isMarked("external") { draft.mode = .external }
  }

  private mutating func read() {
    let body = declaration.body
    guard let entries = decoder.findings.optionalEntries(of: body, label: label) else { return }
    var values: [String: Draft] = [:]
    for entry in entries {
      switch entry.key {
      case "external":
        let isExternal = decoder.findings.boolean(of: entry.value, label: "external")
        if isExternal == true { refuseIfByHand(entry) }
      case "absent":
        let isAbsent = decoder.findings.boolean(of: entry.value, label: "absent")
        if isAbsent == true { refuseIfExternal(entry) }
        if isAbsent == true, draft.mode == .attested { refuseIfByHand(entry) }
      case "protect":
        draft.isProtected = decoder.findings.boolean(of: entry.value, label: "protect") ?? false
        if draft.isProtected { refuseIfExternal(entry) }
        if draft.isProtected { refuseIfByHand(entry) }
      case "ignore": ignore(entry)
      case "match":
        if draft.mode == .attested { refuseIfByHand(entry) }
        match(entry)
      case "lint":
        if draft.isAbsent {
          reportAbsentWith(entry)
        } else {
          draft.silencings = decoder.findings.silencings(of: entry)
        }
      default: values[entry.key] = attribute(entry)
      }
    }
    switch kind.identity {
    case .attribute: break
    case .localName(let name): nameItself(name, entries, &values)
    case .nameUnlessWritten(let name):
      if !entries.contains(where: { $0.key == name }) {
        values[name] = .known(.string(declaration.address.name))
      }
    }
    for attribute in kind.schema {
      if let value = values[attribute.name] { draft.attributes.append((attribute.name, value)) }
      requireIfNeeded(attribute, entries)
    }
  }

  private mutating func attribute(_ entry: Findings.Entry) -> Draft? {
    guard let attribute = kind.schema[entry.key] else {
      decoder.findings.reportUnknownKey(
        entry.key,
        at: entry.keyRange,
        in: "A \(kind.name)",
        valid: kind.schema.filter { !$0.isReadOnly }.map(\.name) + Self.ownKeys
      )
      return nil
    }
    guard !attribute.isReadOnly else {
      decoder.findings.reportReadOnly(entry.key, at: entry.keyRange)
      return nil
    }
    if draft.isAbsent, entry.key != kind.identity.attribute {
      reportAbsentWith(entry)
      return nil
    }
    if attribute.ordering != nil { refuseIfExternal(entry) }
    draft.places[entry.key] = entry.value.range
    return decoder.decode(entry.value, as: attribute, key: entry.keyRange)
  }

  private mutating func reportAbsentWith(_ entry: Findings.Entry) {
    decoder.findings.report(
      "absent-with-attributes",
      "Absent resource with attributes",
      "\(label) is to be deleted, so that \"\(entry.key)\" has no meaning. "
        + "Keep only \"\(kind.identity.attribute)\" or \"match\", or remove \"absent\".",
      at: entry.keyRange
    )
  }

  /// Reports what only makes sense for an object that is written.
  private mutating func refuseIfExternal(_ entry: Findings.Entry) {
    guard draft.mode == .external else { return }
    decoder.findings.report(
      "external-conflict",
      "External resource that is to be written",
      "\(label) is external: it is found, referred to and compared, and never written, so that "
        + "\"\(entry.key)\" has no meaning. Remove it, or remove \"external\".",
      at: entry.keyRange
    )
  }

  /// Reports what only makes sense for an object that this tool writes, or reads.
  private mutating func refuseIfByHand(_ entry: Findings.Entry) {
    guard draft.mode.isByHand else { return }
    let reason =
      draft.mode == .verified
      ? "no API writes a \(kind.noun): a person does" : "no API knows of a \(kind.noun)"
    decoder.findings.report(
      "by-hand-conflict",
      "Key that means nothing here",
      "\(label) cannot have the key \"\(entry.key)\", because \(reason). Remove it"
        + (entry.key == "absent" ? ", or the whole resource." : "."),
      at: entry.keyRange
    )
  }

  /// The attribute that is the resource's name: it may be left out, but not differ.
  private mutating func nameItself(
    _ attribute: String,
    _ entries: [Findings.Entry],
    _ values: inout [String: Draft]
  ) {
    let name = declaration.address.name
    if let written = entries.first(where: { $0.key == attribute }), let value = values[attribute],
      value.knownValue?.text != name
    {
      decoder.findings.report(
        "key-differs-from-name",
        "Key differs from the resource's name",
        "The name of a \(kind.name) in the spec is its \"\(attribute)\", which is \"\(name)\" here. "
          + "Remove the line, or rename the resource.",
        at: written.value.range
      )
    }
    values[attribute] = .known(.string(name))
  }

  private mutating func requireIfNeeded(_ attribute: Attribute, _ entries: [Findings.Entry]) {
    if attribute.name == kind.identity.attribute {
      // The object is found by it, so that it is needed for deletion too.
      guard case .attribute = kind.identity else { return }
      let isSent = !draft.isAbsent && draft.mode == .managed
      if !isSent, entries.contains(where: { $0.key == "match" }) { return }
    } else if draft.isAbsent || draft.mode == .external || !attribute.isRequired {
      return
    }
    let isWritten = entries.contains { $0.key == attribute.name && !$0.value.isPlainNull }
    if !isWritten {
      decoder.findings.reportMissingKey(attribute.name, of: label, at: draft.range)
    }
  }

  private mutating func ignore(_ entry: Findings.Entry) {
    if draft.isAbsent { return reportAbsentWith(entry) }
    refuseIfExternal(entry)
    guard decoder.findings.isPlain(entry.value, label: "ignore") else { return }
    guard case .sequence(let nodes) = entry.value.content else {
      return decoder.findings.reportWrongType(
        entry.value,
        label: "ignore",
        expected: "a list of attributes"
      )
    }
    for node in nodes {
      guard let name = decoder.findings.text(of: node, label: "ignore") else { continue }
      if let attribute = kind.schema[name], !attribute.isReadOnly {
        draft.ignored.insert(name)
      } else {
        decoder.findings.reportUnknownKey(
          name,
          at: node.range,
          in: "A \(kind.name)",
          valid: kind.schema.filter { !$0.isReadOnly }.map(\.name)
        )
      }
    }
  }

  private mutating func match(_ entry: Findings.Entry) {
    let identity = kind.identity.attribute
    guard let entries = decoder.findings.entries(of: entry.value, label: "match") else { return }
    for part in entries where part.key != "id" && part.key != identity {
      decoder.findings.reportUnknownKey(
        part.key,
        at: part.keyRange,
        in: "\"match\"",
        valid: ["id", identity]
      )
    }
    guard entries.count == 1, let part = entries.first else {
      return decoder.findings.report(
        "invalid-match",
        "Invalid match",
        "\"match\" finds the object by exactly one thing: write {id: …} or {\(identity): …}.",
        at: entry.keyRange
      )
    }
    draft.matchRange = part.value.range
    if let value = decoder.decode(part.value, as: .text, called: "match.\(part.key)") {
      draft.match = part.key == "id" ? .id(value) : .identity(value)
    }
  }
}
