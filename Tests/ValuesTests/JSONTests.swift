import Testing

@testable import Values

struct JSONTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-1", "1.10", "1e3", "-0", "\"\"", "[]", "{}", "[1,[2,[3]]]",
    "{\"b\":1,\"a\":{\"c\":null}}", "\"\\\"\\\\\\n\\t\\u0001\"", "\"é🙂\"",
    "123456789012345678901234567890",
  ])
  func `what is read is written again`(_ text: String) throws {
    #expect(try Value(json: text).json() == text)
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("\"a", 2), ("01", 2), ("tru", 0),
    ("1 2", 2), ("\"\u{1}\"", 1), ("[1", 2), ("{a:1}", 1), ("\"\\x\"", 3), ("-", 1), ("1.", 2),
    ("<html>", 0), ("\"\\u12g4\"", 3),
  ])
  func `what is no JSON is refused at its place`(_ text: String, _ offset: Int) {
    #expect { try Value(json: text) } throws: { error in
      (error as? JSONError)?.offset == offset
    }
  }

  @Test func `a text nested too deeply is an error and not a crash`() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try Value(json: text) }
  }

  @Test func `control characters are escaped, those of terminals with eight bits too`() {
    #expect(Value.string("\u{1B}[2J \u{9B}2J \u{7F}").json() == "\"\\u001b[2J \\u009b2J \\u007f\"")
  }

  @Test func `surrogate pairs are one character and lone halves are replaced`() throws {
    #expect(try Value(json: "\"\\ud83d\\ude42\"") == "🙂")
    #expect(try Value(json: "\"\\ud83d!\"") == "\u{FFFD}!")
    #expect(try Value(json: "\"\\ude42\"") == "\u{FFFD}")
  }

  @Test func `of members with one key the last wins in the place of the first`() throws {
    #expect(try Value(json: "{\"a\":1,\"b\":2,\"a\":3}").json() == "{\"a\":3,\"b\":2}")
  }

  @Test func `pretty JSON has two blanks a level and empty brackets closed`() throws {
    let value: Value = ["a": [1, ["b": .null]], "c": [], "d": [:]]
    #expect(
      value.json(.pretty) == """
        {
          "a": [
            1,
            {
              "b": null
            }
          ],
          "c": [],
          "d": {}
        }
        """
    )
  }

  @Test func `equal values have equal canonical texts and digests`() {
    let one: Value = ["a": 1, "b": ["c": 2, "d": 3]]
    let other: Value = ["b": ["d": 3, "c": 2], "a": 1]
    #expect(one == other)
    #expect(one.json(.canonical) == other.json(.canonical))
    #expect(Digest(of: one) == Digest(of: other))
    #expect(Digest(of: one) != Digest(of: ["a": 1]))
    #expect(Digest(hexadecimal: Digest(of: one).hexadecimal) == Digest(of: one))
    #expect(Digest(hexadecimal: "abc") == nil)
  }

  @Test func `the digest is SHA-256 of the canonical text`() {
    #expect(
      Digest(of: .null).hexadecimal
        == "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b"
    )
  }
}
