import Testing

@testable import Liquid

/// Where Liquid begins and ends in a template as it is written.
struct StretchTests {
  @Test(arguments: [
    ("", []), ("a", ["text a"]),
    ("a {{ b }} c", ["text a ", "output {{ b }}", "text  c"]),
    ("a {{- b -}} c", ["text a", "tags  ", "output {{- b -}}", "tags  ", "text c"]),
    (
      "{% if a %}1{% else %}2{% endif %}{% echo b %}",
      ["tags {% if a %}", "text 1", "tags {% else %}", "text 2", "tags {% endif %}"]
        + ["output {% echo b %}"]
    ),
    (
      "{% capture a %}1{{ b }}{% endcapture %}{% assign c = 1 %}2",
      ["tags {% capture a %}", "text 1", "output {{ b }}"]
        + ["tags {% endcapture %}{% assign c = 1 %}", "text 2"]
    ),
    (
      "{% for a in b %}1{% else %}2{% endfor %}{% ifchanged %}3{% endifchanged %}",
      ["tags {% for a in b %}", "text 1", "tags {% else %}", "text 2"]
        + ["tags {% endfor %}{% ifchanged %}", "text 3", "tags {% endifchanged %}"]
    ),
    (
      "{% raw %}{{ a }}{% endraw %}{% comment %}b{% endcomment %}<!-- c -->d",
      ["tags {% raw %}", "text {{ a }}"]
        + ["tags {% endraw %}{% comment %}b{% endcomment %}<!-- c -->", "text d"]
    ),
    ("{{${a}}}b", ["output {{${a}}}", "text b"]),
    ("{{ a } b {{ c }}", ["broken {{ a }", "text  b ", "output {{ c }}"]),
    ("a {{ b {% c", ["text a ", "broken {{ b ", "broken {% c"]),
    ("{% if a %}1", ["tags {% if a %}", "text 1"]),
  ])
  func `a template is cut where Liquid begins and ends`(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let found = Template(text, dialect: .braze).stretches.map { stretch in
      "\(stretch.form) \(String(decoding: bytes[stretch.range], as: UTF8.self))"
    }
    #expect(found == expected)
  }
}
