import Testing
import Values

@testable import Liquid

/// Where a rendering fails, and that it says so at the place.
struct RenderingErrorTests {
  @Test(arguments: [
    ("{{ 5 | divided_by: 0 }}", "1:8 liquid-argument"),
    ("a\n{{ 5 | plus: 1 | modulo: 0.0 }}", "2:18 liquid-argument"),
    ("{% if 1 < 'a' %}{% endif %}", "1:1 liquid-argument"),
    ("{% if a %}{% elsif 'a' > 1 %}{% endif %}", "1:11 liquid-argument"),
    ("{% for i in (1..2) limit: true %}{% endfor %}", "1:27 liquid-argument"),
    ("{% for i in (l..2) %}{% endfor %}", "1:1 liquid-argument"),
    ("{% for i in (1..d) %}{% endfor %}", "1:1 liquid-argument"),
    ("{{ 'a' | slice }}", "1:10 liquid-argument"),
    ("{{ 'a' | slice: nil }}", "1:10 liquid-argument"),
    ("{{ 'a' | append: 1, 2 }}", "1:10 liquid-argument"),
    ("{{ m | sort }}", "1:8 liquid-argument"), ("{{ l | concat: 1 }}", "1:8 liquid-argument"),
    ("{{ l | map: 'a' }}", "1:8 liquid-argument"),
    ("{{ 'a' | base64_decode }}", "1:10 liquid-argument"),
    ("{{ '%ff' | url_decode }}", "1:12 liquid-argument"),
    ("{{ 'é' | truncate: 1.5 }}", "1:10 liquid-argument"),
    ("{{ big | plus: 1 }}", "1:10 liquid-argument"), ("{{ d | times: d }}", "1:8 liquid-argument"),
    ("{{ d | round }}", "1:8 liquid-argument"), ("{% if %}{% endif %}", "1:7 liquid-syntax"),
    ("{{ a", "1:1 liquid-unclosed-output"),
    ("{% nope %}", "1:4 liquid-unknown-tag"),
  ])
  func `the place is the filter's, the value's or the tag's`(_ text: String, _ failure: String)
    throws
  {
    let big = String(repeating: "9", count: 39)
    let data = #"{"l": [1], "m": [1, "a"], "big": \#(big), "d": 1e300}"#
    #expect(try Template.failure(text, data) == failure)
  }

  @Test func `an unknown filter passes its input on, unless that is an error`() throws {
    #expect(try Template.rendered("{{ 'a' | nope: 1 | upcase }}") == "A")
    #expect(try Template.failure("{{ 'a' | nope }}", strict: true) == "1:10 liquid-unknown-filter")
  }

  @Test func `what was not read to its end is not rendered`() throws {
    let text = String(repeating: "{{ 'a' | nope }}", count: Limits.problems)
    #expect(try Template.failure(text) == "1:1 liquid-limit")
    #expect(try Template.rendered(String(text.dropFirst("{{ 'a' | nope }}".count)))?.count == 99)
  }

  @Test func `what went wrong is explained`() throws {
    let error = #expect(throws: RenderError.self) {
      try Template("{{ 'a' | append }}", dialect: .liquid).render([:], RenderOptions(now: 0))
    }
    #expect(error?.detail == "append takes 1 argument, and is given 0.")
    #expect(error?.summary == "Liquid cannot do that with this value")
    #expect(error?.range == 9..<15)
  }
}
