extension TemplateParser {
  mutating func read(_ tag: TagText) {
    switch dialect.tags[tag.name.text] {
    case .if: readConditional(tag, isNegated: false)
    case .unless: readConditional(tag, isNegated: true)
    case .case: readCase(tag)
    case .for: readLoop(tag)
    case .tableRow: readTableRow(tag)
    case .capture: readCapture(tag)
    case .ifChanged: begin(.ifChanged, tag)
    case .comment: skipComment(tag)
    case .raw: readRaw(tag)
    case .liquid: readLiquid(tag)
    case .assign: readAssign(tag)
    case .echo: append(.output(Output(pipeline: pipeline(tag), range: tag.range)), tag.range)
    case .cycle: readCycle(tag)
    case .increment: readCount(tag, step: 1)
    case .decrement: readCount(tag, step: -1)
    case .inlineComment: readInlineComment(tag)
    case .break: append(.stop, tag.range)
    case .continue: append(.skip, tag.range)
    case .abort: readAbort(tag)
    case .call: readCall(tag)
    case nil: readDivider(tag)
    }
  }

  /// Reads a tag that stands inside another, or ends it.
  private mutating func readDivider(_ tag: TagText) {
    switch tag.name.text {
    case "":
      report(TemplateProblem(.syntax, "A tag begins with its name.", at: tag.range))
    case "elsif":
      guard case .conditional = innermost?.form else { return stray(tag, "if") }
      divide(by: .condition(condition(tag), isNegated: false), tag)
    case "when":
      guard case .choice = innermost?.form else { return stray(tag, "case") }
      divide(by: .values(values(tag)), tag)
    case "else":
      readElse(tag)
    case let name where name.hasPrefix("end") && name != "end":
      end(tag)
    default:
      unknown(tag)
    }
  }

  private mutating func readElse(_ tag: TagText) {
    switch innermost?.form {
    case .conditional, .choice: break
    case .loop(let loop) where loop.layout == .plain: break
    default: return stray(tag, "if")
    }
    let rest = source.trimmed(tag.markup)
    if !rest.isEmpty {
      let detail = "An else takes no condition and ignores this one: write {% elsif … %}."
      report(TemplateProblem(.syntax, detail, at: source.written(rest)))
    }
    divide(by: .otherwise, tag)
  }

  private mutating func stray(_ tag: TagText, _ owner: String) {
    let detail = "{% \(tag.name.text) %} stands only directly inside {% \(owner) %}."
    report(TemplateProblem(.strayTag, detail, at: tag.range))
  }
}

extension TemplateParser {
  private mutating func readAssign(_ tag: TagText) {
    let range = tag.range
    let form = markup(tag.markup) { parser -> Node.Form? in
      let name = parser.attempt { parser throws(TemplateProblem) in
        let name = try parser.name("the name of a variable")
        try parser.expect(.equals, "=")
        return name
      }
      return name.map { .assign($0, parser.pipeline()) }
    }
    append(form ?? .comment, range)
  }

  private mutating func pipeline(_ tag: TagText) -> Pipeline {
    markup(tag.markup) { $0.pipeline() }
  }

  private mutating func readCycle(_ tag: TagText) {
    let cycle = markup(tag.markup) { parser in
      parser.attempt { parser throws(TemplateProblem) -> Cycle in
        let first = try parser.expression()
        let isGroup = parser.takes(.colon)
        var values = [isGroup ? try parser.expression() : first]
        while parser.takes(.comma), !parser.isAtEnd { values.append(try parser.expression()) }
        try parser.end()
        return Cycle(group: isGroup ? first : nil, values: values)
      }
    }
    append(cycle.map { .cycle($0) } ?? .comment, tag.range)
  }

  private mutating func readCount(_ tag: TagText, step: Int) {
    let name = markup(tag.markup) { parser in
      parser.attempt { parser throws(TemplateProblem) -> Name in
        let name = try parser.name("the name of a variable")
        try parser.end()
        return name
      }
    }
    append(name.map { .count($0, step: step) } ?? .comment, tag.range)
  }

  /// Liquid wants `#` before each line of such a comment.
  private mutating func readInlineComment(_ tag: TagText) {
    let isWhole = source.lines(tag.markup).dropFirst().allSatisfy { line in
      let text = source.trimmed(line)
      return text.isEmpty || source.bytes[text.lowerBound] == UInt8(ascii: "#")
    }
    if !isWhole {
      let detail = "Every line of such a comment begins with #."
      report(TemplateProblem(.syntax, detail, at: tag.range))
    }
    append(.comment, tag.range)
  }

  private mutating func readAbort(_ tag: TagText) {
    let reason = markup(tag.markup) { parser in
      parser.attempt { parser throws(TemplateProblem) -> Expression? in
        let isCalled = parser.takes(.openRound)
        let isEmpty = parser.isAtEnd || parser.current.kind == .closeRound
        let reason = isEmpty ? nil : try parser.expression()
        if isCalled { try parser.expect(.closeRound, ")") }
        try parser.end()
        return reason
      }
    }
    append(.abort(reason ?? nil), tag.range)
  }

  private mutating func readCall(_ tag: TagText) {
    var reader = CallReader(name: tag.name)
    var scanner = SegmentScanner(source, in: tag.markup, dialect: dialect)
    while let segment = scanner.next() {
      switch segment.form {
      case .output: reader.append(.output(output(segment)))
      case .text, .tag: reader.append(segment.range, of: source)
      case .broken(let problem): report(problem)
      }
    }
    append(.call(reader.call), tag.range)
  }
}
