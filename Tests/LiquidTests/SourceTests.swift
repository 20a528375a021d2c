import Testing

@testable import Liquid

/// Where the text of an output comes from. Each row's last output is followed.
struct SourceTests {
  @Test(arguments: [
    ("{{ a.b }}", ["a.b"]),
    ("{{ a | upcase | strip }}", ["a upcase strip"]),
    ("{{ 'a' }}", []),
    ("{% assign a = b.c | strip %}{{ a | upcase }}", ["b.c strip upcase"]),
    ("{% assign a = b.c %}{{ a.d }}", ["b.c.d"]),
    ("{% assign a = b | split: ',' %}{{ a[1].x | upcase }}", ["b split upcase"]),
    ("{% assign a = b %}{% assign c = a | strip %}{% assign a = 'x' %}{{ c }}", ["b strip"]),
    ("{% assign a = b %}{% assign a = a | strip %}{{ a }}", ["b strip"]),
    ("{% assign a = b %}{% assign a = 'x' %}{{ a }}", []),
    ("{{ a }}{% assign a = b %}", ["a"]),
    (
      "{% capture a %}x{{ b | strip }}{{ c }}{% if d %}{% endif %}{% endcapture %}{{ a | upcase }}",
      ["b strip upcase", "c upcase"]
    ),
    (
      "{% capture a %}{% assign x = b %}{% capture y %}{{ c }}{% endcapture %}{{ d }}{% endcapture %}"
        + "{{ a }}", ["d"]
    ),
    ("{% if x %}{% assign a = b %}{% endif %}{{ a }}", ["a", "b"]),
    ("{% if x %}{% assign a = b %}{{ a }}{% endif %}", ["b"]),
    (
      "{% assign a = c %}{% if x %}{% assign a = b %}{% else %}{% assign a = d %}{% endif %}{{ a }}",
      ["d", "b", "c"]
    ),
    ("{% for i in a.b %}{{ i.c }}{% endfor %}", ["a.b"]),
    ("{% for i in a %}{% endfor %}{{ i }}", ["i"]),
    ("{% assign i = c %}{% for i in a %}{% endfor %}{{ i }}", ["c"]),
    ("{{ 'x' | append: a | strip | default: b }}", ["a strip default", "b"]),
    ("{{ a | split: b | slice: c }}", ["a split slice"]),
    ("{{ a[b] }}", ["a[…]"]),
    ("{% increment a %}{{ a }}", []),
  ])
  func `trails through names`(_ text: String, _ expected: [String]) throws {
    #expect(try sources(Template(text, dialect: .liquid)) == expected)
  }

  @Test func `an attribute is reached through braces, assign and capture`() throws {
    let text = """
      {% assign m = {{sms.${inbound_message_body}}} | strip %}\
      {% capture c %}Hi {{${first_name}}}: {{m}}{% endcapture %}{{c | json_escape}}
      """
    #expect(
      try sources(Template(text, dialect: .braze)) == [
        "${first_name} json_escape", "sms.${inbound_message_body} strip json_escape",
      ]
    )
  }

  @Test func `what a tag saved is a source`() throws {
    let text = "{% connected_content https://a :save r %}{{ r.name }}"
    #expect(try sources(Template(text, dialect: .braze)) == ["r.name"])
  }

  @Test func `a trail that doubles at every step ends`() throws {
    let start = "{% assign v0 = x %}"
    let text = (1...200).reduce(start) { text, step in
      text + "{% assign v\(step) = v\(step - 1) | append: v\(step - 1) %}"
    }
    let found = try sources(Template(text + "{{ v200 }}", dialect: .liquid))
    #expect(found.contains("v200"))
    #expect(found.count <= 64)
  }

  private func sources(_ template: Template) throws -> [String] {
    let index = TemplateIndex(template)
    let output = try #require(index.outputs.last)
    return index.sources(of: output).map { source in
      ([source.variable.description] + source.filters.map(\.name.text)).joined(separator: " ")
    }
  }
}
