extension Template {
  /// Every output that leaves text where it stands, in the order of writing; what a `capture` holds is
  /// left elsewhere.
  package var outputs: [Output] {
    var found: [Output] = []
    root.forEachLeaf(entersCaptures: false) { node in
      if case .output(let output) = node.form { found.append(output) }
    }
    return found
  }
}

extension Block {
  /// Visits every node that has no body of its own, in the order of writing.
  func forEachLeaf(entersCaptures: Bool, _ visit: (Node) -> Void) {
    func enter(_ block: Block) { block.forEachLeaf(entersCaptures: entersCaptures, visit) }
    for node in nodes {
      switch node.form {
      case .conditional(let branches), .choice(_, let branches):
        for branch in branches { enter(branch.body) }
      case .loop(_, let body, let otherwise):
        enter(body)
        if let otherwise { enter(otherwise) }
      case .ifChanged(let body): enter(body)
      case .capture(_, let body): if entersCaptures { enter(body) }
      default: visit(node)
      }
    }
  }
}
