internal import Diagnostics

/// What can be wrong with a text that libyaml accepts.
extension Diagnostic {
  static func duplicateKey(_ key: Node, first: Node) -> Diagnostic {
    let name = if case .scalar(let scalar) = key.content { scalar.text } else { "" }
    return Diagnostic(
      code: "duplicate-key",
      summary: "A key is given twice",
      detail: """
        "\(name)" is already given on line \(first.range.start.line), \
        column \(first.range.start.column). \(name == "<<" ? mergeList : keepOne)
        """,
      at: key.range
    )
  }

  private static let keepOne = "Keep one of the two, since a key has one value."
  private static let mergeList = "To merge several mappings, list them: \"<<: [*first, *second]\"."

  static func complexKey(_ key: Node) -> Diagnostic {
    Diagnostic(
      code: "complex-key",
      summary: "A key is not a scalar",
      detail: """
        The key is \(key.form), but only a text, number or boolean can be a key. If a template such \
        as {{ticket.id}} is meant, put it in quotes: "{{ticket.id}}".
        """,
      at: key.range
    )
  }

  static func invalidMerge(_ node: Node, key: Node) -> Diagnostic {
    let found = node.tag.map { "\(node.form) with the tag \($0)" } ?? node.form
    return Diagnostic(
      code: "invalid-merge",
      summary: "A merge key needs a mapping",
      detail: """
        "<<" merges a mapping or a list of mappings without tags, usually aliases such as *defaults, \
        but here is \(found). If the key is meant as a text, put it in quotes: "<<".
        """,
      at: key.range
    )
  }

  static func undefinedAlias(_ name: String, anchors: [String], at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      code: "undefined-alias",
      summary: "An alias has no anchor",
      detail: """
        There is no anchor "&\(name)" before this place.\
        \(Suggestion.sentence(for: name, in: anchors)) Put the anchor on an earlier node, or, if a \
        text that begins with "*" is meant, put it in quotes.
        """,
      at: range
    )
  }

  static func recursiveAlias(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "recursive-alias",
      summary: "An alias is inside its own anchor",
      detail: """
        "*\(name)" stands inside the node that "&\(name)" names, so that the node would contain \
        itself without end. Remove the alias, or anchor a smaller part.
        """,
      at: range
    )
  }

  static func aliasLimit(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "alias-limit",
      summary: "The aliases stand for too much",
      detail: """
        With "*\(name)" written out, the document has more than \(Limits.nodes) nodes. \
        Write out less, or split the file.
        """,
      at: range
    )
  }

  static func tooManyNodes(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "too-many-nodes",
      summary: "The document is too large",
      detail: "More than \(Limits.nodes) nodes are not read. Split the file.",
      at: range
    )
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "nesting-too-deep",
      summary: "The nesting is too deep",
      detail: """
        More than \(Limits.depth) lists and mappings inside each other are not read, aliases written \
        out. Check that no bracket is left open.
        """,
      at: range
    )
  }
}
