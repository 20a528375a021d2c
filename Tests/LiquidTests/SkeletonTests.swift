import Testing
import Values

@testable import Liquid

/// What a template leaves, each output filled in with `_`.
struct SkeletonTests {
  @Test(arguments: [
    ("a {{ b }} c", ["a _ c"]),
    ("{% assign a = 1 %}{% capture b %}x{% endcapture %}{# y #}", ["{# y #}"]),
    ("{% if a %}1{% endif %}", ["1", ""]),
    ("{% if a %}1{% elsif b %}2{% else %}3{% endif %}", ["1", "2", "3"]),
    ("{% unless a %}1{% else %}2{% endunless %}", ["1", "2"]),
    ("{% case a %}{% when 1 %}1{% when 2 %}2{% endcase %}", ["1", "2", ""]),
    ("{% case a %}{% when 1 %}1{% else %}2{% endcase %}", ["1", "2"]),
    ("{% if a %}1{% endif %}-{% if b %}2{% endif %}", ["1-2", "-"]),
    ("{% if a %}{% if b %}1{% else %}2{% endif %}{% else %}3{% endif %}", ["1", "2", "3"]),
    ("{% for a in b %}{{ a }},{% endfor %}", ["_,"]),
    ("{% for a in b %}1{% else %}2{% endfor %}", ["1", "2"]),
    ("{% for a in b %}{{ a }}{% unless forloop.last %},{% endunless %}{% endfor %}", ["_"]),
    ("{% for a in b %}{% if forloop.first %}f{% else %},{% endif %}{% endfor %}", ["f"]),
    ("{% for a in b %}{% if forloop.index < forloop.length %},{% endif %}x{% endfor %}", ["x"]),
    ("{% for a in b %}{% if forloop.last == false and c %},{% endif %}x{% endfor %}", ["x"]),
    ("{% for a in b %}{% if forloop.index0 != 0 or c %},{% endif %}x{% endfor %}", [",x", "x"]),
    ("{% for a in b %}1{% break %}2{% endfor %}3", ["13"]),
    (
      "{% for a in b %}{% if c %}{% continue %}{% endif %}2{% if d %}4{% endif %}{% endfor %}3",
      ["3", "243", "23"]
    ),
    ("{% cycle 'a', 'b' %}{% increment c %}{% decrement d %}", ["a0-1"]),
    ("{% raw %}{{ a }}{% endraw %}{% echo a %}{% foo %}", ["{{ a }}_"]),
    ("{% ifchanged %}a{% endifchanged %}", ["a"]),
    (
      "{% tablerow a in b %}1{% endtablerow %}",
      ["<tr class=\"row1\">\n<td class=\"col1\">1</td></tr>\n"]
    ),
    ("{% if a %}{% abort_message('x') %}{% endif %}b", ["b"]),
    ("a{% abort_message %}", []),
    ("a {{ b } c {{ d }}", ["a {{ b } c _"]),
  ])
  func `each branch is taken in turn`(_ text: String, _ expected: [String]) {
    let template = Template(text, dialect: .braze)
    #expect(template.skeletons { _ in "_" }.map(\.text) == expected)
  }

  @Test func `there are at most sixteen`() {
    let branches = (0..<40).map { "{% elsif a\($0) %}\($0)" }.joined()
    let template = Template("{% if a %}x\(branches){% endif %}", dialect: .liquid)
    #expect(template.skeletons { _ in "" }.count == Limits.skeletons)
  }

  @Test func `a way that is never reached is not tried again and again`() {
    let text = "{% for a in b %}1{% break %}{% if c %}2{% endif %}{% endfor %}"
    #expect(Template(text, dialect: .liquid).skeletons { _ in "" }.map(\.text) == ["1"])
  }

  @Test func `every byte has its place in the template`() throws {
    let text = "<!-- x -->é {%- if a -%} b<!-- -->c {{ d }} {%- endif %}e"
    let template = Template(text, dialect: .braze)
    let bytes = Array(text.utf8)
    let skeleton = try #require(template.skeletons { _ in "__" }.first)
    #expect(skeleton.text == "ébc __e")
    for (offset, byte) in skeleton.bytes.enumerated() {
      let place = skeleton.offsetInTemplate(of: offset)
      let isFilled = byte == UInt8(ascii: "_")
      #expect(bytes[place] == (isFilled ? UInt8(ascii: "{") : byte))
    }
    #expect(skeleton.offsetInTemplate(of: 99) == bytes.count)
  }

  @Test(arguments: [
    (#"{"a": "{{ b }}"}"#, [true]), (#"{"a": {{ b }}}"#, [false]),
    (#"{"a\"": {{ b }}, "{{ c }}": "x {{ d }} y"}"#, [false, true, true]),
    (#"{"\\": {{ b }}}"#, [false]),
    (#"{% if x %}"{% endif %}{{ b }}""#, [true]),
  ])
  func `an output knows whether it stands in a string`(_ text: String, _ expected: [Bool]) throws {
    let skeleton = try #require(Template(text, dialect: .liquid).skeletons { _ in "x" }.first)
    #expect(skeleton.fillings.map(\.isQuoted) == expected)
  }

  @Test func `a fault of JSON is found at its place in the template`() throws {
    let text = #"{"a": "{{ ticket.title }}", "b": {{ ticket.id }},}"#
    let skeleton = try #require(
      Template(text, dialect: .zendesk).skeletons { _ in "123456" }.first
    )
    let error = #expect(throws: JSONError.self) { try Value(json: skeleton.bytes) }
    let place = skeleton.offsetInTemplate(of: try #require(error).offset)
    #expect(place == text.utf8.count - 1)
  }
}
