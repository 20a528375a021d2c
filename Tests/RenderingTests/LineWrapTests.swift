import Testing

@testable import Rendering

struct LineWrapTests {
  @Test func `a line that is too long goes on below, a little deeper`() {
    let wrap = LineWrap(width: 20)
    #expect(wrap.lines("  one two three four five") == ["  one two three four", "    five"])
    #expect(wrap.lines("  one two three four five", hanging: 0).last == "  five")
    #expect(wrap.text("short\n\nand one that is longer") == "short\n\nand one that is\n  longer")
  }

  @Test func `what has no blank stays whole`() {
    let address = "zendesk.triggers.reply_by_sms"
    #expect(LineWrap(width: 10).lines("~ \(address)") == ["~ \(address)"])
    #expect(
      LineWrap(width: 12).lines("update \(address)  file") == ["update", "  \(address)", "  file"]
    )
  }

  @Test func `a file or a pipe gets every line as it is`() {
    let line = String(repeating: "word ", count: 100)
    #expect(LineWrap(width: nil).lines(line) == [line])
    #expect(LineWrap(width: nil).cut(line) == line)
  }

  @Test func `colours take no room, broad characters take two columns`() {
    let red = Palette(isColoured: true).paint("12345", .removed)
    #expect(Columns.count(red) == 5)
    #expect(Columns.count("日本🙂e\u{301}") == 7)
    #expect(LineWrap(width: 11).lines("\(red) \(red)") == ["\(red) \(red)"])
    #expect(LineWrap(width: 10).lines("\(red) \(red)") == [red, "  \(red)"])
  }

  @Test func `a line that is cut says so and leaves no colour on`() {
    let line = "~ update " + Palette(isColoured: true).paint("(id 5)", .quiet)
    let cut = LineWrap(width: 12).cut(line)
    #expect(Columns.count(cut) == 12)
    #expect(cut.hasSuffix("\u{1B}[0m…"))
    #expect(LineWrap(width: 15).cut(line) == line)
  }
}
