import Testing

@testable import Liquid

/// What the tags of the standard language leave: Shopify's documented behaviour.
struct RenderedTagTests {
  @Test(arguments: [
    ("a{{ b }}c", #"{"b": 1}"#, "a1c"),
    ("{{ x }}{{ x.y.z }}{{ nil }}{{}}", "{}", ""),
    (
      "{{ true }} {{ false }} {{ 1.10 }} {{ -3 }} {{ (1..3) }} {{ empty }}|{{ blank }}", "{}",
      "true false 1.1 -3 1..3 |"
    ),
    (
      "{{ a.b[0]['c d'] }}{{ a['b'].first['c d'] }}{{ a[k].size }}",
      #"{"a": {"b": [{"c d": 7}]}, "k": "b"}"#, "771"
    ),
    ("{{ l[-1] }}{{ l[9] }}{{ l['0'] }}{{ l.last }}{{ l.x }}", #"{"l": [1, 2, 3]}"#, "33"),
    ("{{ ['a b'] }}{{ [k] }}", #"{"a b": 1, "k": "a b"}"#, "11"),
    (
      "{{ l }} {{ o }}",
      #"{"l": [1, [2, null, "x"]], "o": {"a": [1, "q\"", null, true], "b": 1.50}}"#,
      #"12x {"a"=>[1, "q\"", nil, true], "b"=>1.5}"#
    ),
    (
      "{{ s.size }}{{ s.first }}{{ s.last }}{{ h.size }}{{ h.first }}",
      #"{"s": "né", "h": {"k": "v"}}"#, "2né1kv"
    ),
    ("{{ h.size }}", #"{"h": {"size": "own"}}"#, "own"),
    (
      "{{ big }} {{ f }} {{ e }} {{ z }}",
      #"{"big": 123456789012345678901234567890, "f": 1e16, "e": 0.00001, "z": 100000.0}"#,
      "123456789012345678901234567890 1.0e+16 1.0e-05 100000.0"
    ),
  ])
  func `outputs`(_ text: String, _ data: String, _ expected: String) throws {
    #expect(try Template.rendered(text, data) == expected)
  }

  @Test(arguments: [
    ("{% assign a = 'x' | upcase %}{{ a }}{% assign a = a | append: a %}{{ a }}", "XXX"),
    ("{% capture c %}<{{ 1 }}>{% endcapture %}{{ c }}{{ c }}", "<1><1>"),
    ("{% for i in (1..2) %}{% assign x = i %}{% endfor %}{{ x }}{{ i }}", "2"),
    ("{% increment a %}{% increment a %}{{ a }}{% decrement a %}{% decrement b %}", "0121-1"),
    ("{% assign a = 'v' %}{% increment a %}{{ a }}", "0v"),
    ("{% decrement n %}{{ n }}", "-1-1"),
    ("{% echo 'a' | upcase %}{% liquid\nassign b = 2\nif b == 2\necho b\nendif %}", "A2"),
    ("{% comment %}{{ x }}{% endcomment %}{% # no %}{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
    (" a {{- 1 -}} b {%- assign x = 1 -%} c", " a1bc"),
    ("{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}", "aba"),
    ("{% cycle 1: 'a', 'b' %}{% cycle 2: 'a', 'b' %}{% cycle 1: 'a', 'b' %}", "aab"),
    (
      "{% cycle 1: 'a', 'b', 'c' %}{% cycle 1: 'x', 'y', 'z' %}{% cycle 1: 'x' %}{% cycle 1: 'x' %}",
      "ayx"
    ),
    ("{% assign x = 'q' %}{% cycle x, 'b' %}{% cycle x, 'b' %}", "qq"),
    (
      "{% for i in (1..4) %}{% ifchanged %}{{ i | divided_by: 2 }}{% endifchanged %}{% endfor %}",
      "012"
    ),
    ("{% if true %}  {% endif %}|{% if true %} {{ 1 }} {% endif %}", "| 1 "),
  ])
  func `what gives names and counts`(_ text: String, _ expected: String) throws {
    #expect(try Template.rendered(text, #"{"n": 10}"#) == expected)
  }

  @Test(arguments: [
    ("1 == 1.0", true), ("'1' == 1", false), ("nil == false", false), ("x == nil", true),
    ("1 < 2", true), ("2 <= 1", false), ("'a' < 'b'", true), ("nil < 1", false), ("1 > nil", false),
    ("nil <= nil", false), ("true == true", true), ("true > false", false),
    ("'abc' contains 'b'", true), ("'a1' contains 1", true), ("l contains 2", true),
    ("l contains '2'", false), ("h contains 'k'", true), ("nil contains 1", false),
    ("'a' contains nil", false), ("(1..3) contains 2", true), ("l == l", true), ("l != h", true),
    ("'' == empty", true), ("nil == empty", false), ("e == empty", true), ("' ' == blank", true),
    ("nil == blank", true), ("0 == blank", false), ("h != empty", true), ("empty == e", true),
    ("0", true), ("''", true), ("e", true), ("nil", false), ("false", false), ("x", false),
    // What stands between the first and the last is asked from the right.
    ("true or false and false", true), ("false and false or true", false),
    ("false or true and false", false), ("true and true or false", true),
    ("1 <> 2", true), ("(1..2) == (1..2)", true), ("1.5 >= 1", true), ("'é' == 'é'", true),
  ])
  func `what is true`(_ condition: String, _ isTrue: Bool) throws {
    let data = #"{"l": [1, 2], "h": {"k": 1}, "e": []}"#
    let text = "{% if \(condition) %}yes{% else %}no{% endif %}"
    #expect(try Template.rendered(text, data) == (isTrue ? "yes" : "no"))
    let unless = "{% unless \(condition) %}no{% else %}yes{% endunless %}"
    #expect(try Template.rendered(unless, data) == (isTrue ? "yes" : "no"))
  }

  @Test(arguments: [
    ("{% if a == 1 %}1{% elsif a == 2 %}2{% else %}3{% endif %}", "2"),
    ("{% unless a == 1 %}1{% elsif a == 2 %}2{% endunless %}", "1"),
    ("{% case a %}x{% when 1, 2 %}b{% when 2 %}c{% else %}d{% endcase %}", "bc"),
    ("{% case a %}{% when 5 or 6 %}b{% else %}d{% endcase %}", "d"),
    ("{% case a %}{% when 2, 2 %}b{% endcase %}", "bb"),
    ("{% case n %}{% when empty %}e{% when blank %}b{% when nil %}n{% endcase %}", "bn"),
    ("{% case a %}{% else %}1{% when 2 %}2{% else %}3{% endcase %}", "12"),
  ])
  func `branches`(_ text: String, _ expected: String) throws {
    #expect(try Template.rendered(text, #"{"a": 2}"#) == expected)
  }

  @Test(arguments: [
    ("{% for i in l %}{{ i }}{% else %}none{% endfor %}", "12345"),
    ("{% for i in x %}{{ i }}{% else %}none{% endfor %}", "none"),
    ("{% for i in l reversed %}{{ i }}{% endfor %}", "54321"),
    ("{% for i in l limit: 2 offset: 1 %}{{ i }}{% endfor %}", "23"),
    ("{% for i in l reversed limit: 2 offset: 1 %}{{ i }}{% endfor %}", "32"),
    ("{% for i in l limit: nil offset: nil %}{{ i }}{% endfor %}", "12345"),
    ("{% for i in l offset: -2 %}{{ i }}{% endfor %}", "12345"),
    (
      "{% for i in l limit: 2 %}{{ i }}{% endfor %}-{% for i in l limit: 2 offset: continue %}{{ i }}{% endfor %}-{% for i in l offset: continue %}{{ i }}{% endfor %}",
      "12-34-5"
    ),
    ("{% for i in (n..s) %}{{ i }}{% endfor %}", "0123"),
    ("{% for i in (1.9..3.2) %}{{ i }}{% endfor %}", "123"),
    ("{% for i in (3..1) %}{{ i }}{% else %}none{% endfor %}", "none"),
    (
      "{% for i in s %}{{ i }}{% endfor %}{% for i in '' %}{{ i }}{% else %}none{% endfor %}",
      "3xnone"
    ),
    ("{% for p in h %}{{ p[0] }}={{ p[1] }};{% endfor %}", "a=1;b=2;"),
    (
      "{% for i in l %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}",
      "13"
    ),
    ("a{% break %}b", "a"),
    ("{% for i in l %}{% for j in l %}{{ j }}{% break %}{% endfor %}{% endfor %}", "11111"),
    (
      "{% for i in l limit: 2 %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{{ forloop.rindex0 }}{{ forloop.first }}{{ forloop.last }}{{ forloop.length }} {% endfor %}",
      "1021truefalse2 2110falsetrue2 "
    ),
    (
      "{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ forloop.index }} {% endfor %}{% endfor %}",
      "11 12 21 22 "
    ),
    ("{% for i in l.first %}{{ i }}{% endfor %}|{{ forloop.index }}", "|"),
    ("{% for i in l limit: 1 %}{{ forloop.name }}{% endfor %}", "i-l"),
    (
      "{% for i in l %}{% capture x %}{% if i == 3 %}{% break %}{% endif %}{% endcapture %}{{ i }}{% endfor %}",
      "12"
    ),
  ])
  func `loops`(_ text: String, _ expected: String) throws {
    let data = #"{"l": [1, 2, 3, 4, 5], "s": "3x", "h": {"a": 1, "b": 2}}"#
    #expect(try Template.rendered(text, data) == expected)
  }

  @Test(arguments: [
    (
      "{% tablerow n in l cols: 2 %} {{ n }} {% endtablerow %}",
      "<tr class=\"row1\">\n<td class=\"col1\"> 1 </td><td class=\"col2\"> 2 </td></tr>\n"
        + "<tr class=\"row2\"><td class=\"col1\"> 3 </td></tr>\n"
    ),
    ("{% tablerow n in e cols: 2 %}{{ n }}{% endtablerow %}", "<tr class=\"row1\">\n</tr>\n"),
    ("{% tablerow n in x %}{{ n }}{% endtablerow %}", ""),
    (
      "{% tablerow n in l limit: 1 offset: '1' %}{{ tablerowloop.col }}{{ tablerowloop.col0 }}{{ tablerowloop.row }}{{ tablerowloop.col_last }}{{ n }}{% endtablerow %}",
      "<tr class=\"row1\">\n<td class=\"col1\">101true2</td></tr>\n"
    ),
    (
      "{% tablerow n in l %}{{ n }}{% if n == 2 %}{% break %}{% endif %}{% endtablerow %}",
      "<tr class=\"row1\">\n<td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n"
    ),
  ])
  func `tables`(_ text: String, _ expected: String) throws {
    #expect(try Template.rendered(text, #"{"l": [1, 2, 3], "e": []}"#) == expected)
  }
}
