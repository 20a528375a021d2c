internal import Diagnostics
internal import Model
internal import Spec
internal import Values
internal import YAML

/// The readings that all parts of a scenario share. Each reports what is wrong and is nil then.
extension ScenarioReader {
  /// The mapping `node`, whose keys have to be among `keys`.
  mutating func form(
    _ node: Node,
    label: String,
    keys: [String],
    required: [String] = []
  ) -> Form? {
    guard let entries = findings.entries(of: node, place: label) else { return nil }
    var known: [String: Findings.Entry] = [:]
    for entry in entries {
      if keys.contains(entry.key) {
        known[entry.key] = entry
      } else {
        findings.reportUnknownKey(entry.key, at: entry.keyRange, in: label, valid: keys)
      }
    }
    for key in required where known[key] == nil {
      findings.reportMissingKey(key, of: label, at: node.range)
    }
    return Form(known, range: node.range, label: label, isMistyped: known.count < entries.count)
  }

  mutating func text(_ entry: Findings.Entry?) -> String? {
    guard let entry else { return nil }
    return findings.text(of: entry.value, label: entry.key)
  }

  mutating func boolean(_ entry: Findings.Entry?) -> Bool? {
    guard let entry else { return nil }
    return findings.boolean(of: entry.value, label: entry.key)
  }

  mutating func number(_ entry: Findings.Entry?, in range: ClosedRange<Int>) -> Int? {
    guard let entry, findings.isPlain(entry.value, label: entry.key) else { return nil }
    guard let number = entry.value.coreValue?.integer, range.contains(number) else {
      findings.reportWrongType(
        entry.value,
        label: entry.key,
        expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
      return nil
    }
    return number
  }

  mutating func choice(_ entry: Findings.Entry?, of choices: [String]) -> String? {
    guard let entry, let text = text(entry) else { return nil }
    guard choices.contains(text) else {
      findings.report(
        "invalid-choice",
        "Value is none of the choices",
        "\"\(entry.key)\" cannot be \"\(text)\"." + findings.suggestion(for: text, in: choices)
          + " Choices: \(choices.joined(separator: ", ")).",
        at: entry.value.range
      )
      return nil
    }
    return text
  }

  /// Anything that JSON can say.
  mutating func value(of node: Node, label: String) -> Value? {
    guard findings.isPlain(node, label: label) else { return nil }
    switch node.content {
    case .scalar: return node.coreValue
    case .sequence(let nodes):
      return .list(nodes.compactMap { value(of: $0, label: label) })
    case .mapping:
      var members = Members()
      for entry in findings.entries(of: node, label: label) ?? [] {
        members[entry.key] = value(of: entry.value, label: entry.key)
      }
      return .object(members)
    }
  }

  /// Members with arbitrary keys.
  mutating func members(_ entry: Findings.Entry?) -> Members? {
    guard let entry, let entries = findings.optionalEntries(of: entry.value, label: entry.key)
    else { return nil }
    var members = Members()
    for part in entries { members[part.key] = value(of: part.value, label: part.key) }
    return members
  }

  /// The resource called by its own name in the section `system.collection`.
  mutating func resource(
    named name: String,
    in system: String,
    _ collection: String,
    at range: SourceRange
  ) -> Address? {
    let address = Address(system: system, collection: collection, name: name)
    guard !catalog.contains(address) else { return address }
    let names = catalog.addresses(in: system, collection).map(\.name)
    findings.report(
      "unknown-resource",
      "Unknown resource",
      "The spec declares nothing called \"\(name)\" under \(system).\(collection)."
        + findings.suggestion(for: name, in: names) + list(names),
      at: range
    )
    return nil
  }

  /// The resource at the address that is written, in one of `sections`.
  mutating func address(_ entry: Findings.Entry?, in sections: [String]) -> Address? {
    guard let entry, let text = text(entry) else { return nil }
    if let address = Address(text), catalog.contains(address),
      sections.contains("\(address.system).\(address.collection)")
    {
      return address
    }
    let known = catalog.addresses(in: Set(sections))
    findings.report(
      "unknown-resource",
      "Unknown resource",
      "\"\(entry.key)\" needs the address of a resource in \(sections.joined(separator: ", ")), and "
        + "the spec declares no such \"\(text)\"." + findings.suggestion(for: text, in: known)
        + list(known),
      at: entry.value.range
    )
    return nil
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty || names.count > 12 ? "" : " Declared: \(names.joined(separator: ", "))."
  }
}
