import Diagnostics
import Testing

@testable import Liquid

/// What is wrong with a template, and where: `⟦` stands before each place.
struct ProblemTests {
  @Test(arguments: [
    ("a ⟦{{ b", TemplateProblem.Code.unclosedOutput),
    ("⟦{{ b {% if c %}{% endif %}", .unclosedOutput),
    ("{{ b ⟦} c", .unclosedOutput),
    ("a ⟦{% if b", .unclosedTag),
    ("⟦{% assign a = 1 {% assign b = 2 %}", .unclosedTag),
    ("é\n⟦{% if a %}b", .unclosedBlock),
    ("{% for a in b %}⟦{% if a %}{% endfor %}", .unclosedBlock),
    ("⟦{% raw %} {{ a", .unclosedBlock),
    ("⟦{% comment %}{% comment %}{% endcomment %}", .unclosedBlock),
    ("{% liquid\n⟦if a %}{% if b %}{% endif %}", .unclosedBlock),
    ("{{ ⟦'a }}", .unclosedString),
    ("{% if a == ⟦\"b %}{% endif %}", .unclosedString),
    ("⟦{% else %}", .strayTag),
    ("⟦{% endif %}", .strayTag),
    ("{% if a %}⟦{% endfor %}{% endif %}", .strayTag),
    ("{% if a %}⟦{% when 1 %}{% endif %}", .strayTag),
    ("{% capture a %}⟦{% else %}{% endcapture %}", .strayTag),
    ("{% if a %}{% liquid\n⟦endif %}{% endif %}", .strayTag),
    ("{% ⟦include 'a' %}", .unknownTag),
    ("{% ⟦asign a = 1 %}", .unknownTag),
    ("{% ⟦section %}{% endsection %}", .unknownTag),
    ("{{ a | ⟦to_i }}", .unknownFilter),
    ("{% assign a = b | upcase | ⟦upcas %}", .unknownFilter),
    ("{{ a | default: ⟦“b” }}", .curlyQuote),
    ("{{ a | default: ⟦‘b }}", .curlyQuote),
    ("{{ a ⟦b }}", .syntax),
    ("{{ a | ⟦}}", .syntax),
    ("{{ a | upcase ⟦upcase }}", .syntax),
    ("{{ a.⟦}}", .syntax),
    ("{{ a[1⟦}}", .syntax),
    ("{{ ⟦| upcase }}", .syntax),
    ("{{ (1..2⟦}}", .syntax),
    ("{% if ⟦%}{% endif %}", .syntax),
    ("{% if a ⟦= b %}{% endif %}", .syntax),
    ("{% if a ⟦&& b %}{% endif %}", .syntax),
    ("{% if a ⟦| size %}{% endif %}", .syntax),
    ("{% if ⟦!a %}{% endif %}", .syntax),
    ("{% if a ⟦b %}{% endif %}", .syntax),
    ("{% if a %}{% else ⟦if b %}{% endif %}", .syntax),
    ("{% case a %}{% when ⟦%}{% endcase %}", .syntax),
    ("{% assign ⟦= 1 %}", .syntax),
    ("{% assign a ⟦%}", .syntax),
    ("{% for a ⟦of b %}{% endfor %}", .syntax),
    ("{% for a in b limit:2 ⟦reversed %}{% endfor %}", .syntax),
    ("{% for a in b ⟦cols:2 %}{% endfor %}", .syntax),
    ("{% tablerow a in b ⟦rows:2 %}{% endtablerow %}", .syntax),
    ("{% cycle ⟦%}", .syntax),
    ("{% increment ⟦%}", .syntax),
    ("⟦{%  %}", .syntax),
    ("⟦{% # a\nb %}", .syntax),
    ("{{ a ⟦+ 1 }}", .syntax),
    ("{{ ⟦é }}", .syntax),
    ("{{ ⟦${a }}", .syntax),
  ])
  func `every problem has its place and code`(_ marked: String, _ code: TemplateProblem.Code) {
    let offset = Array(marked.utf8).firstIndex(of: Array("⟦".utf8), from: 0)
    let plain = marked.split(separator: "⟦", omittingEmptySubsequences: false).joined()
    let problems = Template(plain, dialect: .liquid).problems
    #expect(problems.map(\.code) == [code])
    #expect(problems.map(\.range.lowerBound) == [offset])
    #expect(problems.allSatisfy { $0.detail.hasSuffix(".") || $0.detail.hasSuffix("?") })
  }

  @Test(arguments: [
    ("{{ ${a }⟦}", TemplateProblem.Code.unclosedOutput),
    ("{% assign b = ⟦${a\n %}", .unclosedAttribute),
    ("{{ ⟦${a\n}}", .unclosedAttribute), ("{{ ⟦${a\nb} }}", .unclosedAttribute),
    ("{% if ⟦{{a %}{% endif %}", .unclosedOutput),
    ("{{${a} ⟦${b}}}", .syntax),
    ("{{${first_name}⟦} a", .unclosedOutput),
    ("<!-- {{ --><!-- --> a ⟦{{ b", .unclosedOutput),
    ("<!-- é -->{{ a<!-- -->.⟦}}", .syntax),
  ])
  func `in Braze's dialect too`(_ marked: String, _ code: TemplateProblem.Code) {
    let offset = Array(marked.utf8).firstIndex(of: Array("⟦".utf8), from: 0)
    let plain = marked.split(separator: "⟦", omittingEmptySubsequences: false).joined()
    let problems = Template(plain, dialect: .braze).problems
    #expect(problems.map(\.code) == [code])
    #expect(problems.map(\.range.lowerBound) == [offset])
  }

  @Test func `all problems are found, not only the first`() {
    let text = "{{ a | to_i }}{% if b = 1 %}{% endfor %}{{ 'c }}{% foo %}"
    #expect(
      Template(text, dialect: .liquid).problems.map(\.code) == [
        .unknownFilter, .syntax, .strayTag, .unclosedString, .unknownTag, .unclosedBlock,
      ]
    )
  }

  @Test func `only an unknown filter is a warning`() {
    #expect(Template("{{ a | to_i }}", dialect: .liquid).problems.first?.severity == .warning)
    #expect(Template("{% if %}", dialect: .liquid).problems.first?.severity == .error)
  }

  @Test(arguments: [
    ("{{ a | to_i }}", Dialect.braze, "plus: 0"),
    ("{{ a | json_escpae }}", .braze, "Did you mean \"json_escape\"?"),
    ("{{ a | json_escape }}", .zendesk, "Zendesk has no filter"),
    ("{% conected_content x %}", .braze, "Did you mean \"connected_content\"?"),
    ("{% if a = b %}{% endif %}", .liquid, "=="),
    ("{% if a %}{% elseif b %}{% endif %}", .liquid, "Did you mean \"elsif\"?"),
    ("{% if a %}{% endfi %}{% endif %}", .liquid, "{% endif %}"),
  ])
  func `a message says what to do`(_ text: String, _ dialect: Dialect, _ advice: String) {
    let problems = Template(text, dialect: dialect).problems
    #expect(problems.first?.detail.contains(advice) == true)
  }

  @Test(arguments: [
    ("{{ a | upcase | }}{% if b = 1 %}x{% endif %}", #"out(a | upcase) if(null){"x"}"#),
    ("a {{ b } c {% if d {{ e", #""a " broken"{{ b }" " c " broken"{% if d {{ e""#),
    ("a {{ b {% c %}", #""a " broken"{{ b " ?c"#),
  ])
  func `what is malformed is kept as far as it can be read`(_ text: String, _ expected: String) {
    #expect(Outline.of(Template(text, dialect: .liquid).root) == expected)
  }

  /// The bytes are those of a, é (two), a line break, b, 🙂 (four) and c.
  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (5, 2, 2), (9, 2, 3), (10, 2, 4), (99, 2, 4),
  ])
  func `places count characters from one`(_ offset: Int, _ line: Int32, _ column: Int32) {
    let position = Template("aé\nb🙂c", dialect: .liquid).position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }
}
