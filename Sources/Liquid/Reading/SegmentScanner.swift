/// Cuts a template into text, outputs and tags, as Liquid does before it looks between the braces.
///
/// Strings do not matter here: `}}` and `%}` end what they stand in, even in quotes.
struct SegmentScanner {
  private let source: TemplateSource
  private let end: Int
  /// Braze's dialect: `${…}` and outputs inside outputs.
  private let readsAttributes: Bool
  private(set) var index: Int

  /// - Parameter range: What to read; nil for everything.
  init(_ source: TemplateSource, in range: Range<Int>? = nil, dialect: Dialect) {
    self.source = source
    index = range?.lowerBound ?? 0
    end = range?.upperBound ?? source.bytes.count
    readsAttributes = dialect.readsAttributes
  }

  /// The next segment; nil at the end.
  mutating func next() -> Segment? {
    guard index < end else { return nil }
    if stands(.openBrace, .openBrace, at: index) { return output() }
    if stands(.openBrace, .percent, at: index) { return tag() }
    let start = index
    repeat {
      index += 1
    } while index < end && !stands(.openBrace, .openBrace, at: index)
      && !stands(.openBrace, .percent, at: index)
    return Segment(form: .text, range: start..<index, markup: start..<index)
  }

  /// Skips to behind the next tag whose name is in `names`, whatever stands before it.
  ///
  /// - Returns: The tag, its name and the range before it; nil where there is none up to the end.
  mutating func skip(to names: Set<String>) -> (content: Range<Int>, tag: Segment, name: String)? {
    let start = index
    while index < end {
      guard stands(.openBrace, .percent, at: index) else {
        index += 1
        continue
      }
      let opening = index
      let found = tag()
      if case .tag(let range) = found.form {
        let name = source.text(range)
        if names.contains(name) { return (start..<opening, found, name) }
      }
      index = opening + 2
    }
    return nil
  }

  private mutating func output() -> Segment {
    let start = index
    var depth = 1
    var openAttribute: Int?
    index += 2
    while index < end {
      if skipAttribute() { continue }
      if readsAttributes, stands(.dollar, .openBrace, at: index) { openAttribute = index }
      if stands(.closeBrace, .closeBrace, at: index) {
        index += 2
        depth -= 1
        if depth == 0 { return closed(start..<index, as: .output) }
      } else if readsAttributes, stands(.openBrace, .openBrace, at: index) {
        index += 2
        depth += 1
      } else if stands(.openBrace, .percent, at: index) {
        break
      } else if source.bytes[index] == .closeBrace {
        index += 1
        return broken(loneBrace(behind: openAttribute), from: start)
      } else {
        index += 1
      }
    }
    let detail = "Nothing closes what {{ opens here: write }} behind it."
    let place = source.written(start..<(start + 2))
    return broken(TemplateProblem(.unclosedOutput, detail, at: place), from: start)
  }

  private mutating func tag() -> Segment {
    let start = index
    var quote: UInt8?
    index += 2
    while index < end {
      if skipAttribute() { continue }
      if stands(.percent, .closeBrace, at: index) {
        index += 2
        return named(closed(start..<index, as: .tag(name: start..<start)))
      }
      if quote == nil, stands(.openBrace, .percent, at: index) { break }
      let byte = source.bytes[index]
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == .singleQuote || byte == .doubleQuote {
        quote = byte
      }
      index += 1
    }
    let detail = "Nothing closes what {% opens here: write %} behind it."
    let place = source.written(start..<(start + 2))
    return broken(TemplateProblem(.unclosedTag, detail, at: place), from: start)
  }

  /// What is wrong with the single brace just read.
  ///
  /// - Parameter attribute: Where a `${` before it begins that is not closed on its line.
  private func loneBrace(behind attribute: Int?) -> TemplateProblem {
    if let attribute { return .unclosedAttribute(at: source.written(attribute..<(attribute + 2))) }
    let advice =
      readsAttributes ? " An attribute needs one of its own before them: {{${name}}}." : ""
    return TemplateProblem(
      .unclosedOutput,
      "One brace stands here where two close an output." + advice,
      at: source.written((index - 1)..<index)
    )
  }

  private func stands(_ first: UInt8, _ second: UInt8, at offset: Int) -> Bool {
    offset + 1 < end && source.bytes[offset] == first && source.bytes[offset + 1] == second
  }

  /// Goes behind the `${…}` that begins here, if one does.
  private mutating func skipAttribute() -> Bool {
    guard readsAttributes, let key = source.attributeKey(at: index, before: end) else {
      return false
    }
    index = key.upperBound + 1
    return true
  }

  private func closed(_ range: Range<Int>, as form: Segment.Form) -> Segment {
    let inner = (range.lowerBound + 2)..<(range.upperBound - 2)
    var segment = Segment(form: form, range: range, markup: inner)
    segment.trimsBefore = inner.first.map { source.bytes[$0] == .dash } ?? false
    segment.trimsAfter = inner.last.map { source.bytes[$0] == .dash } ?? false
    let start = inner.lowerBound + (segment.trimsBefore ? 1 : 0)
    segment.markup = start..<max(start, inner.upperBound - (segment.trimsAfter ? 1 : 0))
    return segment
  }

  /// `tag` with its name, and without it in its markup.
  private func named(_ tag: Segment) -> Segment {
    let name = source.tagName(in: tag.markup)
    var named = Segment(form: .tag(name: name), range: tag.range, markup: tag.markup)
    named.markup = name.upperBound..<tag.markup.upperBound
    named.trimsBefore = tag.trimsBefore
    named.trimsAfter = tag.trimsAfter
    return named
  }

  private func broken(_ problem: TemplateProblem, from start: Int) -> Segment {
    Segment(form: .broken(problem), range: start..<index, markup: start..<index)
  }
}
