extension TemplateIndex {
  /// Where the text of `output` comes from, followed back through `assign`, `capture` and loops.
  ///
  /// Literals are left out. Where a value depends on conditions, every possibility counts. A trail of
  /// absurd length is given up, and then what `output` itself names is a source too. At most 64 are found.
  package func sources(of output: Output) -> [Source] {
    var trail = Trail(index: self)
    trail.follow(from: mentionsOfOutput[output.range.lowerBound] ?? 0..<0)
    return trail.sources
  }
}
