extension TemplateIndex {
  /// The literals that `output` may leave as they are, in the order of writing: its own, or those that
  /// `assign` may have given the name it consists of. Names that are given each other are followed for 64
  /// steps.
  package func literals(of output: Output) -> [Expression] {
    var found: Set<Expression> = []
    var open = [(output.pipeline, mentionsOfOutput[output.range.lowerBound] ?? 0..<0)]
    for _ in 0..<64 {
      guard let (pipeline, mentions) = open.popLast() else { break }
      guard pipeline.filters.isEmpty, let value = pipeline.value else { continue }
      if value.literal != nil { found.insert(value) }
      guard let variable = value.variable, variable.path.isEmpty,
        let mention = self.mentions[mentions].last(where: { $0.variable == variable })
      else { continue }
      for binding in bindings(of: variable, at: mention.moment) {
        if case .assign(let pipeline) = binding.origin {
          open.append((pipeline, binding.mentions))
        }
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
