import Testing

@testable import Liquid

/// Templates that mean harm: no trap, no hang, a bounded answer.
///
/// What takes linear time takes a tenth of a second here, and what takes quadratic time half a minute, so
/// that a busy machine changes nothing.
struct HostileTests {
  /// What is repeated, and by which name a failure goes, since a long argument would be printed.
  static let repeated: [(name: String, text: String)] = [
    ("outputs", "{{"), ("tags", "{%"), ("both", "{{{%"), ("braces", "{"), ("ends", "}}%}"),
    ("attributes", "${"), ("outputs with attributes", "{{${"), ("comments", "<!--"),
    ("whole comments", "<!---->"), ("ifs", "{% if a %}"), ("ends of ifs", "{% endif %}"),
    ("elses", "{% else %}"), ("raws", "{% raw %}"), ("comment tags", "{% comment %}"),
    ("quotes", "'"), ("tags with quotes", "{%'"), ("tags with both quotes", "{%'{%\""),
    ("raws with quotes", "{% raw %}{%'"), ("filters", "{{ a | b }}"),
    ("assigns", "{% assign a = a %}"),
    ("conditional assigns", "{% if a %}{% assign a = a %}{% endif %}{{ a }}"),
    ("skips", "{% for a in b %}{% if c %}{% break %}{% endif %}{% endfor %}"),
    ("blanks", " \n"), ("trims", "{{- a -}} "), ("lines", "{% liquid\n if a\n"), ("dollars", "$"),
    ("calls", "{% connected_content a :b c :save d %}"), ("letters", "é"),
    ("trimmed comments", " <!---->{{- a }}"),
  ]

  /// What is repeated between the two halves of one output or tag.
  static let within: [(name: String, start: String, text: String, end: String)] = [
    ("brackets", "{{ a", "[", "}}"), ("members", "{{ a", ".b", "}}"), ("rounds", "{{ ", "(", "}}"),
    ("filters", "{{ a ", "| to_i: b ", "}}"), ("conditions", "{% if a", " and a", "%}{% endif %}"),
    ("braces", "{{ ", "{{", "}}"), ("pairs", "{{ ", "{{}}", "}}"), ("values", "{{ ", "1 ", "}}"),
    ("whens", "{% case a %}", "{% when 1, 2 %}3", "{% endcase %}"),
    ("elsifs", "{% if a %}", "{% elsif b %}1", "{% endif %}"),
    ("liquids", "{% liquid ", "liquid ", "%}"), ("lines", "{% liquid ", "echo a\n", "%}"),
    ("open lines", "{% liquid ", "if a\n", "%}"), ("hashes", "{% ", "# a\n", "%}"),
    ("options", "{% connected_content a ", ":save b ", "%}"), ("curly quotes", "{{ ", "“", "}}"),
    ("cycles", "{% cycle a", ", b", "%}"), ("dots", "{{ a", ".", "}}"),
  ]

  @Test(arguments: repeated.indices)
  func `repetition takes linear time`(_ index: Int) {
    let (name, text) = Self.repeated[index]
    check(name) { size in String(repeating: text, count: size / text.utf8.count) }
  }

  @Test(arguments: within.indices)
  func `repetition inside of braces takes linear time`(_ index: Int) {
    let (name, start, text, end) = Self.within[index]
    check(name) { size in
      start + String(repeating: text, count: size / text.utf8.count) + end
    }
  }

  @Test(arguments: Dialect.all)
  func `a megabyte of opening braces is one problem`(_ dialect: Dialect) {
    let problems = Template(String(repeating: "{{", count: 500_000), dialect: dialect).problems
    #expect(problems.map(\.code) == [.unclosedOutput])
  }

  @Test func `ten thousand nested tags are one problem`() {
    let text = String(repeating: "{% if a %}", count: 10_000)
    let template = Template(text, dialect: .liquid)
    #expect(template.problems.map(\.code) == [.tooDeep])
    #expect(template.problems.first?.range.lowerBound == 100 * 10)
    let closed = text + String(repeating: "{% endif %}", count: 10_000)
    #expect(Template(closed, dialect: .liquid).problems.map(\.code) == [.tooDeep])
  }

  @Test func `a hundred nested tags and brackets are none`() {
    let open = String(repeating: "{% if a %}", count: 100)
    let text = open + "{{ b }}" + String(repeating: "{% endif %}", count: 100)
    #expect(Template(text, dialect: .liquid).problems.isEmpty)
    let deep =
      "{{ a" + String(repeating: "[a", count: 99) + String(repeating: "]", count: 99) + "}}"
    #expect(Template(deep, dialect: .liquid).problems.isEmpty)
    let deeper = "{{ a" + String(repeating: "[a", count: 100) + String(repeating: "]", count: 100)
    #expect(Template(deeper + "}}", dialect: .liquid).problems.map(\.code) == [.tooDeep])
  }

  @Test func `what is too large is not read`() {
    let text = String(repeating: "a", count: Limits.size + 1)
    let template = Template(text, dialect: .liquid)
    #expect(template.problems.map(\.code) == [.tooLarge])
    #expect(template.root.nodes.isEmpty)
    #expect(Template(String(text.dropLast()), dialect: .liquid).problems.isEmpty)
  }

  @Test func `problems are counted, not piled up`() {
    let text = String(repeating: "{{ a | to_i }}", count: 10_000)
    #expect(Template(text, dialect: .liquid).problems.count == Limits.problems)
  }

  private func check(_ name: String, _ text: (Int) -> String) {
    let time = Self.time(text(40_000), .braze)
    #expect(time < .seconds(10), "\(name)")
  }

  /// How long everything that can be asked about a template takes.
  private static func time(_ text: String, _ dialect: Dialect) -> Duration {
    ContinuousClock().measure {
      let template = Template(text, dialect: dialect)
      let index = TemplateIndex(template)
      var found = index.splitIndexes.count
      for skeleton in template.skeletons(filling: { _ in "1" }) {
        found += skeleton.fillings.prefix(100).map { index.sources(of: $0.output).count }
          .reduce(0, +)
      }
      #expect(found >= 0)
    }
  }
}
