/// A run of nodes: a whole template, the body of a tag, or that of one of its branches.
package struct Block: Sendable, Hashable {
  /// In the order of writing.
  package private(set) var nodes: [Node] = []
  /// Whether nothing in it ever leaves more than blanks.
  package private(set) var isBlank = true

  mutating func append(_ node: Node) {
    nodes.append(node)
    isBlank = isBlank && node.isBlank
  }

  /// Takes the blanks off the end of the text it ends with.
  mutating func trimEnd() {
    while let last = nodes.last, case .text(let text) = last.form {
      let kept = text.utf8.reversed().drop { $0.isBlank }.count
      nodes.removeLast()
      guard kept > 0 else { continue }
      let trimmed = String(decoding: text.utf8.prefix(kept), as: UTF8.self)
      let end = last.range.lowerBound + kept
      nodes.append(Node(form: .text(trimmed), range: last.range.lowerBound..<end))
      return
    }
  }

  /// Without the text between tags that leave nothing, as Liquid renders a blank body.
  var withoutText: Block {
    var block = self
    block.nodes.removeAll { node in
      if case .text = node.form { true } else { false }
    }
    return block
  }
}
