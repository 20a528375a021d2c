/// The walk that finds what a template refers to.
struct IndexWalk {
  private let known: Set<String>
  private(set) var mentions: [Mention] = []
  private(set) var outputs: [Output] = []
  private(set) var filters: [FilterUse] = []
  private(set) var bindings: [Binding] = []
  private(set) var mentionsOfOutput: [Int: Range<Int>] = [:]
  private var order = 0
  private var scope: [Int] = []
  /// The captures around, innermost last.
  private var captures: [String] = []

  init(filters: Set<String>) {
    known = filters
  }

  mutating func visit(_ block: Block) {
    for node in block.nodes { visit(node) }
  }

  private mutating func visit(_ node: Node) {
    switch node.form {
    case .text, .raw, .comment, .stop, .skip, .unknown, .broken: break
    case .output(let output): visit(output, as: outputUse)
    case .assign(let name, let pipeline):
      bind(name, .assign(pipeline)) { $0.visit(pipeline, as: .assign(name.text)) }
    case .capture(let name, let body):
      bind(name, .capture(body)) { walk in
        walk.captures.append(name.text)
        walk.visit(body)
        walk.captures.removeLast()
      }
    case .conditional(let branches): visit(branches)
    case .choice(let subject, let branches):
      visit(subject, as: .condition)
      visit(branches)
    case .loop(let loop, let body, let otherwise): visit(loop, body, otherwise)
    case .cycle(let cycle):
      if let group = cycle.group { visit(group, as: .condition) }
      for value in cycle.values { visit(value, as: outputUse) }
    case .count(let name, _): bind(name, .count) { _ in }
    case .ifChanged(let body): enter { $0.visit(body) }
    case .abort(let reason): if let reason { visit(reason, as: .tag("abort_message")) }
    case .call(let call): visit(call)
    }
  }

  private var outputUse: Mention.Use { captures.last.map { .capture($0) } ?? .output }

  private var now: Moment { Moment(order: order, scope: scope) }

  /// Visits what stands in a branch or loop.
  private mutating func enter(_ visit: (inout IndexWalk) -> Void) {
    order += 1
    scope.append(order)
    visit(&self)
    scope.removeLast()
  }

  /// Gives `name` to what `value` visits.
  private mutating func bind(
    _ name: Name,
    _ origin: Binding.Origin,
    _ value: (inout IndexWalk) -> Void
  ) {
    let first = mentions.count
    value(&self)
    order += 1
    bindings.append(
      Binding(
        name: name,
        origin: origin,
        moment: now,
        end: .max,
        mentions: first..<mentions.count
      )
    )
  }
}

extension IndexWalk {
  private mutating func visit(_ branches: [Branch]) {
    for branch in branches {
      switch branch.test {
      case .condition(let condition, _):
        for comparison in condition.comparisons {
          visit(comparison.left, as: .condition)
          if let right = comparison.right { visit(right, as: .condition) }
        }
      case .values(let values): for value in values { visit(value, as: .condition) }
      case .otherwise: break
      }
      enter { $0.visit(branch.body) }
    }
  }

  private mutating func visit(_ loop: Loop, _ body: Block, _ otherwise: Block?) {
    let first = mentions.count
    visit(loop.collection, as: .loop)
    let collection = first..<mentions.count
    if let limit = loop.limit { visit(limit, as: .loop) }
    if case .value(let offset) = loop.offset { visit(offset, as: .loop) }
    if case .table(let columns?) = loop.layout { visit(columns, as: .loop) }
    enter { walk in
      walk.order += 1
      let start = walk.now
      walk.visit(body)
      walk.order += 1
      walk.bindings.append(
        Binding(
          name: loop.variable,
          origin: .loop(loop.collection),
          moment: start,
          end: walk.order,
          mentions: collection
        )
      )
    }
    if let otherwise { enter { $0.visit(otherwise) } }
  }

  private mutating func visit(_ call: Call) {
    let pieces = call.subject + call.options.flatMap(\.value)
    for case .output(let output) in pieces { visit(output, as: .tag(call.name.text)) }
    if let saved = call.saved { bind(saved, .call) { _ in } }
  }

  private mutating func visit(_ output: Output, as use: Mention.Use) {
    let first = mentions.count
    visit(output.pipeline, as: use)
    outputs.append(output)
    mentionsOfOutput[output.range.lowerBound] = first..<mentions.count
  }

  private mutating func visit(_ pipeline: Pipeline, as use: Mention.Use) {
    if let value = pipeline.value { visit(value, as: use, filters: pipeline.filters[...]) }
    for (index, filter) in pipeline.filters.enumerated() {
      let rest = pipeline.filters[(index + 1)...]
      for argument in filter.arguments + filter.options.map(\.value) {
        visit(argument, as: use, filters: rest, argumentOf: filter.name)
      }
      filters.append(FilterUse(filter: filter, isKnown: known.contains(filter.name.text)))
    }
  }

  private mutating func visit(
    _ expression: Expression,
    as use: Mention.Use,
    filters: ArraySlice<Filter> = [],
    argumentOf: Name? = nil
  ) {
    switch expression.form {
    case .literal, .empty, .blank: break
    case .span(let first, let last):
      visit(first, as: use, filters: filters, argumentOf: argumentOf)
      visit(last, as: use, filters: filters, argumentOf: argumentOf)
    case .variable(let variable):
      if case .computed(let name) = variable.root { visit(name, as: .index) }
      for case .index(let index) in variable.path { visit(index, as: .index) }
      order += 1
      mentions.append(
        Mention(
          variable: variable,
          use: use,
          filters: filters,
          argumentOf: argumentOf,
          moment: now
        )
      )
    }
  }
}
