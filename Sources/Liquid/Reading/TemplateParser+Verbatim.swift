extension TemplateParser {
  /// Passes over a comment: comments and `raw` inside it are matched, everything else is not read.
  mutating func skipComment(_ tag: TagText) {
    let name = tag.name.text
    let isNesting = name == "comment"
    let end = "end" + name
    var depth = 1
    while let found = skip(to: isNesting ? [name, end, "raw"] : [end]) {
      switch found.name {
      case name: depth += 1
      case end: depth -= 1
      default:
        guard skip(to: ["endraw"]) != nil else { return unclosed(tag) }
      }
      if depth == 0 {
        append(.comment, tag.range.lowerBound..<found.range.upperBound)
        return
      }
    }
    unclosed(tag)
  }

  /// Reads what `raw` protects.
  mutating func readRaw(_ tag: TagText) {
    guard let found = skip(to: ["endraw"]) else { return unclosed(tag) }
    for content in found.content { append(content) { .raw($0) } }
  }

  /// Reads a tag a line.
  mutating func readLiquid(_ tag: TagText) {
    readLines(of: tag)
  }

  private mutating func unclosed(_ tag: TagText) {
    let name = tag.name.text
    let detail = "Nothing closes {% \(name) %}: write {% end\(name) %} behind its body."
    report(TemplateProblem(.unclosedBlock, detail, at: tag.range))
    append(.comment, tag.range)
  }

  /// What a search for a tag came to.
  private struct Found {
    let name: String
    /// What was passed over.
    let content: [Range<Int>]
    /// Where the tag was written.
    let range: Range<Int>
  }

  /// Passes over everything up to and with a tag of one of these names.
  private mutating func skip(to names: Set<String>) -> Found? {
    guard isInLiquidTag else {
      guard let (content, tag, name) = scanner.skip(to: names) else { return nil }
      trimsNext = tag.trimsAfter
      return Found(name: name, content: [content], range: source.written(tag.range))
    }
    var content: [Range<Int>] = []
    while let line = nextLine() {
      if names.contains(line.name.text) {
        return Found(name: line.name.text, content: content, range: line.range)
      }
      content.append(line.content)
    }
    return nil
  }
}
