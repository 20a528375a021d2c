import Diagnostics
import Testing

@testable import YAML

@Suite(.serialized) struct LimitTests {
  /// Reads `text` and expects one fault, found in far less time than reading all of it would take.
  private func expectFault(
    _ code: String,
    line: Int,
    column: Int,
    in text: String,
    within limit: Duration = .seconds(20),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let bytes = Array(text.utf8)
    var result: (root: Node?, diagnostics: [Diagnostic])?
    let time = ContinuousClock().measure {
      result = YAMLDocument.parse(bytes, name: "spec.yaml")
    }
    #expect(result?.root == nil, sourceLocation: sourceLocation)
    #expect(result?.diagnostics.map(\.code) == [code], sourceLocation: sourceLocation)
    let place = Place(file: "spec.yaml", line: line, column: column)
    #expect(result?.diagnostics.first?.range?.place == place, sourceLocation: sourceLocation)
    #expect(time < limit, sourceLocation: sourceLocation)
  }

  @Test func `forty mebibytes are refused unread`() {
    let text = String(repeating: "- 0123456789abcde\n", count: 40 * 1024 * 1024 / 18 + 1)
    expectFault("file-too-large", line: 1, column: 1, in: text)
  }

  @Test func `the largest file is read`() throws {
    let text = "a: " + String(repeating: "x", count: Limits.size - 3)
    #expect(text.utf8.count == Limits.size)
    let (root, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    #expect(root?["a"]?.text.utf8.count == Limits.size - 3)
    expectFault("file-too-large", line: 1, column: 1, in: text + "x")
  }

  @Test(arguments: [
    ("[", 10_000, 101),
    ("{a: ", 10_000, 401),
    ("- ", 10_000, 201),
    ("[", 20_000_000, 101),
  ])
  func `deep nesting is refused at the first level too many`(
    level: String,
    count: Int,
    column: Int
  ) {
    let text = String(repeating: level, count: count)
    expectFault("nesting-too-deep", line: 1, column: column, in: text)
  }

  @Test func `a hundred levels are read`() {
    let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(read(text).diagnostics.isEmpty)
    expectFault("nesting-too-deep", line: 1, column: 101, in: "[" + text + "]")
  }

  @Test func `levels behind an alias count`() {
    let half = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    let around = { (levels: Int) in
      String(repeating: "[", count: levels) + "*a" + String(repeating: "]", count: levels)
    }
    #expect(read("- &a \(half)\n- \(around(39))").diagnostics.isEmpty)
    expectFault("nesting-too-deep", line: 2, column: 43, in: "- &a \(half)\n- \(around(40))")
    let twice = "- &a \(half)\n- &b \(around(39))\n- [*b]"
    expectFault("nesting-too-deep", line: 3, column: 4, in: twice)
  }

  @Test func `an alias bomb is refused where it passes the limit`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    expectFault("alias-limit", line: 6, column: 45, in: text)
  }

  @Test func `a bomb of merge keys is refused as well`() {
    var text = "a0: &a0 {x: 1}\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) {k\(level): *a\(level - 1), <<: *a\(level - 1)}\n"
    }
    let diagnostics = read(text).diagnostics
    #expect(diagnostics.map(\.code) == ["alias-limit"])
  }

  @Test func `a million nodes are the most`() {
    let text = "[" + String(repeating: "x,", count: Limits.nodes) + "]"
    expectFault("too-many-nodes", line: 1, column: 1_999_998 + 2, in: text, within: .seconds(20))
  }

  @Test func `nodes behind aliases count`() {
    let list = "- &a [" + String(repeating: "x,", count: 999) + "]\n"
    let text = list + String(repeating: "- *a\n", count: 999)
    expectFault("alias-limit", line: 1000, column: 3, in: text, within: .seconds(5))
  }

  @Test func `tag directives without end are refused`() {
    let text = (1...200_000).map { "%TAG !a\($0)! !x\n" }.joined() + "---\na: 1"
    expectFault("too-many-directives", line: 101, column: 1, in: text)
  }

  @Test func `tags that grow out of a short text are refused`() {
    let text =
      "%TAG !a! !" + String(repeating: "x", count: 1_000_000) + "\n---\n"
      + String(repeating: "- !a!b c\n", count: 100)
    expectFault("file-too-large", line: 70, column: 3, in: text, within: .seconds(60))
  }
}
