import Testing

@testable import Liquid

/// What a template refers to.
struct IndexTests {
  @Test(arguments: [
    ("{{ ticket.id }}", ["ticket.id output"]),
    (
      "{{ a | append: b.c | upcase: d: e }}",
      ["a output append upcase", "b.c output<append upcase", "e output<upcase"]
    ),
    ("{% assign x = a | split: b %}", ["a =x split", "b =x<split"]),
    (
      "{% capture x %}{{ a | upcase }}{% if b %}{% endif %}{% endcapture %}",
      ["a {x upcase", "b condition"]
    ),
    (
      "{% if a == b and c.d contains 'x' %}{% elsif e %}{% endif %}",
      ["a condition", "b condition", "c.d condition", "e condition"]
    ),
    ("{% case a %}{% when b, 1 %}{% endcase %}", ["a condition", "b condition"]),
    (
      "{% for i in (1..a) limit: b offset: c %}{{ i }}{% endfor %}",
      ["a loop", "b loop", "c loop", "i output"]
    ),
    ("{% tablerow i in a cols: b %}{% endtablerow %}", ["a loop", "b loop"]),
    ("{{ a[b.c].d }}{{ [e] }}", ["b.c index", "a[…].d output", "e index", "[…] output"]),
    ("{% cycle a, 'b' %}{% echo c %}", ["a output", "c output"]),
    ("{% raw %}{{ a }}{% endraw %}{% comment %}{{ b }}{% endcomment %}", []),
  ])
  func `mentions of variables`(_ text: String, _ expected: [String]) {
    #expect(mentions(Template(text, dialect: .liquid)) == expected)
  }

  @Test(arguments: [
    ("{{${first_name} | upcase}}", ["${first_name} output upcase"]),
    ("{{content_blocks.${to_int} | id: 'cb1'}}", ["content_blocks.${to_int} output id"]),
    (
      "{% connected_content https://{{a}} :body {{b | json_escape}} :save c %}",
      ["a connected_content", "b connected_content json_escape"]
    ),
    ("{% abort_message(a) %}", ["a abort_message"]),
    ("<!-- {{ a }} -->{{ b }}", ["b output"]),
  ])
  func `mentions of attributes`(_ text: String, _ expected: [String]) {
    #expect(mentions(Template(text, dialect: .braze)) == expected)
  }

  @Test func `an attribute has a namespace, a key and a place`() throws {
    let text = "<!-- x -->\n {{ custom_attribute.${ zip code } }}"
    let template = Template(text, dialect: .braze)
    let variable = try #require(TemplateIndex(template).mentions.first).variable
    #expect(variable.namespace == "custom_attribute")
    #expect(variable.key == "zip code")
    #expect(variable.name == nil)
    let written = String(decoding: Array(text.utf8)[variable.range], as: UTF8.self)
    #expect(written == "custom_attribute.${ zip code }")
  }

  @Test func `filters are known or not`() {
    let text = "{{ a | to_i | json_escape }}{% assign b = c | upcase %}"
    let found = TemplateIndex(Template(text, dialect: .zendesk)).filters
    #expect(found.map(\.filter.name.text) == ["to_i", "json_escape", "upcase"])
    #expect(found.map(\.isKnown) == [false, false, true])
  }

  @Test func `names that get a value`() {
    let text = """
      {% assign a = 1 %}{% capture b %}{% assign c = 2 %}{% endcapture %}\
      {% for d in e %}{% endfor %}{% increment f %}{% catalog_items g :save h %}
      """
    let found = TemplateIndex(Template(text, dialect: .braze)).bindings
    #expect(found.map(\.name.text) == ["a", "c", "b", "d", "f", "h"])
  }

  @Test(arguments: [
    ("{% assign m = body | split: '\n' %}{{ m[2] }}", ["m[2] of \n"]),
    (
      "{% assign m = body | strip | split: ',' %}{{ x }}{% if m[0] == m[-1] %}{% endif %}",
      ["m[0] of ,", "m[-1] of ,"]
    ),
    (
      "{% if a %}{% assign m = b | split: '1' %}{% else %}{% assign m = b | split: '2' %}"
        + "{% endif %}{{ m[0] }}", ["m[0] of 2", "m[0] of 1"]
    ),
    ("{% assign m = b | split: '1' %}{% assign m = b | split: '2' %}{{ m[0] }}", ["m[0] of 2"]),
    ("{% assign m = b | split: '1' | first %}{{ m[0] }}", []),
    ("{{ m[0] }}{% assign m = b | split: '1' %}{{ m.first }}{{ m[i] }}", []),
    ("{% assign m = b | split: c %}{{ m[0] }}", []),
  ])
  func `members of a split picked by number`(_ text: String, _ expected: [String]) {
    let found = TemplateIndex(Template(text, dialect: .liquid)).splitIndexes
    #expect(found.map { "\($0.variable.description) of \($0.separator)" } == expected)
  }

  private func mentions(_ template: Template) -> [String] {
    TemplateIndex(template).mentions.map { mention in
      let use =
        switch mention.use {
        case .output: "output"
        case .capture(let name): "{" + name
        case .assign(let name): "=" + name
        case .condition: "condition"
        case .loop: "loop"
        case .index: "index"
        case .tag(let name): name
        }
      let argument = mention.argumentOf.map { "<" + $0.text } ?? ""
      let filters = mention.filters.map { " " + $0.name.text }.joined()
      return "\(mention.variable.description) \(use)\(argument)\(filters)"
    }
  }
}
