import Diagnostics
import Testing

@testable import YAML

@Suite struct DiagnosticTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    var code: String
    var detail: String

    init(_ code: String, _ text: String, _ detail: String) {
      self.text = text
      self.code = code
      self.detail = detail
    }

    var testDescription: String { "\(code): \(text.debugDescription)" }
  }

  @Test(arguments: syntax + characters + nodes)
  func `a fault is reported at the marked place`(fault: Fault) throws {
    let marked = MarkedText(fault.text)
    let (root, diagnostics) = read(marked.text)
    #expect(diagnostics.map(\.code) == marked.places.map { _ in fault.code })
    #expect(diagnostics.compactMap(\.range?.place) == marked.places)
    let first = try #require(diagnostics.first)
    #expect(first.detail.contains(fault.detail), "\(first.detail)")
    #expect(first.isError)
    if Self.keepsRoot.contains(fault.code) { #expect(root != nil) } else { #expect(root == nil) }
  }

  static let keepsRoot: Set = ["duplicate-key", "complex-key", "invalid-merge"]

  static let syntax = [
    Fault("yaml-syntax", "a: b▸: c", "put the text in quotes"),
    Fault("yaml-syntax", "a: ▸'x\nb: 1\n", "never closed"),
    Fault("yaml-syntax", "a: ▸\"x\n---\n", "before a line that begins with \"---\""),
    Fault("yaml-syntax", "a: *▸.example.com", "begins an alias"),
    Fault("yaml-syntax", "a: &▸\n", "begins an anchor"),
    Fault("yaml-syntax", "a: ▸@x", "No value can begin with \"@\""),
    Fault("yaml-syntax", "é: ▸%x", "No value can begin with \"%\""),
    Fault("yaml-syntax", "a: 1\n▸title\nb: 1", "no \":\" follows it on its line"),
    Fault("yaml-syntax", "a: 1\n b▸: 1", "check the indentation"),
    Fault("yaml-syntax", "a: 1\nb: 'x' ▸y\n", "the mapping that begins on line 1, column 1"),
    Fault("yaml-syntax", "- a\n▸b: 1", "the list that begins on line 1, column 1"),
    Fault("yaml-syntax", "a: [1, 2\nb▸: 1", "\"[\" opens on line 1, column 4"),
    Fault("yaml-syntax", "a: ▸[1, 2\n", "lacks a \",\" or its \"]\""),
    Fault("yaml-syntax", "a: ▸{b", "lacks a \",\" or its \"}\""),
    Fault("yaml-syntax", "a: ▸}", "A value should be here"),
    Fault("yaml-syntax", "a: ▸- b", "Put \"- \" on a line of its own"),
    Fault("yaml-syntax", "a: ▸? b", "Put it on a line of its own"),
    Fault("yaml-syntax", "a: \"▸\\q\"", "Write \"\\\\\" for a backslash"),
    Fault("yaml-syntax", "a: \"\\x▸ZZ\"", "hexadecimal digits"),
    Fault("yaml-syntax", "a: ▸!b!c x", "needs a %TAG directive"),
    Fault("yaml-syntax", "a: !x▸{ y", "begins a tag"),
    Fault("yaml-syntax", "a: |▸x\n  y", "After \"|\" or \">\""),
    Fault("yaml-syntax", "▸%YAML 2.0\n---\na: 1", "Write %YAML 1.2"),
    Fault("yaml-syntax", "%YAML 1.2\n▸%YAML 1.2\n---\na", "given twice"),
    Fault("yaml-syntax", "%FOO▸\n---\na", "is a directive"),
    Fault("yaml-syntax", "'a'\n▸b\n", "complete before this place"),
    Fault("tab-indentation", "a:\n▸\tb: 1", "Replace the tab"),
    Fault("tab-indentation", "a:\n  b: 1\n▸\tc: 2", "Replace the tab"),
    Fault("tab-indentation", "a: |\n▸\tb", "Replace the tab"),
    Fault("several-documents", "a: 1\n▸---\nb: 2", "exactly one"),
    Fault("several-documents", "a: 1\n...\n# more\n▸b: 2", "exactly one"),
    Fault("empty-document", "▸", "holds nothing"),
    Fault("empty-document", "▸# a comment\n", "nothing but comments"),
    Fault("empty-document", "▸---\n...\n", "holds nothing"),
  ]

  static let characters = [
    Fault("control-character", "a: é▸\u{0}", "U+0000"),
    Fault("control-character", "a: 1\r\nb: ▸\u{7F}", "U+007F"),
    Fault("control-character", "a: ▸\u{80}", "U+0080"),
    Fault("control-character", "a: ▸\u{FEFF}b", "U+FEFF"),
    Fault("control-character", "a: ▸\u{FFFF}", "\\uFFFF"),
    Fault("line-separator", "a: b\nc: x▸\u{85}y", "U+0085"),
    Fault("line-separator", "a: 😀▸\u{2028}", "U+2028"),
    Fault("line-separator", "# ▸\u{2029}", "U+2029"),
  ]

  static let nodes = [
    Fault("duplicate-key", "a: 1\n▸a: 2\n▸\"a\": 3\n", "already given on line 1, column 1"),
    Fault("duplicate-key", "x: {b: 1, ▸b: 2}\ny: [{c: 1, ▸c: 2}]", "line 1, column 5"),
    Fault("duplicate-key", "a: &a {}\n<<: *a\n▸<<: *a\n", "\"<<: [*first, *second]\""),
    Fault("complex-key", "a: {▸{ticket.id}}", "put it in quotes"),
    Fault("complex-key", "? ▸[a]\n: b", "The key is a list"),
    Fault("invalid-merge", "▸<<: 1", "here is a scalar"),
    Fault("invalid-merge", "▸<<: [{a: 1}, [b]]", "here is a list"),
    Fault("invalid-merge", "▸<<: !json {a: 1}", "a mapping with the tag !json"),
    Fault("undefined-alias", "a: &first 1\nb: ▸*frist", "Did you mean \"first\"?"),
    Fault("undefined-alias", "a: ▸*b\nb: ▸*c", "no anchor \"&b\" before this place"),
    Fault("recursive-alias", "a: &a\n  - b: ▸*a", "would contain itself"),
    Fault("recursive-alias", "a: &a 1\nb: &a {<<: ▸*a}", "would contain itself"),
  ]

  @Test(arguments: [
    ([0x61, 0x3A, 0x20, 0xC3, 0xA9, 0xFF], 5, "The byte 0xFF"),
    ([0x61, 0x3A, 0x20, 0xC0, 0x80], 4, "The byte 0xC0"),
    ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], 4, "0xED"),
    ([0x61, 0x3A, 0x20, 0xF4, 0x90, 0x80, 0x80], 4, "0xF4"),
    ([0x61, 0x3A, 0x20, 0xE2, 0x82], 4, "0xE2"),
    ([0xEF, 0xBB, 0xBF, 0x61, 0x80], 2, "The byte 0x80"),
  ])
  func `invalid UTF-8 is refused with its byte`(bytes: [UInt8], column: Int, detail: String) throws
  {
    let (root, diagnostics) = YAMLDocument.parse(bytes, name: "spec.yaml")
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == ["invalid-utf8"])
    #expect(diagnostics.first?.range?.place.column == column)
    #expect(diagnostics.first?.detail.contains(detail) == true)
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]])
  func `UTF-16 is refused by name`(bytes: [UInt8]) {
    let (root, diagnostics) = YAMLDocument.parse(bytes, name: "spec.yaml")
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == ["unsupported-encoding"])
    #expect(diagnostics.first?.detail.contains("UTF-16") == true)
    #expect(diagnostics.first?.range?.place == Place(file: "spec.yaml", line: 1, column: 1))
  }

  @Test func `the caret stands under the marked character of the source line`() throws {
    let marked = MarkedText("first: 1\r\n\"ключ 😀\": ▸*nowhere\r\n")
    let range = try #require(read(marked.text).diagnostics.first?.range)
    #expect(range.place == marked.places.first)
    let line = try #require(range.source.line(Int(range.start.line)))
    let rest = line.unicodeScalars.dropFirst(Int(range.start.column) - 1)
    #expect(String(String.UnicodeScalarView(rest)) == "*nowhere")
    #expect(range.end.column - range.start.column == 8)
  }

  @Test func `a carriage return alone breaks a line in messages as in the text`() throws {
    let (_, diagnostics) = read("a: 1\rb: 2\ra: 3")
    let range = try #require(diagnostics.first?.range)
    #expect(diagnostics.map(\.code) == ["duplicate-key"])
    #expect(range.place.line == 3)
    #expect(range.source.line(3) == "a: 3")
  }
}
