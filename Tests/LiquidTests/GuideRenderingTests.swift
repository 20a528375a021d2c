import Testing
import Values

@testable import Liquid

/// What the templates of the published guides leave.
struct GuideRenderingTests {
  private static let braze = #"""
    {"attributes": {"user_id": "u1", "first_name": "Ada", "last_name": "L", "phone_number": "+49151"},
     "custom_attribute": {"zendesk_ticket": "123"},
     "sms": {"inbound_message_body": "Hello"},
     "content_blocks": {"to_int": "{% assign var = {{custom_attribute.${zendesk_ticket}}} | to_i %}{{var}}"},
     "api_trigger_properties": {"msg_body": "-----\nJo, Sep 18\nThanks!\nBye"}}
    """#

  @Test(arguments: [
    ("Basic {{ 'a@b.example/token:t0' | base64_encode }}", "Basic YUBiLmV4YW1wbGUvdG9rZW46dDA="),
    (GuideTests.reply, "\n\nNew message from Zendesk:\nThanks!"), (GuideTests.toInteger, "123"),
    (GuideTests.forward, #"{"ticket": {"comment": {"body": "Inbound message from Ada: Hello"}}}"#),
    (
      "https://{{url}}.zendesk.com/api/v2/tickets/{{content_blocks.${to_int}}}.json",
      "https://.zendesk.com/api/v2/tickets/123.json"
    ),
  ])
  func `of Braze`(_ text: String, _ expected: String) throws {
    #expect(try Template.rendered(text, Self.braze, .braze) == expected)
  }

  @Test func `a ticket, once the choice is made`() throws {
    let text = GuideTests.ticket.replacing(" << Choose one >>", with: "")
    let body = try #require(try Template.rendered(text, Self.braze, .braze))
    #expect(body.hasPrefix("\n\n\n\n\n{\n\"ticket\": {\n\"requester_id\": \"u1\",\n"))
    #expect(body.contains(#""requester": { "name": "Ada L", "phone": "+49151"},"#))
    #expect(
      body.contains(
        "\"comment\":  { \"body\": \"\n<< Your message here >>\n\" },\n\"status\": \"New\""
      )
    )
  }

  @Test func `a trigger of Zendesk, whose quotes and line breaks are escaped where it is said so`()
    throws
  {
    let text = GuideTests.trigger.replacing("\t\t},\n,\n", with: "\t\t},\n")
    let data: Members = [
      "ticket": [
        "id": 7, "latest_public_comment_html": "He said \"no\"\nand left",
        "requester": ["custom_fields": ["braze_external_id": "u1"]],
      ]
    ]
    let template = Template(text, dialect: .zendesk)
    let plain = try #require(try template.render(data, RenderOptions(now: 0)).text)
    #expect(throws: JSONError.self) { try Value(json: plain) }
    let options = RenderOptions(now: 0, escapesForJSON: true)
    let escaped = try Value(json: try #require(try template.render(data, options).text))
    let recipient = try #require(escaped["recipients"]?.items?.first)
    #expect(escaped["campaign_id"] == "")
    #expect(recipient["external_user_id"] == "u1")
    #expect(recipient["trigger_properties"]?["msg_body"] == "He said \"no\"\nand left")
    #expect(recipient["attributes"]?["zendesk_ticket"] == "7")
  }

  @Test func `what a capture holds is escaped once`() throws {
    let text = "{% capture c %}{{ ticket.x }}{% endcapture %}\"{{ c }}\""
    let options = RenderOptions(now: 0, escapesForJSON: true)
    let template = Template(text, dialect: .zendesk)
    #expect(try template.render(["ticket": ["x": "\""]], options).text == #""\"""#)
  }
}
