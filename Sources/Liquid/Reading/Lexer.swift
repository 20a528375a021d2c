/// Splits what stands between the braces into words and signs.
struct Lexer {
  private let source: TemplateSource
  private let dialect: Dialect
  private let end: Int
  private var index: Int
  private var tokens: [Token] = []
  private var problems: [TemplateProblem] = []
  /// Where the outputs that are open here begin: those inside other braces.
  private var openOutputs: [Int] = []

  private init(_ source: TemplateSource, in range: Range<Int>, dialect: Dialect) {
    self.source = source
    self.dialect = dialect
    index = range.lowerBound
    end = range.upperBound
  }

  /// The tokens in `range`, the last an `end`, and what is wrong with them.
  ///
  /// In a dialect that reads attributes, braces around a value are left out: there
  /// `{% assign a = {{${b}}} %}` and `{% assign a = ${b} %}` are the same.
  static func tokens(
    of source: TemplateSource,
    in range: Range<Int>,
    dialect: Dialect
  ) -> (tokens: [Token], problems: [TemplateProblem]) {
    var lexer = Lexer(source, in: range, dialect: dialect)
    do throws(TemplateProblem) {
      while try lexer.next() {}
      if let open = lexer.openOutputs.last {
        throw lexer.problem(.unclosedOutput, "Nothing closes this {{: write }}.", open..<(open + 2))
      }
    } catch {
      lexer.problems.append(error)
    }
    lexer.append(.end, lexer.index..<lexer.index)
    return (lexer.tokens, lexer.problems)
  }

  /// Reads one token; false at the end.
  private mutating func next() throws(TemplateProblem) -> Bool {
    while index < end, source.bytes[index].isBlank { index += 1 }
    guard index < end else { return false }
    let byte = source.bytes[index]
    if byte == .singleQuote || byte == .doubleQuote {
      try string(closing: [byte])
    } else if byte.isDigit || (byte == .dash && peek(1)?.isDigit ?? false), !isMember {
      number()
    } else if byte.beginsName || (isMember && byte.continuesName) {
      name()
    } else if dialect.readsAttributes, try braces() {
      return true
    } else if !sign(), try !curlyString() {
      throw unexpected()
    }
    return true
  }

  private func peek(_ distance: Int) -> UInt8? {
    index + distance < end ? source.bytes[index + distance] : nil
  }

  /// Whether a dot stands right before, so that any word is a name here.
  private var isMember: Bool { tokens.last?.kind == .dot }

  private mutating func append(_ kind: Token.Kind, _ range: Range<Int>) {
    tokens.append(Token(kind: kind, range: source.written(range)))
    index = range.upperBound
  }

  private mutating func name() {
    var stop = index
    while stop < end, source.bytes[stop].continuesName { stop += 1 }
    if stop < end, source.bytes[stop] == UInt8(ascii: "?") { stop += 1 }
    let text = source.text(index..<stop)
    let isContains = text == "contains" && !isMember
    append(isContains ? .comparison(.contains) : .name(text), index..<stop)
  }

  private mutating func number() {
    var stop = index + 1
    while stop < end, source.bytes[stop].isDigit { stop += 1 }
    if stop + 1 < end, source.bytes[stop] == .dot, source.bytes[stop + 1].isDigit {
      stop += 1
      while stop < end, source.bytes[stop].isDigit { stop += 1 }
    }
    append(.number(source.text(index..<stop)), index..<stop)
  }

  /// Reads a string from the quote at `index` to the next of `closing`; there are no escapes.
  private mutating func string(
    closing: [UInt8],
    openingLength: Int = 1
  ) throws(TemplateProblem) {
    let start = index + openingLength
    var stop = start
    while stop < end, source.bytes[stop] != closing[0] || !stands(closing, at: stop) { stop += 1 }
    guard stop < end else {
      let detail = "Nothing closes this quote. A string ends with the quote it began with."
      throw problem(.unclosedString, detail, index..<start)
    }
    append(.string(source.text(start..<stop)), index..<(stop + closing.count))
  }

  private func stands(_ bytes: [UInt8], at offset: Int) -> Bool {
    offset + bytes.count <= end
      && source.bytes[offset..<(offset + bytes.count)].elementsEqual(bytes)
  }

  private mutating func sign() -> Bool {
    if let next = peek(1), let kind = Self.sign(source.bytes[index], next) {
      append(kind, index..<(index + 2))
    } else if let kind = Self.sign(source.bytes[index]) {
      append(kind, index..<(index + 1))
    } else {
      return false
    }
    return true
  }

  private static func sign(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
    switch (first, second) {
    case (.dot, .dot): .dots
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .comparison(.equal)
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .comparison(.notEqual)
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): .comparison(.notEqual)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .comparison(.lessOrEqual)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .comparison(.greaterOrEqual)
    default: nil
    }
  }

  private static func sign(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case UInt8(ascii: "|"): .pipe
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "="): .equals
    case UInt8(ascii: "["): .openSquare
    case UInt8(ascii: "]"): .closeSquare
    case UInt8(ascii: "("): .openRound
    case UInt8(ascii: ")"): .closeRound
    case UInt8(ascii: "<"): .comparison(.less)
    case UInt8(ascii: ">"): .comparison(.greater)
    case .colon: .colon
    case .dot: .dot
    default: nil
    }
  }

  /// Reads `${key}`, or leaves out the braces of an output inside other braces.
  private mutating func braces() throws(TemplateProblem) -> Bool {
    let start = index
    if let key = source.attributeKey(at: start, before: end) {
      append(.attribute(source.text(source.trimmed(key))), start..<(key.upperBound + 1))
    } else if stands([.dollar, .openBrace], at: start) {
      throw .unclosedAttribute(at: source.written(start..<(start + 2)))
    } else if stands([.openBrace, .openBrace], at: start) {
      openOutputs.append(start)
      index += 2
    } else if !openOutputs.isEmpty, stands([.closeBrace, .closeBrace], at: start) {
      openOutputs.removeLast()
      index += 2
    } else {
      return false
    }
    return true
  }

  /// Reads a string in typographic quotes as if it stood in straight ones, and reports it.
  private mutating func curlyString() throws(TemplateProblem) -> Bool {
    let quotes = ["“": "”", "‘": "’", "”": "”", "’": "’", "„": "“", "‚": "‘"]
    guard let opening = quotes.keys.first(where: { stands(Array($0.utf8), at: index) }),
      let closing = quotes[opening]
    else { return false }
    let length = opening.utf8.count
    problems.append(
      problem(
        .curlyQuote,
        "Liquid takes only straight quotes for a string: write ' or \" instead of \(opening).",
        index..<(index + length)
      )
    )
    let start = index
    do throws(TemplateProblem) {
      try string(closing: Array(closing.utf8), openingLength: length)
    } catch {
      append(.string(source.text((start + length)..<end)), start..<end)
    }
    return true
  }

  private func unexpected() -> TemplateProblem {
    let rest = String(decoding: source.bytes[index..<min(index + 4, end)], as: UTF8.self)
    let character = rest.unicodeScalars.first.map { String($0) } ?? ""
    let advice =
      switch character {
      case "&": " Write \"and\" between two conditions."
      case "!": " Write != to compare; Liquid has no \"not\", but {% unless %}."
      case "$" where !dialect.readsAttributes:
        " ${…} is Braze's; \(dialect.title) does not read it."
      case "+", "*", "/", "-": " Liquid calculates with filters, such as plus, minus and times."
      default: ""
      }
    let length = max(character.utf8.count, 1)
    let place = index..<min(index + length, end)
    return problem(
      .syntax,
      "Liquid does not know what to do with \"\(character)\".\(advice)",
      place
    )
  }

  private func problem(
    _ code: TemplateProblem.Code,
    _ detail: String,
    _ range: Range<Int>
  ) -> TemplateProblem {
    TemplateProblem(code, detail, at: source.written(range))
  }
}
