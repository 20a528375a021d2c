import Testing

@testable import Rendering

struct JUnitXMLTests {
  @Test(arguments: [
    ("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"),
    ("two\nlines\tand", "two\nlines\tand"),
    ("bell\u{07} escape\u{1B}[31m", "bell\u{FFFD} escape\u{FFFD}[31m"), ("a\r\nb", "a&#13;\nb"),
    ("\u{FFFE}\u{0}", "\u{FFFD}\u{FFFD}"), ("😀 ü", "😀 ü"), ("]]>", "]]&gt;"),
  ])
  func `every text is well-formed XML`(text: String, escaped: String) {
    #expect(JUnitXML.escaped(text) == escaped)
  }
}
