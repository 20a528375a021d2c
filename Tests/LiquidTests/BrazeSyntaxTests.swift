import Testing

@testable import Liquid

/// What Braze adds.
struct BrazeSyntaxTests {
  @Test(arguments: [
    ("{{${first_name}}}", "out($<first_name>)"),
    ("{{ ${ first_name } }}!", #"out($<first_name>) "!""#),
    ("{{custom_attribute.${zip code}}}", "out(custom_attribute$<zip code>)"),
    ("{{custom_attribute.${100%}}}", "out(custom_attribute$<100%>)"),
    ("{{custom_attribute.${Größe | a 'b' }}}", "out(custom_attribute$<Größe | a 'b'>)"),
    ("{{custom_attribute.${address.city}}}", "out(custom_attribute$<address.city>)"),
    ("{{event_properties.${list}[0].name}}", "out(event_properties$<list>[0].name)"),
    ("{{context.${a}.${b c}.d}}", "out(context$<a>.b c.d)"),
    ("{{${first_name} | default: 'friend'}}", #"out($<first_name> | default("friend"))"#),
    ("{{content_blocks.${to_int} | id: 'cb1'}}", #"out(content_blocks$<to_int> | id("cb1"))"#),
    ("{{ {{${a}}} | upcase }}", "out($<a> | upcase)"),
    ("{{a | plus: {{balance}}}}", "out(a | plus(balance))"),
    ("{% assign v = {{custom_attribute.${one}}} %}", "v=(custom_attribute$<one>)"),
    ("{% assign v = custom_attribute.${one} %}", "v=(custom_attribute$<one>)"),
    (
      "{% assign v = {{custom_attribute.${p}}} | default: false %}",
      "v=(custom_attribute$<p> | default(false))"
    ),
    ("{% assign v = {{${a} | upcase}} %}", "v=($<a> | upcase)"),
    (
      "{% if {{items}} contains 'x' and {{${a}}} == 1 %}y{% endif %}",
      #"if(items contains "x" and $<a> == 1){"y"}"#
    ),
    (
      "{% for i in {{custom_attribute.${Brands Viewed}}} limit:5 %}{{i}}{% endfor %}",
      "for(i in custom_attribute$<Brands Viewed> limit 5){out(i)}"
    ),
    (
      "{% abort_message %}{% abort_message() %}{% abort_message('no') %}{% abort_message 'no' %}",
      #"abort() abort() abort("no") abort("no")"#
    ),
    (
      "{% connected_content https://a.example/{{${user_id}}}?b=1 :save x :method post "
        + ":body {\"c\": {\"d\": \"{{e}}\"}} :retry %}",
      "connected_content(https://a.example/<$<user_id>>?b=1, save=x, method=post, "
        + "body={\"c\": {\"d\": \"<e>\"}}, retry=)"
    ),
    (
      "{% catalog_items Games {{custom_attribute.${ids}}} :save g %}",
      "catalog_items(Games <custom_attribute$<ids>>, save=g)"
    ),
    ("{% promotion('spring') %}", "promotion(('spring'))"),
    (
      "a<!-- {{ b }} -->c{{ d<!-- | upcase -->}}<!-- {% if",
      #""a" "c" out(d) "<!-- " broken"{% if""#
    ),
  ])
  func `attributes, braces inside braces and tags`(_ text: String, _ outline: String) {
    let template = Template(text, dialect: .braze)
    #expect(Outline.of(template.root) == outline)
  }

  @Test func `what precedes a colon in a URL is no option`() throws {
    let template = Template("{% connected_content http://a:80/b :save c %}", dialect: .braze)
    guard case .call(let call) = template.root.nodes.first?.form else {
      Issue.record("no call")
      return
    }
    #expect(call.subject == [.text("http://a:80/b")])
    #expect(call.saved?.text == "c")
  }

  @Test(arguments: [
    "{{${first_name}}", "{{${first_name}", "{{${first_name", "{{${first_name | upcase}}",
  ])
  func `a brace too few is an error`(_ text: String) {
    #expect(!Template(text, dialect: .braze).problems.isEmpty)
  }

  @Test func `other dialects read no attributes`() {
    for dialect in [Dialect.liquid, .zendesk] {
      let problems = Template("{{${first_name}}}", dialect: dialect).problems
      #expect(problems.map(\.code) == [.syntax])
    }
  }
}
