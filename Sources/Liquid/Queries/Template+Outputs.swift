extension Template {
  /// Every output that leaves text where it stands, in the order of writing; what a `capture` holds is
  /// left elsewhere.
  package var outputs: [Output] {
    var found: [Output] = []
    root.forEachOutput { found.append($0) }
    return found
  }
}

extension Block {
  fileprivate func forEachOutput(_ visit: (Output) -> Void) {
    for node in nodes {
      switch node.form {
      case .output(let output): visit(output)
      case .conditional(let branches), .choice(_, let branches):
        for branch in branches { branch.body.forEachOutput(visit) }
      case .loop(_, let body, let otherwise):
        body.forEachOutput(visit)
        otherwise?.forEachOutput(visit)
      case .ifChanged(let body): body.forEachOutput(visit)
      default: break
      }
    }
  }
}
