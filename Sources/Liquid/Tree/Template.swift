package import Diagnostics

/// A template, read: its tree and everything that is wrong with it.
///
/// Reading never fails: what is malformed is reported, and left out but for braces that stay open. It takes time linear in the text.
package struct Template: Sendable {
  package let text: String
  package let dialect: Dialect
  package let root: Block
  /// In the order of reading, at most `Limits.problems`.
  package let problems: [TemplateProblem]

  /// Reads `text` as `dialect` would.
  package init(_ text: String, dialect: Dialect) {
    self.text = text
    self.dialect = dialect
    guard text.utf8.count <= Limits.size else {
      root = Block()
      let detail = "A template may have at most \(Limits.size) bytes; this one has more."
      problems = [TemplateProblem(.tooLarge, detail, at: 0..<0)]
      return
    }
    var parser = TemplateParser(text, dialect: dialect)
    root = parser.parse()
    problems = Array(parser.problems.prefix(Limits.problems))
  }

  /// The line and column of the byte at `offset` of the text's UTF-8, as an editor counts them.
  ///
  /// An offset past the end is that of the end. Takes time linear in what stands before it.
  package func position(of offset: Int) -> SourceRange.Position {
    SourceRange.position(of: offset, in: text)
  }
}
