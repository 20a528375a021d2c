import Testing

@testable import Liquid

/// What the standard language reads as.
struct SyntaxTests {
  @Test(arguments: [
    ("", ""),
    ("a { b } c", #""a { b } c""#),
    ("a {{ b }} c", #""a " out(b) " c""#),
    ("{{}}", "out()"),
    ("{{ 'a' }}{{ \"b'c\" }}{{ 'x\ny' }}", #"out("a") out("b'c") out("x\ny")"#),
    (
      "{{ 1 }}{{ -2 }}{{ 3.50 }}{{ 99999999999999999999 }}",
      "out(1) out(-2) out(3.50) out(99999999999999999999)"
    ),
    (
      "{{ nil }}{{ null }}{{ true }}{{ false }}{{ empty }}{{ blank }}",
      "out(null) out(null) out(true) out(false) out(empty) out(blank)"
    ),
    ("{{ (1..n) }}{{ (a.b..5) }}", "out((1..n)) out((a.b..5))"),
    (
      "{{ a.b-c.d? }}{{ a['x y'][1][b.c] }}{{ a[-1].size }}",
      #"out(a.b-c.d?) out(a["x y"][1][b.c]) out(a[-1].size)"#
    ),
    ("{{ ['a b'].c }}{{ [a].b }}", #"out(["a b"].c) out([a].b)"#),
    ("{{ ticket.custom.1st.contains.empty }}", "out(ticket.custom.1st.contains.empty)"),
    ("{{ empty.size }}", "out(empty.size)"),
    ("{{ a | b | c: 1, 'x' , d: e.f | g: }}", #"out(a | b | c(1, "x", d: e.f) | g)"#),
    ("{{a|default:\"n\"|append:'|'}}", #"out(a | default("n") | append("|"))"#),
  ])
  func `text and outputs`(_ text: String, _ outline: String) {
    let template = Template(text, dialect: .liquid)
    #expect(Outline.of(template.root) == outline)
    #expect(template.problems.allSatisfy { $0.code == .unknownFilter })
  }

  @Test(arguments: [
    ("{% assign a = b | split: ',' %}", #"a=(b | split(","))"#),
    ("{%assign a=1%}", "a=(1)"),
    ("{% capture a %}x{{ b }}{% endcapture %}", #"a={"x" out(b)}"#),
    ("{% capture 'a' %}{% endcapture %}", "a={}"),
    ("{% if a %}1{% elsif b %}2{% else %}3{% endif %}", #"if(a){"1"}(b){"2"}{"3"}"#),
    ("{% unless a %}1{% else %}2{% endunless %}", #"if!(a){"1"}{"2"}"#),
    ("{% if a and b or c %}1{% endif %}", #"if(a and b or c){"1"}"#),
    (
      "{% if a == 'x' and b != 1 or c contains d %}1{% endif %}",
      #"if(a == "x" and b != 1 or c contains d){"1"}"#
    ),
    (
      "{% if a<>1 or a<=2 or a>=3 or a<4 or a>5 %}1{% endif %}",
      #"if(a != 1 or a <= 2 or a >= 3 or a < 4 or a > 5){"1"}"#
    ),
    (
      "{% case a %} x {% when 1, 'b' or c %}1{% else %}2{% when d %}3{% endcase %}",
      #"case(a)[1, "b", c]{"1"}{"2"}[d]{"3"}"#
    ),
    (
      "{% for a in b %}{{ a }}{% break %}{% continue %}{% else %}n{% endfor %}",
      #"for(a in b){out(a) break continue}{"n"}"#
    ),
    (
      "{% for a in (1..3) reversed limit:2 offset:b.c %}x{% endfor %}",
      #"for(a in (1..3) reversed limit 2 offset b.c){"x"}"#
    ),
    (
      "{% for a in b, limit: 2, offset: continue %}x{% endfor %}",
      #"for(a in b limit 2 offset continue){"x"}"#
    ),
    (
      "{% tablerow a in b cols: 2, limit: 3 offset:1 %}x{% endtablerow %}",
      #"table(a in b limit 3 offset 1 cols 2){"x"}"#
    ),
    ("{% cycle 'a', b %}{% cycle 'g': 1, 2 %}", #"cycle("a", b) cycle("g": 1, 2)"#),
    ("{% increment a %}{% decrement b %}", "a+=1 b+=-1"),
    ("{% comment %} {{ a {% if %} {% comment %}{% endcomment %} {% endcomment %}b", #"# "b""#),
    ("{% comment %}{% raw %}{% endcomment %}{% endraw %}{% endcomment %}b", #"# "b""#),
    ("{% # a {{ b %}{%- # c\n # d\n -%}", "# #"),
    ("{% doc %}{% if %}{% enddoc %}", "#"),
    ("{% raw %}{{ a }}{% if %}{% endraw %}b", #"raw"{{ a }}{% if %}" "b""#),
    ("{% raw %}{{ a {% endraw %}", #"raw"{{ a ""#),
    ("{% echo a | upcase %}", "out(a | upcase)"),
    ("{% ifchanged %}a{% endifchanged %}", #"changed{"a"}"#),
  ])
  func tags(_ text: String, _ outline: String) {
    let template = Template(text, dialect: .liquid)
    #expect(Outline.of(template.root) == outline)
    #expect(template.problems.isEmpty)
  }

  @Test(arguments: [
    ("{% liquid\n assign a = 1\n\n echo a | upcase\n%}b", #"a=(1) out(a | upcase) "b""#),
    ("{% liquid\nif a\necho 1\nelse\necho 2\nendif %}", "if(a){out(1)}{out(2)}"),
    ("{% liquid\n# note\ncomment\nif x\ncomment\nendcomment\nendcomment\necho a %}", "# # out(a)"),
    ("{% liquid\nraw\nif {{ x\nendraw\necho a %}", #"raw"if {{ x" out(a)"#),
    ("{% liquid liquid liquid assign a = 1 %}", "a=(1)"),
    ("{% if a %}{% liquid\necho b\n%}{% endif %}", "if(a){out(b)}"),
  ])
  func `a tag a line`(_ text: String, _ outline: String) {
    let template = Template(text, dialect: .liquid)
    #expect(Outline.of(template.root) == outline)
    #expect(template.problems.isEmpty)
  }

  @Test(arguments: [
    ("a  {{- b -}}  c", #""a" out(b) "c""#),
    ("a \n{%- assign b = 1 -%}\n c", #""a" b=(1) "c""#),
    (" {{- a -}} {{- b -}} ", "out(a) out(b)"),
    ("{% if a -%} x {%- else -%} y {%- endif -%} z", #"if(a){"x"}{"y"} "z""#),
    ("a {%- raw -%} b {%- endraw -%} c", #""a" raw" b " "c""#),
    ("a {%- comment -%} b {%- endcomment -%} c", #""a" # "c""#),
    ("{{-1}}", "out(1)"),
    ("{{--1}}", "out(-1)"),
    ("{%-%}", ""),
  ])
  func `dashes take the blanks beside them`(_ text: String, _ outline: String) {
    #expect(Outline.of(Template(text, dialect: .liquid).root) == outline)
  }

  @Test(arguments: [
    ("{% if a %} {% assign b = 1 %} {% else %}\n{% endif %}", "if(a){b=(1)}{}"),
    ("{% for a in b %} {% if a %} {% endif %} {% endfor %}", "for(a in b){if(a){}}"),
    ("{% if a %} {% if b %}x{% endif %} {% endif %}", #"if(a){" " if(b){"x"} " "}"#),
    ("{% if a %} {{ b }}{% else %} {% endif %}", #"if(a){" " out(b)}{" "}"#),
    ("{% capture a %} {% endcapture %}", #"a={" "}"#),
  ])
  func `blanks of a body that leaves nothing are dropped`(_ text: String, _ outline: String) {
    #expect(Outline.of(Template(text, dialect: .liquid).root) == outline)
  }
}
