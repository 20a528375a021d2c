import Planning
import Testing
import Values

@testable import Rendering

struct AttributeTextTests {
  private func updated(_ before: Value?, _ after: Value?, width: Int? = nil) -> [String] {
    AttributeText(palette: Palette(isColoured: false), width: width)
      .updated(AttributeChange(path: "body", before: before, after: after))
  }

  @Test func `what fits stands in one line, and else below each other`() {
    #expect(updated("old", "new") == [#"    body: "old" -> "new""#])
    #expect(updated(nil, "new") == [#"    body: (none) -> "new""#])
    #expect(
      updated("the old text", "the new text", width: 30) == [
        "    body:", #"      - "the old text""#, #"      + "the new text""#,
      ]
    )
  }

  @Test func `of two long lines only the place where they differ is shown`() {
    let head = String(repeating: "a", count: 200)
    let tail = String(repeating: "z", count: 200)
    let near = (String(repeating: "a", count: 30), String(repeating: "z", count: 30))
    #expect(
      updated(.string("\(head)OLD\(tail)"), .string("\(head)brand new\(tail)")) == [
        "    body:", "      - \"…\(near.0)OLD\(near.1)…\"",
        "      + \"…\(near.0)brand new\(near.1)…\"",
      ]
    )
    #expect(TextDiff("aaa", "aaaa") == TextDiff("aaa", "aaaa"))
    #expect(TextDiff("aaa", "aaaa").before == "aaa")
    #expect(TextDiff("", "x").after == "x")
  }

  @Test func `a text that becomes JSON is compared line by line`() {
    let json: Value = .json(["ticket": "{{ticket.id}}", "open": true])
    #expect(
      updated("{\n  \"ticket\": {{ticket.id}},\n  \"open\": true\n}", json) == [
        "    body:", "        {", "      -   \"ticket\": {{ticket.id}},",
        "      +   \"ticket\": \"{{ticket.id}}\",", "          \"open\": true", "        }",
      ]
    )
  }

  @Test func `a secret is never shown, only that it is sent`() {
    let secret: Value = .secret(Secret(name: "TOKEN", content: "hush"))
    #expect(updated(nil, secret) == ["    body: (secret)"])
  }

  @Test func `an attribute is named once, however often it differs`() {
    let changes = ["conditions.all[0].value", "conditions.any", "title"].map {
      AttributeChange(path: $0, before: nil, after: nil)
    }
    #expect(AttributeText.names(changes) == "conditions, title")
  }
}
