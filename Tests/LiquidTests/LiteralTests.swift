import Testing

@testable import Liquid

/// Which literals an output leaves as they are. Each row's last output is followed.
struct LiteralTests {
  @Test(arguments: [
    ("{{ 'a' }}", ["'a'"]), ("{{ 5 }}", ["5"]), ("{{ a }}", []), ("{{ 'a' | upcase }}", []),
    ("{% assign a = 'x' %}{{ a }}", ["'x'"]),
    ("{% assign a = 'x' | upcase %}{{ a }}", []), ("{% assign a = 'x' %}{{ a | upcase }}", []),
    ("{% assign a = 'x' %}{{ a.size }}", []), ("{{ a }}{% assign a = 'x' %}", []),
    ("{% assign a = 'x' %}{% assign b = a %}{% assign a = 'y' %}{{ b }}", ["'x'"]),
    ("{% assign a = 'x' %}{% assign a = 'y' %}{{ a }}", ["'y'"]),
    (
      "{% if c %}{% assign a = 'x' %}{% else %}{% assign a = 'y' %}{% endif %}{{ a }}",
      ["'x'", "'y'"]
    ),
    ("{% capture a %}x{% endcapture %}{{ a }}", []), ("{% for a in 'x' %}{{ a }}{% endfor %}", []),
    ("{% assign a = a %}{{ a }}", []), ("{{ }}", []),
  ])
  func `trails to literals`(_ text: String, _ expected: [String]) throws {
    let template = Template(text, dialect: .liquid)
    let bytes = Array(text.utf8)
    let index = TemplateIndex(template)
    let found = index.literals(of: try #require(index.outputs.last))
    #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == expected)
  }

  @Test func `a trail that doubles at every step ends`() throws {
    let step = "{% if b %}{% assign a = a %}{% endif %}"
    let text = "{% assign a = 'x' %}" + String(repeating: step, count: 200) + "{{ a }}"
    let index = TemplateIndex(Template(text, dialect: .liquid))
    let output = try #require(index.outputs.last)
    #expect(index.literals(of: output).count <= 1)
  }
}
