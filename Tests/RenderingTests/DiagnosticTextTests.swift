import Diagnostics
import Testing

@testable import Rendering

struct DiagnosticTextTests {
  private func text(_ source: String, line: Int, columns: ClosedRange<Int>) -> String {
    let source = SourceText(name: "spec.yaml", text: source)
    return DiagnosticText(palette: Palette(isColoured: false)).text(
      of: Diagnostic(
        code: "some-code",
        summary: "Something is wrong",
        detail: "What to do.\nAnd what else.",
        at: SourceRange(
          source: source,
          start: SourceRange.Position(line: line, column: columns.lowerBound),
          end: SourceRange.Position(line: line, column: columns.upperBound)
        )
      )
    )
  }

  @Test func `place, line, caret, code and what to do`() {
    #expect(
      text("one: 1\ntwo: 2\n", line: 2, columns: 1...4) == """
        spec.yaml:2:1: error: Something is wrong [some-code]
          2 | two: 2
            | ^^^
          What to do.
          And what else.

        """
    )
  }

  @Test(arguments: [(Diagnostic.Severity.error, "1;31"), (.warning, "1;33")])
  func `a warning has another colour than an error, down to the caret`(
    _ severity: Diagnostic.Severity,
    _ colour: String
  ) {
    let source = SourceText(name: "spec.yaml", text: "one: 1")
    let diagnostic = Diagnostic(
      severity,
      code: "some-code",
      summary: "Something",
      detail: "What to do.",
      at: SourceRange(startOf: source)
    )
    let text = DiagnosticText(palette: Palette(isColoured: true)).text(of: diagnostic)
    #expect(text.contains("\u{1B}[\(colour)m\(severity.rawValue)\u{1B}[0m"))
    #expect(text.contains("\u{1B}[\(colour)m^\u{1B}[0m"))
  }

  @Test func `the caret stands under its character whatever is before it`() {
    let lines = text("a\té🙂b: x\n", line: 1, columns: 5...6).split(separator: "\n")
    #expect(lines[1] == "  1 | a é🙂b: x")
    // Beneath the b: the face before it takes two columns.
    #expect(lines[2] == "    |      ^")
  }

  @Test func `a long line is shown around the caret, and nothing reaches the terminal's controls`()
  {
    let long =
      String(repeating: "x", count: 500) + "\u{1B}[31m" + String(repeating: "y", count: 500)
    let lines = text(long, line: 1, columns: 501...502).split(separator: "\n")
    #expect(lines[1].count <= 130)
    #expect(!lines[1].contains("\u{1B}"))
    let caret = lines[2].distance(
      from: lines[2].startIndex,
      to: lines[2].firstIndex(of: "^") ?? lines[2].startIndex
    )
    #expect(Array(lines[1])[caret] == "\u{FFFD}")
  }

  @Test func `on a terminal sentences are broken between words, and the source fits`() {
    let source = SourceText(name: "spec.yaml", text: String(repeating: "x", count: 300))
    let problem = Diagnostic(
      code: "some-code",
      summary: "Something is wrong",
      detail: "One two three four five six seven eight nine ten eleven twelve.",
      at: SourceRange(
        source: source,
        start: SourceRange.Position(line: 1, column: 200),
        end: SourceRange.Position(line: 1, column: 290)
      )
    )
    let text = DiagnosticText(palette: Palette(isColoured: false), width: 40).text(of: problem)
    let lines = text.split(separator: "\n")
    for line in lines { #expect(line.count <= 40, "\(line)") }
    #expect(lines.contains("  One two three four five six seven"))
    #expect(lines.contains("  eight nine ten eleven twelve."))
  }

  @Test func `a place past the end of its text is no crash`() {
    #expect(text("", line: 1, columns: 1...1).contains("some-code"))
    #expect(text("a\n", line: 99, columns: 50...60).contains("some-code"))
  }

  @Test func `problems come in reading order and are counted`() {
    let source = SourceText(name: "spec.yaml", text: "a\nb\n")
    let problems = [2, 1].map { line in
      Diagnostic(
        line == 2 ? .error : .warning,
        code: "line-\(line)",
        summary: "S",
        detail: "D",
        at: SourceRange(
          source: source,
          start: SourceRange.Position(line: line, column: 1),
          end: SourceRange.Position(line: line, column: 1)
        )
      )
    }
    let text = DiagnosticText(palette: Palette(isColoured: false)).text(of: problems)
    let first = text.firstRange(of: "line-1")?.lowerBound
    let second = text.firstRange(of: "line-2")?.lowerBound
    #expect(first != nil && second != nil && (first ?? text.endIndex) < (second ?? text.startIndex))
    #expect(text.hasSuffix("\n1 error, 1 warning\n"))
  }
}
