/// Reads the expressions of one tag or output.
///
/// What it reads it returns; the first thing that is wrong it keeps, and goes on with what there is.
struct MarkupParser {
  private let tokens: [Token]
  private let dialect: Dialect
  private var index = 0
  private var isBroken: Bool
  private(set) var problems: [TemplateProblem]

  /// - Parameter range: The markup, in what Liquid reads.
  init(_ source: TemplateSource, in range: Range<Int>, dialect: Dialect) {
    (tokens, problems) = Lexer.tokens(of: source, in: range, dialect: dialect)
    self.dialect = dialect
    isBroken = !problems.isEmpty
  }

  /// Runs `read`, and keeps what it throws unless something was wrong before.
  mutating func attempt<Result>(
    _ read: (inout MarkupParser) throws(TemplateProblem) -> Result
  ) -> Result? {
    do throws(TemplateProblem) {
      return try read(&self)
    } catch {
      if !isBroken { problems.append(error) }
      isBroken = true
      return nil
    }
  }

  /// Notes a filter that the dialect lacks, which does not stop reading.
  mutating func noteIfUnknown(filter name: Name) {
    guard !dialect.filters.contains(name.text), problems.count < Limits.problems else { return }
    let detail =
      "\(dialect.title) has no filter \"\(name.text)\"." + dialect.advice(onFilter: name.text)
    problems.append(TemplateProblem(.unknownFilter, detail, at: name.range))
  }
}

extension MarkupParser {
  /// The next token, which is left where it is.
  var current: Token { tokens[min(index, tokens.count - 1)] }

  /// The token behind the next one.
  var following: Token { tokens[min(index + 1, tokens.count - 1)] }

  /// Where the token before the next one ends.
  var lastEnd: Int { tokens[max(index - 1, 0)].range.upperBound }

  var isAtEnd: Bool { current.kind == .end }

  mutating func advance() { index += 1 }

  /// Takes the next token if it is a `kind`.
  mutating func takes(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    index += 1
    return true
  }

  /// Takes the next token if it is the word `word`.
  mutating func takes(word: String) -> Bool { takes(.name(word)) }

  /// Takes the next token if it is a name.
  mutating func takesName() -> Name? {
    guard case .name(let text) = current.kind else { return nil }
    defer { index += 1 }
    return Name(text: text, range: current.range)
  }

  /// Takes a name that a colon follows, and the colon.
  mutating func takesLabel() -> Name? {
    guard following.kind == .colon, let name = takesName() else { return nil }
    index += 1
    return name
  }

  mutating func name(_ what: String) throws(TemplateProblem) -> Name {
    guard let name = takesName() else { throw expected(what) }
    return name
  }

  mutating func expect(_ kind: Token.Kind, _ what: String) throws(TemplateProblem) {
    guard takes(kind) else { throw expected(what) }
  }

  /// Nothing may follow.
  mutating func end() throws(TemplateProblem) {
    guard isAtEnd else {
      throw TemplateProblem(.syntax, "This should be the end, but more follows.", at: current.range)
    }
  }

  /// What is wrong where `what` should stand.
  func expected(_ what: String) -> TemplateProblem {
    TemplateProblem(.syntax, "Expected \(what) here.", at: current.range)
  }
}
