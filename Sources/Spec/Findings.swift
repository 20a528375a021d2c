package import Diagnostics
internal import Values
package import YAML

/// The problems found so far, and the readings of plain YAML that nearly every section shares.
package struct Findings: Sendable {
  /// A member of a mapping with a text as its key.
  package struct Entry: Sendable {
    package let key: String
    package let keyRange: SourceRange
    package let value: Node
  }

  package private(set) var diagnostics: [Diagnostic] = []
  /// How many problems were found elsewhere before.
  private let earlier: Int

  /// Findings of a part of what `other` is about.
  package init(after other: Findings? = nil) {
    earlier = other.map { $0.earlier + $0.diagnostics.count } ?? 0
  }

  package var hasErrors: Bool { diagnostics.hasErrors }

  /// Looking for a close name takes time, which a spec with many errors need not cost.
  var affordsSuggestions: Bool { earlier + diagnostics.count < 20 }

  /// Adds what was found elsewhere.
  package mutating func add(_ more: some Sequence<Diagnostic>) {
    diagnostics += more
  }

  /// Adds an error.
  ///
  /// - Parameter concealingLine: Whether the source line must not be shown.
  package mutating func report(
    _ code: String,
    _ summary: String,
    _ detail: String,
    at range: SourceRange?,
    concealingLine: Bool = false
  ) {
    var diagnostic = Diagnostic(code: code, summary: summary, detail: detail, at: range)
    diagnostic.concealsLine = concealingLine
    add([diagnostic])
  }

  /// The sentence that names a close candidate, or "".
  package func suggestion(for name: String, in candidates: @autoclosure () -> [String]) -> String {
    affordsSuggestions ? Suggestion.sentence(for: name, in: candidates()) : ""
  }
}

extension Node {
  /// The members of a mapping without any tag on it or its keys; nil for everything else.
  var plainEntries: [Findings.Entry]? {
    guard tag == nil, case .mapping(let members) = content else { return nil }
    var entries: [Findings.Entry] = []
    entries.reserveCapacity(members.count)
    for member in members {
      guard member.key.tag == nil, let key = member.key.scalarText else { return nil }
      entries.append(Findings.Entry(key: key, keyRange: member.key.range, value: member.value))
    }
    return entries
  }
}

extension Findings {
  /// Reports that `node` is not what `label` must be.
  package mutating func reportWrongType(
    _ node: Node,
    label: String,
    expected: String,
    hint: String = ""
  ) {
    reportWrongType(node, place: "\"\(label)\"", expected: expected, hint: hint)
  }

  private mutating func reportWrongType(
    _ node: Node,
    place: String,
    expected: String,
    hint: String = ""
  ) {
    report(
      "wrong-type",
      "Wrong type of value",
      "\(place) must be \(expected), but this is \(node.noun)." + hint,
      at: node.range
    )
  }

  /// Reports a key that `place` does not have, with the one that was probably meant.
  package mutating func reportUnknownKey(
    _ key: String,
    at range: SourceRange,
    in place: String,
    valid: [String]
  ) {
    let list = valid.count <= 12 ? " Valid keys: \(valid.joined(separator: ", "))." : ""
    report(
      "unknown-key",
      "Unknown key",
      "\(place) has no key \"\(key)\"." + suggestion(for: key, in: valid) + list,
      at: range
    )
  }

  /// Reports that `place` lacks `key`.
  package mutating func reportMissingKey(_ key: String, of place: String, at range: SourceRange) {
    report(
      "missing-key",
      "Missing key",
      "\(place) needs the key \"\(key)\". Add it.",
      at: range
    )
  }

  /// The members of the mapping `node`; nil, and reported, where it is something else.
  package mutating func entries(of node: Node, label: String) -> [Entry]? {
    entries(of: node, place: "\"\(label)\"")
  }

  /// As `entries(of:label:)`, of a mapping that messages call `place`: a step.
  package mutating func entries(of node: Node, place: @autoclosure () -> String) -> [Entry]? {
    guard isPlain(node, place: place()) else { return nil }
    guard case .mapping(let members) = node.content else {
      reportWrongType(node, place: place(), expected: "a mapping")
      return nil
    }
    return members.compactMap { member in
      guard let key = member.key.scalarText, isPlain(member.key, place: place()) else { return nil }
      return Entry(key: key, keyRange: member.key.range, value: member.value)
    }
  }

  /// As `entries(of:label:)`, with nothing at all being an empty mapping.
  package mutating func optionalEntries(of node: Node, label: String) -> [Entry]? {
    node.isPlainNull ? [] : entries(of: node, label: label)
  }

  /// The text of the scalar `node`; nil, and reported, where it is something else, or empty.
  package mutating func text(of node: Node, label: String) -> String? {
    guard isPlain(node, label: label) else { return nil }
    guard let text = node.scalarText, !node.isPlainNull, !text.isEmpty else {
      reportWrongType(node, label: label, expected: "text that is not empty")
      return nil
    }
    return text
  }

  /// The boolean `node`; nil, and reported, where it is something else.
  package mutating func boolean(of node: Node, label: String) -> Bool? {
    guard isPlain(node, label: label) else { return nil }
    guard let boolean = node.coreValue?.boolean else {
      reportWrongType(node, label: label, expected: "true or false")
      return nil
    }
    return boolean
  }

  /// Whether `node` bears no tag but one of YAML's own that agrees with it; reported otherwise.
  package mutating func isPlain(_ node: Node, label: String) -> Bool {
    isPlain(node, place: "\"\(label)\"")
  }

  private mutating func isPlain(_ node: Node, place: @autoclosure () -> String) -> Bool {
    switch node.reading {
    case .plain: return true
    case .tagged(let tag):
      report(
        "tag-not-allowed",
        "Tag not allowed here",
        "\(place()) cannot be made by \(tag.rawValue). Write the value itself.",
        at: node.range
      )
    case .disagreeing(let tag): reportDisagreement(of: tag, at: node)
    case .unknown(let tag): reportUnknownTag(tag, at: node)
    }
    return false
  }

  mutating func reportUnknownTag(_ tag: String, at node: Node) {
    let known = Tag.allCases.map(\.rawValue)
    report(
      "unknown-tag",
      "Unknown tag",
      "There is no tag \"\(tag)\"." + suggestion(for: tag, in: known)
        + " Known tags: \(known.joined(separator: ", ")).",
      at: node.range
    )
  }

  mutating func reportDisagreement(of tag: CoreTag, at node: Node) {
    report(
      "wrong-type",
      "Wrong type of value",
      "The tag \(tag.shortForm) does not agree with what it stands before, which is \(node.noun). "
        + "Remove the tag or mend the value.",
      at: node.range
    )
  }
}
