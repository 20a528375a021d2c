import Testing

@testable import Rendering

struct LineDiffTests {
  @Test func `what both share at the ends and in the middle stays`() {
    #expect(
      LineDiff.lines("a\nb\nc\nd\ne", "a\nx\nc\ny\ne", context: 1) == [
        .same("a"), .removed("b"), .added("x"), .same("c"), .removed("d"), .added("y"), .same("e"),
      ]
    )
  }

  @Test(arguments: [("", "a"), ("a\na", "a"), ("a", "a\na\na"), ("a\nb\na", "a")])
  func `lines that repeat are counted once`(before: String, after: String) {
    let lines = LineDiff.lines(before, after)
    let old = lines.compactMap { if case .removed(let text) = $0 { text } else { nil as String? } }
    let new = lines.compactMap { if case .added(let text) = $0 { text } else { nil as String? } }
    let count = { (text: String) in
      text.split(separator: "\n", omittingEmptySubsequences: false).count
    }
    #expect(count(before) - old.count == count(after) - new.count)
  }

  @Test func `a text of very many lines is not compared each with each`() {
    let before = (0..<200_000).map(String.init).joined(separator: "\n")
    let start = ContinuousClock.now
    let lines = LineDiff.lines("same\n" + before, "same\nother")
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(lines.count == 200_002)
    #expect(lines.first == .same("same"))
    #expect(lines.last == .added("other"))
  }
}
