package import Values

/// One attribute's difference.
package struct AttributeChange: Sendable, Equatable {
  /// `conditions.all[1].value`; inside a JSON text the path goes on after `#`.
  package let path: String
  /// The live value; nil where there is none.
  package let before: Value?
  /// The desired value; nil where there is to be none.
  package let after: Value?

  package init(path: String, before: Value?, after: Value?) {
    self.path = path
    self.before = before
    self.after = after
  }

  package var isSecret: Bool {
    if case .secret? = after { true } else { false }
  }

  /// The name of the attribute of the kind that the path begins with.
  package var attribute: String { String(path.prefix { !".[# ".contains($0) }) }
}
