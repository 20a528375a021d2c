import Testing
import Values

@testable import Rendering

struct ValueTextTests {
  @Test func `values are shown in the manner of YAML, JSON texts as JSON`() {
    let value: Value = [
      "title": "A \"b\"", "id": .reference(Reference(to: "zendesk.webhooks.hook")), "none": .null,
      "list": ["a", 1, true], "deep": [["b": "c"], ["d"]], "text": "one\ntwo",
      "json": .json(["a": [1]]), "secret": .secret(Secret(name: "X", content: "hush")),
      "odd key": [:],
    ]
    #expect(
      ValueText.lines(value) == [
        "title: \"A \\\"b\\\"\"", "id: (id of zendesk.webhooks.hook)", "none: null",
        "list: [\"a\", 1, true]", "deep:", "  - b: \"c\"", "  - [\"d\"]", "text:", "  |", "    one",
        "    two", "json:", "  {", "    \"a\": [", "      1", "    ]", "  }", "secret: (secret)",
        "\"odd key\": {}",
      ]
    )
  }

  @Test func `somebody else's text cannot act on the terminal`() {
    let lines = ValueText.lines("a\u{1B}[2J\nb\u{7}") + ValueText.lines("\u{1B}[2J")
    #expect(!lines.joined().contains("\u{1B}") && !lines.joined().contains("\u{7}"))
  }

  @Test func `a difference of lines shows what is around it and leaves out the rest`() {
    let before = (1...20).map(String.init).joined(separator: "\n")
    let after = before.replacing("\n10\n", with: "\nten\n").replacing("\n20", with: "")
    #expect(
      LineDiff.lines(before, after) == [
        .gap, .same("8"), .same("9"), .removed("10"), .added("ten"), .same("11"), .same("12"), .gap,
        .same("18"), .same("19"), .removed("20"),
      ]
    )
  }
}
