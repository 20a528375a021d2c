internal import Values

/// What a template refers to, found in one walk over its tree.
package struct TemplateIndex: Sendable {
  /// In the order in which they are evaluated.
  package let mentions: [Mention]
  /// Those inside of tags and captures too, in the order of writing.
  package let outputs: [Output]
  /// In the order of application.
  package let filters: [FilterUse]
  /// In the order in which they take effect.
  package let bindings: [Binding]
  /// The mentions of each output, by the place where it begins.
  let mentionsOfOutput: [Int: Range<Int>]
  /// The bindings of each name, in order.
  private let bindingsOfName: [String: [Int]]

  package init(_ template: Template) {
    var walk = IndexWalk(filters: template.dialect.filters)
    walk.visit(template.root)
    mentions = walk.mentions
    outputs = walk.outputs
    filters = walk.filters
    bindings = walk.bindings.sorted { $0.moment.order < $1.moment.order }
    mentionsOfOutput = walk.mentionsOfOutput
    bindingsOfName = Dictionary(grouping: bindings.indices) { [bindings] in
      bindings[$0].name.text
    }
  }

  /// The bindings that may have given `variable` its value at `moment`, the last first.
  ///
  /// Of many that depend on conditions only the last few are looked at.
  func bindings(of variable: Variable, at moment: Moment) -> [Binding] {
    guard let name = variable.name, let indices = bindingsOfName[name] else { return [] }
    var found: [Binding] = []
    var low = 0
    var high = indices.count
    while low < high {
      let middle = (low + high) / 2
      if bindings[indices[middle]].moment.order < moment.order {
        low = middle + 1
      } else {
        high = middle
      }
    }
    for index in indices[..<low].suffix(Self.candidates).reversed() {
      let binding = bindings[index]
      guard binding.end > moment.order else { continue }
      found.append(binding)
      if binding.moment.always(precedes: moment) { break }
    }
    return found
  }

  private static let candidates = 16
}

extension TemplateIndex {
  /// Every member picked by number from what `split` left.
  package var splitIndexes: [SplitIndex] {
    mentions.flatMap { mention -> [SplitIndex] in
      guard case .index(let expression) = mention.variable.path.first,
        let index = expression.literal?.integer
      else { return [] }
      return bindings(of: mention.variable, at: mention.moment).compactMap { binding in
        guard case .assign(let pipeline) = binding.origin, let last = pipeline.filters.last,
          last.name.text == "split", let separator = last.arguments.first?.literal?.text
        else { return nil }
        return SplitIndex(
          variable: mention.variable,
          index: index,
          separator: separator,
          split: last
        )
      }
    }
  }
}
