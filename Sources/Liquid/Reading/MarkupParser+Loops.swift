extension MarkupParser {
  /// Reads the head of a `for`.
  mutating func loop() throws(TemplateProblem) -> Loop {
    let (variable, collection) = try loopStart()
    let isReversed = takes(word: "reversed")
    var limit: Expression?
    var offset: Loop.Offset?
    while !isAtEnd {
      _ = takes(.comma)
      switch try option(["limit", "offset"]) {
      case "limit": limit = try expression()
      default: offset = takes(word: "continue") ? .continue : .value(try expression())
      }
    }
    return Loop(
      variable: variable,
      collection: collection,
      isReversed: isReversed,
      limit: limit,
      offset: offset,
      layout: .plain
    )
  }

  /// Reads the head of a `tablerow`.
  mutating func tableRow() throws(TemplateProblem) -> Loop {
    let (variable, collection) = try loopStart()
    var options: [String: Expression] = [:]
    while !isAtEnd {
      _ = takes(.comma)
      options[try option(["cols", "limit", "offset", "range"])] = try expression()
    }
    return Loop(
      variable: variable,
      collection: collection,
      isReversed: false,
      limit: options["limit"],
      offset: options["offset"].map { .value($0) },
      layout: .table(columns: options["cols"])
    )
  }

  private mutating func loopStart() throws(TemplateProblem) -> (Name, Expression) {
    let variable = try name("a name for each item")
    guard takes(word: "in") else { throw expected("\"in\" and a list") }
    return (variable, try expression())
  }

  /// Takes the name of an option and its colon.
  private mutating func option(_ names: [String]) throws(TemplateProblem) -> String {
    if case .name("reversed") = current.kind {
      let detail = "Write \"reversed\" directly behind the list; Liquid ignores it elsewhere."
      throw TemplateProblem(.syntax, detail, at: current.range)
    }
    let place = current.range
    guard let label = takesLabel(), names.contains(label.text) else {
      let list = names.map { $0 + ":" }.joined(separator: ", ")
      throw TemplateProblem(.syntax, "Only these options can stand here: \(list).", at: place)
    }
    return label.text
  }
}
