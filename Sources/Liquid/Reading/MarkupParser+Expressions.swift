internal import Values

extension MarkupParser {
  /// Reads a literal, range or variable.
  mutating func expression(depth: Int = 0) throws(TemplateProblem) -> Expression {
    let token = current
    guard depth < Limits.depth else {
      let detail = "Brackets nest at most \(Limits.depth) levels deep."
      throw TemplateProblem(.tooDeep, detail, at: token.range)
    }
    switch token.kind {
    case .name(let text):
      advance()
      let root = try root(named: text)
      let path = try path(depth: depth)
      if path.isEmpty, case .name = root, let literal = Self.literals[text] {
        return Expression(form: literal, range: token.range)
      }
      return variable(root, path, from: token)
    case .attribute(let key):
      advance()
      return variable(.attribute(namespace: nil, key: key), try path(depth: depth), from: token)
    case .openSquare:
      advance()
      let name = try expression(depth: depth + 1)
      try expect(.closeSquare, "]")
      return variable(.computed(name), try path(depth: depth), from: token)
    case .openRound:
      return try span(depth: depth)
    case .string(let text):
      advance()
      return Expression(form: .literal(.string(text)), range: token.range)
    case .number(let digits):
      advance()
      let value = Int(digits).map(Value.integer) ?? .decimal(digits)
      return Expression(form: .literal(value), range: token.range)
    default:
      throw expected("a value")
    }
  }

  private static let literals: [String: Expression.Form] = [
    "nil": .literal(.null), "null": .literal(.null), "true": .literal(.boolean(true)),
    "false": .literal(.boolean(false)), "empty": .empty, "blank": .blank,
  ]

  private func variable(
    _ root: Variable.Root,
    _ path: [Variable.Step],
    from token: Token
  ) -> Expression {
    let range = token.range.lowerBound..<lastEnd
    return Expression(
      form: .variable(Variable(root: root, path: path, range: range)),
      range: range
    )
  }

  /// The name just read, or the attribute whose namespace it is.
  private mutating func root(named name: String) throws(TemplateProblem) -> Variable.Root {
    guard current.kind == .dot, case .attribute(let key) = following.kind else {
      return .name(name)
    }
    advance()
    advance()
    return .attribute(namespace: name, key: key)
  }

  private mutating func path(depth: Int) throws(TemplateProblem) -> [Variable.Step] {
    var path: [Variable.Step] = []
    while true {
      if takes(.openSquare) {
        path.append(.index(try expression(depth: depth + 1)))
        try expect(.closeSquare, "]")
      } else if takes(.dot) {
        if case .attribute(let key) = current.kind {
          path.append(.member(key))
          advance()
        } else {
          path.append(.member(try name("the name of a member").text))
        }
      } else {
        return path
      }
    }
  }

  private mutating func span(depth: Int) throws(TemplateProblem) -> Expression {
    let start = current.range.lowerBound
    try expect(.openRound, "(")
    let first = try expression(depth: depth + 1)
    try expect(.dots, "..")
    let last = try expression(depth: depth + 1)
    try expect(.closeRound, ")")
    return Expression(form: .span(first, last), range: start..<lastEnd)
  }
}

extension MarkupParser {
  /// Reads a value and its filters up to the end of the markup.
  ///
  /// Of what is malformed it returns as much as can be read.
  mutating func pipeline() -> Pipeline {
    guard !isAtEnd else { return Pipeline(value: nil, filters: []) }
    let value = attempt { parser throws(TemplateProblem) in try parser.expression() }
    var filters: [Filter] = []
    if value != nil {
      _ = attempt { parser throws(TemplateProblem) in
        while parser.takes(.pipe) { filters.append(try parser.filter()) }
        try parser.end()
      }
    }
    return Pipeline(value: value, filters: filters)
  }

  private mutating func filter() throws(TemplateProblem) -> Filter {
    let name = try name("the name of a filter")
    var arguments: [Expression] = []
    var options: [Filter.Option] = []
    if takes(.colon) {
      while !isAtEnd, current.kind != .pipe {
        if let label = takesLabel() {
          options.append(Filter.Option(name: label, value: try expression()))
        } else {
          arguments.append(try expression())
        }
        guard takes(.comma) else { break }
      }
    }
    noteIfUnknown(filter: name)
    return Filter(name: name, arguments: arguments, options: options)
  }

  /// Reads comparisons joined by `and` and `or`.
  mutating func condition() throws(TemplateProblem) -> Condition {
    var comparisons = [try comparison()]
    var connectives: [Condition.Connective] = []
    while case .name(let word) = current.kind,
      let connective = Condition.Connective(rawValue: word)
    {
      advance()
      connectives.append(connective)
      comparisons.append(try comparison())
    }
    if current.kind == .equals {
      throw TemplateProblem(.syntax, "Write == to compare.", at: current.range)
    }
    if current.kind == .pipe {
      let detail = "A condition takes no filters: assign the filtered value to a variable first."
      throw TemplateProblem(.syntax, detail, at: current.range)
    }
    return Condition(comparisons: comparisons, connectives: connectives)
  }

  private mutating func comparison() throws(TemplateProblem) -> Condition.Comparison {
    let left = try expression()
    guard case .comparison(let sign) = current.kind else {
      return Condition.Comparison(left: left, operator: nil, right: nil)
    }
    advance()
    return Condition.Comparison(left: left, operator: sign, right: try expression())
  }
}
