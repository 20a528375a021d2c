package import Model
package import Values

extension Resource {
  /// The attributes of this resource's object, if it was last seen with just what the spec wants, so
  /// that they need not be read; nil if they must be.
  ///
  /// - Parameter symbols: The ids of the objects that are there.
  package func remembered(by baseline: Baseline, symbols: Symbols) -> Members? {
    guard baseline.kind == kind.name else { return nil }
    var attributes = Members()
    for attribute in comparedAttributes where !attribute.isAttested {
      // What answers leave out at times is not to be made up.
      if attribute.isComparedIfRead { continue }
      guard let written = self.attributes[attribute.name] else { continue }
      let value = symbols.replaced(in: written)
      guard
        baseline.digests[attribute.name] == attribute.digest(of: attribute.normalForm(of: value))
      else { return nil }
      attributes[attribute.readName ?? attribute.name] = value
    }
    return attributes
  }
}
