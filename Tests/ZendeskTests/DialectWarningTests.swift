import HTTPTypes
import Messages
import Testing

@testable import Zendesk

struct DialectWarningTests {
  private static let real =
    #"{:allowed_parameters=>{:controller=>"triggers", :action=>"update", :unpermitted_keys=>["#

  @Test(arguments: [
    (real + #""trigger.id"], :invalid_values=>[]}}"#, ["id"]),
    (
      real + #""trigger.id", "trigger.conditions.all.x"], :invalid_values=>["y"]}}"#,
      ["id", "conditions.all.x"]
    ),
    (real + #""triggers.id", "cursor_pagination"]}}"#, ["triggers.id", "cursor_pagination"]),
    (real + #"], :invalid_values=>["trigger.title"]}}"#, []),
    (real + #""trigger.a\"]b"]}}"#, [#"a"]b"#]),
    (#"{allowed_parameters: {unpermitted_keys: ["trigger.id"]}}"#, ["id"]),
    (real + #""trigger.id", "trigger.cut"#, ["id"]),
    (":unpermitted_keys=>nil", []),
    ("something else", []),
    ("", []),
  ])
  func `the keys that Zendesk left out are read`(header: String, keys: [String]) throws {
    let name = try #require(HTTPField.Name("X-Zendesk-API-Warn"))
    let dialect = ZendeskDialect(origin: "https://acme.zendesk.com", credentials: .emulator)
    let response = Response(status: 200, headers: [name: header])
    #expect(dialect.droppedAttributes(in: response, wrapper: "trigger") == keys)
  }

  @Test func `an answer without the header left nothing out`() {
    let dialect = ZendeskDialect(origin: "https://acme.zendesk.com", credentials: .emulator)
    #expect(dialect.droppedAttributes(in: Response(status: 200), wrapper: "trigger") == [])
  }
}
