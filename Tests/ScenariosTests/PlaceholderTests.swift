import Testing
import Values

@testable import Scenarios

struct PlaceholderTests {
  @Test(arguments: [
    ("/api/v2/tickets/{first}.json", "/api/v2/tickets/7.json"), ("{first}{first}", "77"),
    ("{unknown}", "{unknown}"), ("{{first}}", "{{first}}"),
    ("{{ticket.id}} {first}", "{{ticket.id}} 7"),
    ("{first", "{first"), ("{}", "{}"), ("{ first }", "{ first }"),
    ("{% if first %}", "{% if first %}"),
  ])
  func `names in single braces are replaced, Liquid is left alone`(text: String, filled: String) {
    #expect(Placeholders.filled(text) { $0 == "first" ? "7" : nil } == filled)
  }

  @Test func `a text that is one name becomes a number where a request is made`() {
    var cast = Cast(ids: [:])
    cast.tickets["first"] = "7"
    #expect(cast.filled(["id": "{first}", "text": "no. {first}"]) == ["id": 7, "text": "no. 7"])
    #expect(cast.shown(["id": "{first}"]) == ["id": "7"])
  }
}
