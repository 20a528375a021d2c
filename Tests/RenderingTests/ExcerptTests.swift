import Testing

@testable import Rendering

struct ExcerptTests {
  @Test func `of a long text the beginning is shown, and how much more there is`() {
    let long = String(repeating: "a", count: 2_000)
    #expect(Excerpt.beginning(of: "short") == "short")
    #expect(Excerpt.beginning(of: String(long.prefix(300))) == String(long.prefix(300)))
    #expect(Excerpt.beginning(of: long) == String(long.prefix(300)) + "… (1700 more characters)")
  }

  @Test func `a long text is shown where it is nearest to what was to be in it`() {
    let text = String(repeating: "x", count: 1_000) + "Your order 77 is on its way." + "!"
    let shown = Excerpt.of(text, around: "Your order 78 is on its way.")
    #expect(shown.hasPrefix("…x"))
    #expect(shown.hasSuffix("Your order 77 is on its way.!"))
    #expect(shown.count < 120)
    #expect(Excerpt.of(text, around: "Nothing of it").hasPrefix("xxx"))
    #expect(Excerpt.of("short", around: "other") == "short")
    #expect(Excerpt.of(text, around: "").hasPrefix("xxx"))
  }
}
