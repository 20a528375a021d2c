import Testing

@testable import Emulator

@Suite struct `A regular expression of an audience` {
  @Test(arguments: [
    ("gold", "a gold one", true), ("^gold$", "gold", true), ("^gold$", "a gold", false),
    ("^$", "", true), ("^(vip|gold)$", "gold", true), ("^(vip|gold)$", "goldvip", false),
    ("go*d", "gd", true), ("go+d", "gd", false), ("go?d", "good", false),
    ("^[A-Z]{2}\\d{3,4}$", "AB123", true), ("^[A-Z]{2}\\d{3,4}$", "AB12345", false),
    ("^a{2,}$", "aaa", true), ("^a{2,}$", "a", false), ("^a{2}$", "aaa", false),
    ("a{x}", "a{x}", true), ("[^0-9]", "123", false), ("[]x-]", "]", true), ("[x-]", "-", true),
    ("[\\d.]+@\\w+\\.com$", "1.2@acme.com", true), ("\\.com", "acmexcom", false),
    ("\\bvip\\b", "a vip user", true), ("\\bvip\\b", "vips", false), ("\\Bip", "vip", true),
    ("(?i)^gOLD$", "Gold", true), ("^gold", "Gold", false), ("(?:ab)+c", "ababc", true),
    ("a.c", "a\nc", false), ("a\\sc", "a\nc", true), ("[^\\W]", "!", false), ("ü+", "füür", true),
    ("x*?y", "xxy", true), ("()*a", "a", true), ("(a|)b", "b", true), ("(a*)*$", "b", true),
  ])
  func `is found or not`(_ pattern: String, _ text: String, _ isFound: Bool) throws {
    #expect(try Pattern(pattern).isFound(in: text) == isFound)
  }

  @Test(arguments: [
    ("(a", "not closed"), ("a)", "closes nothing"), ("[a", "not closed"), ("*a", "repeats nothing"),
    ("a\\", "backslash"), ("(a)\\1", "\\1"), ("(?=a)", "(?"), ("\\p{L}", "\\p"),
    ("a++", "possessive"),
    ("[z-a]", "backwards"), ("[a-\\d]", "no end"), ("a{3,2}", "at most"),
    ("a{999999999}", "too long"),
    ("(){999999999}", "too long"), ("((a{30}){30}){30}", "too long"),
    ("[[:alpha:]]", "[:"),
  ])
  func `beyond what is known is refused`(_ pattern: String, _ reason: String) {
    #expect {
      try Pattern(pattern)
    } throws: { ($0 as? PatternError)?.reason.contains(reason) == true }
  }

  @Test func `nested without end is refused`() {
    #expect(throws: PatternError(reason: "it is nested too deeply")) {
      try Pattern(String(repeating: "(", count: 10_000))
    }
  }

  @Test(arguments: [
    "(a+)+b", "(a*)*b", "(a|a)*b", "(a|aa)+$b", "a*a*a*a*a*a*a*a*a*b", "(.*){20}b",
    "([a-z]+)*x{50}",
  ])
  func `takes no time however it is made`(_ pattern: String) throws {
    let text = String(repeating: "a", count: 255)
    let compiled = try Pattern(pattern)
    let took = ContinuousClock().measure { #expect(!compiled.isFound(in: text)) }
    #expect(took < .seconds(5))
  }
}
