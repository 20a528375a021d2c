internal import Diagnostics

/// Builds the tree of a template.
///
/// Open tags are a stack of its own and not the program's, so that an end tag can find the one it
/// belongs to, and those between are reported.
struct TemplateParser {
  let source: TemplateSource
  let dialect: Dialect
  var scanner: SegmentScanner
  private(set) var problems: [TemplateProblem] = []
  /// The root first.
  private var open: [OpenBlock]
  /// How many of `open` the tags being read must not close: those around a `liquid` tag.
  private var floor = 1
  /// The last tag or output ended with a dash.
  var trimsNext = false
  /// The lines of the `liquid` tag being read that are still to come.
  private var lines: ArraySlice<Range<Int>>?
  private var isTooDeep = false
  /// Names of unknown tags, whose end tags are unknown too.
  private var unknownTags: Set<String> = []

  init(_ text: String, dialect: Dialect) {
    source = TemplateSource(text, dropsHTMLComments: dialect.dropsHTMLComments)
    self.dialect = dialect
    scanner = SegmentScanner(source, dialect: dialect)
    open = [OpenBlock(.root, name: "", range: 0..<0)]
  }

  mutating func parse() -> Block {
    while !isTooDeep, problems.count < Limits.problems, let segment = scanner.next() {
      read(segment)
    }
    closeBlocks(above: 1, at: source.written(source.bytes.count))
    return open[0].body
  }

  private mutating func read(_ segment: Segment) {
    if segment.trimsBefore { open[open.count - 1].trimEnd() }
    let trims = trimsNext
    switch segment.form {
    case .text:
      trimsNext = false
      let blanks = trims ? segment.range.prefix { source.bytes[$0].isBlank }.count : 0
      let start = segment.range.lowerBound + blanks
      append(start..<segment.range.upperBound) { .text($0) }
    case .output:
      trimsNext = segment.trimsAfter
      let output = output(segment)
      append(.output(output), output.range)
    case .tag(let range):
      trimsNext = segment.trimsAfter
      let name = Name(text: source.text(range), range: source.written(range))
      let place = source.written(segment.range)
      read(TagText(name: name, markup: segment.markup, content: segment.range, range: place))
    case .broken(let problem):
      trimsNext = false
      report(problem)
      append(segment.range) { .broken($0) }
    }
  }

  /// Reads an output of this template or of one of its tags.
  mutating func output(_ segment: Segment) -> Output {
    let pipeline = markup(segment.markup) { $0.pipeline() }
    return Output(pipeline: pipeline, range: source.written(segment.range))
  }
}

extension TemplateParser {
  mutating func report(_ problem: TemplateProblem) { problems.append(problem) }

  mutating func append(_ form: Node.Form, _ range: Range<Int>) {
    open[open.count - 1].append(Node(form: form, range: range))
  }

  /// Appends the text in `range`, a node for each run of it that was written without a gap.
  mutating func append(_ range: Range<Int>, as form: (String) -> Node.Form) {
    for run in source.runs(range) { append(form(source.text(run)), source.written(run)) }
  }

  /// Reads what stands between braces, and collects what is wrong with it.
  mutating func markup<Result>(
    _ range: Range<Int>,
    _ read: (inout MarkupParser) -> Result
  ) -> Result {
    var parser = MarkupParser(source, in: range, dialect: dialect)
    let result = read(&parser)
    for problem in parser.problems { report(problem) }
    return result
  }

  /// Opens a tag that has an end tag.
  mutating func begin(_ form: OpenBlock.Form, _ tag: TagText, test: Branch.Test? = nil) {
    guard open.count <= Limits.depth else {
      let detail = "Tags nest at most \(Limits.depth) levels deep; what follows is not read."
      report(TemplateProblem(.tooDeep, detail, at: tag.range))
      isTooDeep = true
      return
    }
    open.append(OpenBlock(form, name: tag.name.text, test: test, range: tag.range))
  }

  /// The innermost tag that can be divided or closed here; nil where none is open.
  var innermost: OpenBlock? { open.count > floor ? open.last : nil }

  /// Begins the next branch of the innermost tag.
  mutating func divide(by test: Branch.Test, _ tag: TagText) {
    open[open.count - 1].divide(by: test, range: tag.range)
  }

  /// Closes the tag that `tag`, an end tag, belongs to, and those left open in it.
  mutating func end(_ tag: TagText) {
    let name = String(tag.name.text.dropFirst("end".count))
    guard let index = open[floor...].lastIndex(where: { $0.name == name }) else {
      guard !unknownTags.contains(name) else { return }
      let detail =
        if let innermost {
          "Here only {% end\(innermost.name) %} can stand: \(innermost.name) is open."
        } else { "No {% \(name) %} is open here." }
      report(TemplateProblem(.strayTag, detail, at: tag.range))
      return
    }
    closeBlocks(above: index + 1, at: tag.range.lowerBound)
    close(end: tag.range.upperBound)
  }

  var isInLiquidTag: Bool { lines != nil }

  /// Reads the lines of a `liquid` tag, which cannot close what is open around it.
  mutating func readLines(of tag: TagText) {
    let outer = (floor, lines)
    floor = open.count
    lines = source.lines(tag.markup)[...]
    while !isTooDeep, problems.count < Limits.problems, let line = nextLine() { read(line) }
    closeBlocks(above: floor, at: source.written(tag.markup.upperBound))
    (floor, lines) = outer
  }

  /// Takes the next line that is not blank; a `liquid` before its tag says nothing.
  mutating func nextLine() -> TagText? {
    while let line = lines?.popFirst() {
      var content = source.trimmed(line)
      while !content.isEmpty {
        let name = source.tagName(in: content)
        let text = source.text(name)
        let markup = name.upperBound..<content.upperBound
        guard text == "liquid" else {
          return TagText(
            name: Name(text: text, range: source.written(name)),
            markup: markup,
            content: content,
            range: source.written(content)
          )
        }
        content = source.trimmed(markup)
      }
    }
    return nil
  }

  /// Reports a tag that the dialect lacks.
  mutating func unknown(_ tag: TagText) {
    unknownTags.insert(tag.name.text)
    append(.unknown(tag.name.text), tag.range)
    guard problems.count < Limits.problems else { return }
    let known = dialect.tags.keys.sorted() + ["else", "elsif", "when"]
    let near = Suggestion.sentence(for: tag.name.text, in: known)
    let detail = "\(dialect.title) has no tag \"\(tag.name.text)\".\(near)"
    report(TemplateProblem(.unknownTag, detail, at: tag.name.range))
  }

  /// Reports every open tag beyond the first `count`, and closes it at `end`.
  private mutating func closeBlocks(above count: Int, at end: Int) {
    while open.count > count, let block = open.last {
      if !isTooDeep {
        let detail =
          "Nothing closes {% \(block.name) %}: write {% end\(block.name) %} behind its body."
        report(TemplateProblem(.unclosedBlock, detail, at: block.range))
      }
      close(end: end)
    }
  }

  private mutating func close(end: Int) {
    let node = open.removeLast().node(end: end)
    open[open.count - 1].append(node)
  }
}
