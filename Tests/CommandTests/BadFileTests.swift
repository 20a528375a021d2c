import Testing

@testable import Commands

/// Files that are no spec end with 3, a place and a code; none of them takes long.
struct BadFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let place: String
    let code: String
    let content: @Sendable () -> String
  }

  private static let cases = [
    Case(testDescription: "40 MiB", place: "1:1", code: "file-too-large") {
      "a: " + String(repeating: "x", count: 40 << 20)
    },
    Case(testDescription: "10,000 levels", place: "1:101", code: "nesting-too-deep") {
      String(repeating: "[", count: 10_000)
    },
    Case(testDescription: "an alias bomb", place: "7:38", code: "alias-limit") {
      "a0: &a0 x\n"
        + (1..<30).map { level in
          let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
          return "a\(level): &a\(level) [\(aliases)]\n"
        }.joined()
    },
    Case(testDescription: "binary", place: "1:1", code: "control-character") { "\u{0}\u{1}\u{2}" },
    Case(testDescription: "a tab", place: "2:1", code: "tab-indentation") { "a:\n\tb: 1\n" },
    Case(testDescription: "two documents", place: "2:1", code: "several-documents") {
      "version: 1\n---\nversion: 1\n"
    },
    Case(testDescription: "a list", place: "1:1", code: "wrong-type") { "- a\n- b\n" },
    Case(testDescription: "nothing", place: "1:1", code: "empty-document") { "" },
  ]

  @Test(arguments: cases)
  func `what is no spec is refused with its place`(_ test: Case) async throws {
    let stage = try Stage(named: "bad")
    try stage.write(test.content(), to: "bad.yaml")
    for command in ["validate", "plan"] {
      let (output, status) = await stage.run([command, "bad.yaml"])
      #expect(status == .invalid)
      #expect(output.hasPrefix("! bad.yaml:\(test.place): error: "), "\(output.prefix(300))")
      #expect(output.contains("[\(test.code)]"))
    }
    #expect(try await stage.counts().isEmpty)
  }
}
