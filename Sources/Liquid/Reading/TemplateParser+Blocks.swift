extension TemplateParser {
  mutating func readConditional(_ tag: TagText, isNegated: Bool) {
    begin(.conditional, tag, test: .condition(condition(tag), isNegated: isNegated))
  }

  mutating func condition(_ tag: TagText) -> Condition {
    let condition = markup(tag.markup) { parser in
      parser.attempt { parser throws(TemplateProblem) -> Condition in
        let condition = try parser.condition()
        try parser.end()
        return condition
      }
    }
    let missing = Condition.Comparison(
      left: .missing(at: tag.range),
      operator: nil,
      right: nil
    )
    return condition ?? Condition(comparisons: [missing], connectives: [])
  }

  mutating func readCase(_ tag: TagText) {
    let subject = markup(tag.markup) { parser in
      parser.attempt { parser throws(TemplateProblem) -> Expression in
        let subject = try parser.expression()
        try parser.end()
        return subject
      }
    }
    begin(.choice(subject ?? .missing(at: tag.range)), tag)
  }

  /// What a `when` compares with: values between commas or `or`.
  mutating func values(_ tag: TagText) -> [Expression] {
    let values = markup(tag.markup) { parser in
      parser.attempt { parser throws(TemplateProblem) -> [Expression] in
        var values = [try parser.expression()]
        while parser.takes(.comma) || parser.takes(word: "or") {
          values.append(try parser.expression())
        }
        try parser.end()
        return values
      }
    }
    return values ?? []
  }

  mutating func readCapture(_ tag: TagText) {
    let name = markup(tag.markup) { parser in
      parser.attempt { parser throws(TemplateProblem) -> Name in
        // Liquid takes the word out of quotes, and many templates write it so.
        if case .string(let text) = parser.current.kind {
          defer { parser.advance() }
          return Name(text: text, range: parser.current.range)
        }
        let name = try parser.name("the name of a variable")
        try parser.end()
        return name
      }
    }
    begin(.capture(name ?? Name(text: "", range: tag.range)), tag)
  }

  mutating func readLoop(_ tag: TagText) {
    let loop = markup(tag.markup) { parser in
      parser.attempt { parser throws(TemplateProblem) in try parser.loop() }
    }
    begin(.loop(loop ?? Self.missingLoop(tag, .plain)), tag)
  }

  mutating func readTableRow(_ tag: TagText) {
    let loop = markup(tag.markup) { parser in
      parser.attempt { parser throws(TemplateProblem) in try parser.tableRow() }
    }
    begin(.loop(loop ?? Self.missingLoop(tag, .table(columns: nil))), tag)
  }

  private static func missingLoop(_ tag: TagText, _ layout: Loop.Layout) -> Loop {
    Loop(
      variable: Name(text: "", range: tag.range),
      collection: .missing(at: tag.range),
      isReversed: false,
      limit: nil,
      offset: nil,
      layout: layout
    )
  }
}
