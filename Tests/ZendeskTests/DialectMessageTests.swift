import Client
import Testing

@testable import Zendesk

struct DialectMessageTests {
  @Test(arguments: [
    (
      #"{"error":"RecordNotFound","description":"Not found"}"#,
      ServerMessage("Not found", code: "RecordNotFound")
    ),
    (
      #"{"error":{"title":"Invalid attribute","message":"id must be an integer"}}"#,
      ServerMessage("id must be an integer", code: "Invalid attribute")
    ),
    (
      #"{"error":{"title":"Forbidden"}}"#,
      ServerMessage("Forbidden", code: "Forbidden")
    ),
    (
      #"""
      {"errors":[{"code":"InvalidWebhook","title":"Invalid Webhook","detail":"no URL",
        "source":{"pointer":"/webhook/endpoint"}},
       {"title":"too long","source":{"pointer":"/webhook/name"}},
       {"title":"no word","source":{"pointer":"/webhook/authentication/data/token"}},
       {"title":"twice","source":{"pointer":"/webhook/name"}}]}
      """#,
      ServerMessage(
        "no URL; too long; no word; twice",
        code: "InvalidWebhook",
        attributes: [
          "endpoint": "no URL", "name": "too long; twice", "authentication": "no word",
        ]
      )
    ),
    (
      #"{"errors":[{"code":"InvalidTrigger","title":"category_id is not valid","trigger_id":"1"}]}"#,
      ServerMessage("category_id is not valid", code: "InvalidTrigger")
    ),
    (
      #"""
      {"error":"RecordInvalid","description":"Record validation errors","details":{
        "title":[{"description":"Title: cannot be blank","error":"BlankValue"},
                 {"description":"Title: is odd"}],
        "base":[{"description":"You must select at least one condition"}]}}
      """#,
      ServerMessage(
        "Title: cannot be blank; Title: is odd; You must select at least one condition",
        code: "RecordInvalid",
        attributes: ["title": "Title: cannot be blank; Title: is odd"]
      )
    ),
    (
      #"{"error":"RecordInvalid","description":"Record validation errors","details":{}}"#,
      ServerMessage("Record validation errors", code: "RecordInvalid")
    ),
    (
      #"{"error":"Couldn't authenticate you"}"#,
      ServerMessage("Couldn't authenticate you")
    ),
    (
      #"{"error":"invalid_token","error_description":"The access token is expired."}"#,
      ServerMessage("The access token is expired.", code: "invalid_token")
    ),
    (#"{"error":"Forbidden"}"#, ServerMessage("Forbidden", code: "Forbidden")),
    (
      "Number of allowed API requests per minute exceeded",
      ServerMessage("Number of allowed API requests per minute exceeded")
    ),
    (#"["surprise"]"#, ServerMessage(#"["surprise"]"#)),
    ("", ServerMessage("")),
  ])
  func `a failure is read out of its envelope`(body: String, expected: ServerMessage) {
    #expect(ZendeskEnvelope.message(in: Array(body.utf8)) == expected)
  }

  @Test func `of HTML the text is read`() {
    let body = "<!doctype html><html><body><h1>Oops</h1> <p>Try later</p></body></html>"
    let message = ZendeskEnvelope.message(in: Array(body.utf8))
    #expect(Excerpt.line(message.text) == "Oops Try later")
  }

  @Test func `bytes that are no text are no trap`() {
    let message = ZendeskEnvelope.message(in: [0x7B, 0xFF, 0x00, 0x80])
    #expect(!Excerpt.line(message.text).contains("\u{0}"))
  }
}
