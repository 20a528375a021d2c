extension Template {
  /// The texts that the template may leave, each output replaced by what `filling` says.
  ///
  /// Branches of `if`, `case` and loops are taken in turn until each was taken once, or until there are
  /// `Limits.skeletons` texts; conditions after one another take their first branches together, then
  /// their second ones. A loop is gone through once. Ways on which Braze aborts leave no text. Braze's
  /// tags and unknown tags leave nothing, and braces that stay open themselves.
  package func skeletons(filling: @escaping (Output) -> String) -> [Skeleton] {
    var coverage = Coverage(root)
    var skeletons: [Skeleton] = []
    for pass in 0..<Limits.skeletons {
      let writer = SkeletonWriter(coverage: coverage, filling: filling)
      let (skeleton, next) = writer.written(root)
      let isNew = pass == 0 || next.remaining < coverage.remaining
      if isNew, let skeleton { skeletons.append(skeleton) }
      coverage = next
      if !isNew || coverage.remaining == 0 { break }
    }
    return skeletons
  }
}
