internal import Values

extension Renderer {
  mutating func evaluate(_ pipeline: Pipeline) throws(Halt) -> Datum {
    guard let value = pipeline.value else { return .nothing }
    var result = try evaluate(value)
    for filter in pipeline.filters {
      place = filter.name.range
      try meter.charge(steps: 1)
      // Reading has reported it, and refused it where it must.
      guard dialect.filters.contains(filter.name.text) else { continue }
      let call = FilterCall(
        input: result,
        arguments: try arguments(of: filter),
        options: try options(of: filter),
        now: options.now,
        meter: meter
      )
      result = try FilterTable.apply(filter.name.text, call)
    }
    return result
  }

  private mutating func arguments(of filter: Filter) throws(Halt) -> [Datum] {
    var arguments: [Datum] = []
    for argument in filter.arguments { arguments.append(try evaluate(argument)) }
    return arguments
  }

  private mutating func options(of filter: Filter) throws(Halt) -> [String: Datum] {
    var options: [String: Datum] = [:]
    for option in filter.options { options[option.name.text] = try evaluate(option.value) }
    return options
  }

  mutating func evaluate(_ expression: Expression) throws(Halt) -> Datum {
    switch expression.form {
    case .literal(let value): return .value(value)
    case .empty, .blank: return .text("")
    case .span(let first, let last): return .span(try bound(first), try bound(last))
    case .variable(let variable): return try evaluate(variable)
    }
  }

  /// The end of a range: text is the number that it begins with, `nil` is 0, and a decimal that the template writes
  /// loses what stands behind the point.
  private mutating func bound(_ expression: Expression) throws(Halt) -> Int {
    let datum = try evaluate(expression)
    switch datum {
    case .nothing: return 0
    case .value(.string),
      .value(.decimal) where expression.literal != nil:
      let number = try datum.number(meter).whole(.towardZero)
      guard case .whole(let whole) = number else { return 0 }
      return Int(clamping: whole)
    default: return try datum.integer()
    }
  }

  private mutating func evaluate(_ variable: Variable) throws(Halt) -> Datum {
    var datum: Datum
    switch variable.root {
    case .name(let name): datum = find(name)
    case .attribute("content_blocks", let key): datum = try renderBlock(key)
    case .attribute(let namespace, let key):
      datum = .value(attribute(key, of: data[namespace ?? "attributes"]))
    case .computed(let expression):
      guard case .value(.string(let name)) = try evaluate(expression) else { return .nothing }
      datum = find(name)
    }
    for step in variable.path {
      try meter.charge(steps: 1)
      switch step {
      case .member(let name): datum = try datum.member(name, meter)
      case .index(let expression): datum = try datum.element(at: evaluate(expression), meter)
      }
    }
    return datum
  }

  private func find(_ name: String) -> Datum {
    for scope in scopes.reversed() {
      if let datum = scope[name] { return datum }
    }
    if let datum = assigned[name] { return datum }
    if let count = counters[name] { return .integer(count) }
    return data[name].map { .value($0) } ?? .nothing
  }

  /// The attribute `key`, which may name a member of one: `${address.city}`.
  ///
  /// https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/using_liquid
  private func attribute(_ key: String, of namespace: Value?) -> Value {
    guard let members = namespace?.members else { return .null }
    if let value = members[key] { return value }
    return key.split(separator: ".").reduce(namespace ?? .null) { value, name in
      value[String(name)] ?? .null
    }
  }
}
