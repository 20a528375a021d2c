import Model
import Testing
import Values

@testable import Lints

/// What is read off the requests that Braze makes.
struct BrazeRequestTests {
  private func request(_ body: String, headers: String = "{X: y}") throws -> BrazeRequest {
    let spec = LintedSpec(
      BrazeExample.request(body, url: "https://a.example", headers: headers)
    )
    return try #require(Survey(try spec.desired()).brazeRequests.first)
  }

  @Test(arguments: [
    ("'{}'", "{X: y}", true), ("' [1]'", "{X: y}", true), ("a=b", "{X: y}", false),
    ("a=b", "{content-type: application/JSON}", true),
    ("'{}'", "{Content-Type: application/x-www-form-urlencoded}", false),
    ("'{% if ${gender} %}{}{% endif %}'", "{X: y}", true), ("!json a", "{X: y}", true),
    ("!json {}", "{Content-Type: text/plain}", true), ("''", "{X: y}", false),
  ])
  func `a body is JSON that says so or looks like it`(
    _ body: String,
    _ headers: String,
    _ isJSON: Bool
  ) throws {
    #expect(try request(body, headers: headers).sendsJSON == isJSON)
  }

  @Test(arguments: [
    ("{\"a\": {{x.y}}}", [], []),
    ("{% assign a = \"\" %}{\"b\": {{a}}}", [30], []),
    ("{% assign a = 5 %}{\"b\": {{a}}}", [], []),
    ("{% capture a %}\n{% endcapture %}{\"b\": \"{{a}}\"}", [39], []),
    ("{% capture a %}\n{% endcapture %}{\"b\": \"{{a | json_escape}}\"}", [], []),
    ("{% capture a %}\"b\": 1{% endcapture %}{ {{a}} }", [], []),
    ("{ {{content_blocks.${a}}} }", [], []),
    ("{% if x %}{}{% else %}[{% endif %}", [], [23]),
    ("{% if x %}{\"a\"{% else %}[{% endif %}", [14, 25], []),
    ("{\"a\": {{b}", [7], []), ("{% if x %}{\"a\": {{b}{% endif %}", [], []),
  ])
  func `each way through a body is read`(_ body: String, _ always: [Int], _ sometimes: [Int]) throws
  {
    let quoted = body.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    let filled = try #require(try request("\"\(quoted)\"").filled)
    #expect(filled.always.map(\.offset) == always)
    #expect(filled.sometimes.map(\.offset) == sometimes)
  }

  @Test(arguments: [
    "{% assign a = a | append: a %}{{a}}", "{% if a %}{{a}}", "{% if a %}\"{{a}}{% endif %}",
    "{% capture a %}{{a}}{% endcapture %}\"{{a}}\"", "{{content_blocks.${a}}}", "{\"a\":[", "{{${a",
  ])
  func `a long body is read in no time`(_ text: String) throws {
    let spec = LintedSpec(BrazeExample.request("'\(String(repeating: text, count: 2000))'"))
    // Were anything of it read again and again, this would take minutes.
    _ = try spec.diagnostics()
  }
}
