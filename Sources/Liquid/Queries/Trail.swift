/// A search for the sources of an output.
struct Trail {
  private let index: TemplateIndex
  private(set) var sources: [Source] = []
  /// Steps that may still be taken: where names are given to each other, paths can double at every step.
  private var budget = 250

  private static let depth = 64
  private static let limit = 64

  /// Filters whose arguments become part of the text.
  private static let carrying: Set<String> = ["append", "prepend", "default", "concat", "replace"]

  init(index: TemplateIndex) {
    self.index = index
  }

  /// - Parameter mentions: Those of an output.
  mutating func follow(from mentions: Range<Int>) {
    follow(mentions, filters: [], depth: 0)
    guard budget <= 0 else { return }
    for mention in index.mentions[mentions] where mention.use != .index {
      end(at: mention, path: mention.variable.path, filters: Array(mention.filters))
    }
  }

  /// - Parameters:
  ///   - mentions: What makes up a value.
  ///   - filters: What that value passes through afterwards.
  ///   - path: The members picked from that value.
  ///   - capture: The name of the `capture` that they stand in, where only its outputs count.
  private mutating func follow(
    _ mentions: Range<Int>,
    filters: [Filter],
    path: [Variable.Step] = [],
    capture: String? = nil,
    depth: Int
  ) {
    for mention in index.mentions[mentions] {
      guard sources.count < Self.limit, budget > 0 else { return }
      budget -= 1
      if mention.use == .index { continue }
      if let capture, mention.use != .capture(capture) { continue }
      if let filter = mention.argumentOf, !Self.carrying.contains(filter.text) { continue }
      // What filters made of a value has other members than the value.
      let path = mention.variable.path + (mention.filters.isEmpty ? path : [])
      follow(mention, path: path, filters: mention.filters + filters, depth: depth)
    }
  }

  private mutating func follow(
    _ mention: Mention,
    path: [Variable.Step],
    filters: [Filter],
    depth: Int
  ) {
    let bindings = index.bindings(of: mention.variable, at: mention.moment)
    let isGiven = bindings.contains { $0.moment.always(precedes: mention.moment) }
    if depth == Self.depth || !isGiven { end(at: mention, path: path, filters: filters) }
    guard depth < Self.depth else { return }
    budget -= bindings.count
    for binding in bindings {
      let part = binding.mentions
      switch binding.origin {
      case .assign: follow(part, filters: filters, path: path, depth: depth + 1)
      case .capture:
        follow(part, filters: filters, capture: binding.name.text, depth: depth + 1)
      // The items of a list are no members of anything that has a name.
      case .loop: follow(part, filters: filters, depth: depth + 1)
      case .count: break
      case .call: end(at: mention, path: path, filters: filters)
      }
    }
  }

  private mutating func end(at mention: Mention, path: [Variable.Step], filters: [Filter]) {
    let variable = Variable(root: mention.variable.root, path: path, range: mention.variable.range)
    let source = Source(variable: variable, filters: filters)
    if sources.count < Self.limit, !sources.contains(source) { sources.append(source) }
  }
}
