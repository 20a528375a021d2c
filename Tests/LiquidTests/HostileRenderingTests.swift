import Testing
import Values

@testable import Liquid

/// Templates that never end, or grow without end: an error, in bounded time and memory.
struct HostileRenderingTests {
  @Test(
    arguments: [
      "{% for i in (1..1000000000) %}{% endfor %}", "{{ (1..9223372036854775807) | reverse }}",
      "{% for i in (1..100000) %}{% for j in (1..100000) %}x{% endfor %}{% endfor %}",
      "{% for i in (1..900) %}{% for j in (1..900) %}{% for k in (1..900) %}{% if k == j %}{% endif %}{% endfor %}{% endfor %}{% endfor %}",
      "{% assign a = 'aaaaaaaa' %}{% for i in (1..64) %}{% assign a = a | append: a %}{% endfor %}",
      "{% assign a = 'aa' %}{% for i in (1..64) %}{% assign a = a | replace: 'a', a %}{% endfor %}",
      "{% assign a = 'aa' %}{% for i in (1..64) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}",
      "{% assign a = 'a,a' | split: ',' %}{% for i in (1..64) %}{% assign a = a | concat: a %}{% endfor %}",
      "{% assign a = (1..9000) %}{% for i in (1..9000) %}{{ a | join | size }}{% endfor %}",
      "{% assign a = (1..9000) %}{% for i in a %}{% assign b = a | sort | uniq %}{% endfor %}",
      "{% for i in (1..9000) %}{% if data == data %}{% endif %}{% endfor %}{{ data }}{{ data }}{{ data }}{{ data }}",
      "{% for i in (1..99999) %}{% assign x = data | as_json_string | json_parse %}{% endfor %}",
      "{% tablerow i in (1..999999999) cols: 1 %}x{% endtablerow %}",
      "{% for i in (1..99999) %}{{ 'now' | date: '%999999999Y%1000L%9999A' }}{% endfor %}",
      #"{% assign a = 'aaaaaaaaaaaaaaaaaaaa' %}{% for i in (1..9) %}{% assign a = a | replace: 'a', "\`a\'" %}{% endfor %}"#,
      "{% for i in (1..99999999999999999999999) %}{% endfor %}",
    ].indexed
  )
  func `ends in an error`(_ template: Numbered) throws {
    let list = Value.list((0..<3000).map { .object(["k": .integer($0), "t": "text"]) })
    let time = ContinuousClock().measure {
      let error = #expect(throws: RenderError.self) {
        try Template(template.text, dialect: .braze).render(["data": list], RenderOptions(now: 0))
      }
      #expect(["liquid-limit", "liquid-argument"].contains(error?.code))
    }
    #expect(time < .seconds(60))
  }

  @Test func `blocks that name each other end`() throws {
    let blocks: Value = [
      "a": "{{content_blocks.${b}}}{{content_blocks.${b}}}", "b": "{{content_blocks.${a}}}x",
    ]
    let text = String(repeating: "{{content_blocks.${a}}}", count: 100)
    let rendering = try Template(text, dialect: .braze)
      .render(["content_blocks": blocks], RenderOptions(now: 0))
    #expect(rendering.text == String(repeating: "xx", count: 100))
  }

  @Test(arguments: [
    (100, 1 << 20, true), (99, 1 << 20, false), (1 << 20, 5000, true), (1 << 20, 500, false),
  ])
  func `output and work are held to their limits`(_ output: Int, _ work: Int, _ isEnough: Bool) {
    let template = Template("{% for i in (1..10) %}0123456789{% endfor %}", dialect: .liquid)
    let options = RenderOptions(now: 0, limits: .init(output: output, work: work))
    do throws(RenderError) {
      #expect(try template.render([:], options).text?.utf8.count == 100)
      #expect(isEnough)
    } catch {
      #expect(error.code == "liquid-limit")
      #expect(!isEnough)
    }
  }

  @Test func `a hundred levels of tags are rendered`() throws {
    let open = String(repeating: "{% for i in (1..1) %}", count: 100)
    let text =
      open + "{{ forloop.parentloop.index }}" + String(repeating: "{% endfor %}", count: 100)
    #expect(try Template.rendered(text) == "1")
  }

  /// A template that goes by its number when it fails, since a long argument is printed.
  struct Numbered: CustomTestStringConvertible, Sendable {
    let number: Int
    let text: String
    var testDescription: String { "number \(number)" }
  }
}

extension [String] {
  fileprivate var indexed: [HostileRenderingTests.Numbered] {
    enumerated().map { .init(number: $0.offset, text: $0.element) }
  }
}
