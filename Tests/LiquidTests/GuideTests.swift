import Diagnostics
import Testing
import Values

@testable import Liquid

/// The templates of the published guides on Braze and Zendesk, shortened where nothing is lost.
struct GuideTests {
  static let ticket = """
    {% assign ticket_type = 'question/incident/task/problem' %} << Choose one >>
    {% assign ticket_subject = '' %}
    {% capture ticket_body %}
    << Your message here >>
    {% endcapture %}
    {% assign ticket_status = 'New' %}

    {
    "ticket": {
    "requester_id": "{{${user_id}}}",
    "requester": { "name": "{{${first_name}}} {{${last_name}}}", "phone": "{{${phone_number}}}"},
    "type": "{{ ticket_type }}",
    "comment":  { "body": "{{ticket_body}}" },
    "status": "{{ ticket_status }}"
      }
    }
    """

  static let reply = """
    {% assign body = {{api_trigger_properties.${msg_body}}} %}
    {% assign msg = body | split: "
    " %}
    New message from Zendesk:
    {{msg[2]}}
    """

  static let toInteger = "{% assign var = {{custom_attribute.${zendesk_ticket}}} | to_i %}{{var}}"

  static let forward = """
    {"ticket": {"comment": {"body": "Inbound message from {{${first_name}}}: \
    {{sms.${inbound_message_body}}}"}}}
    """

  static let trigger = """
    {
        "campaign_id": "{{YOUR_CAMPAIGN_ID}}",
        "recipients": [
            {
                "external_user_id": "{{ticket.requester.custom_fields.braze_external_id}}",
    \t\t\t"trigger_properties": {
        "msg_body": "{{ticket.latest_public_comment_html}}"
    \t\t},
    ,
    \t\t"attributes": {
            "zendesk_ticket" : "{{ticket.id}}"
        }
            }
        ]
    }
    """

  @Test(arguments: [
    (ticket, Dialect.braze), (reply, .braze), (forward, .braze), (trigger, .zendesk),
    ("Basic {{ '<email_address>/token:<api_token>' | base64_encode }}", .braze),
    ("https://{{url}}.zendesk.com/api/v2/tickets/{{content_blocks.${to_int}}}.json", .braze),
    ("https://{{instance_url}}/users/track", .zendesk),
  ])
  func `every template is read without a problem`(_ text: String, _ dialect: Dialect) {
    #expect(Template(text, dialect: dialect).problems.isEmpty)
  }

  @Test func `to_i is a filter that Braze lacks`() {
    let template = Template(Self.toInteger, dialect: .braze)
    #expect(template.problems.map(\.code) == [.unknownFilter])
    #expect(template.problems.first.map { template.position(of: $0.range.lowerBound).column } == 58)
  }

  @Test func `the third line of a reply is picked by number`() throws {
    let template = Template(Self.reply, dialect: .braze)
    let found = try #require(TemplateIndex(template).splitIndexes.first)
    #expect(found.index == 2)
    #expect(found.separator == "\n")
    #expect(template.position(of: found.variable.range.lowerBound).line == 5)
    let output = try #require(template.skeletons { _ in "" }.first?.fillings.first?.output)
    let source = try #require(TemplateIndex(template).sources(of: output).first)
    #expect(source.variable.description == "api_trigger_properties.${msg_body}")
    #expect(source.filters.map(\.name.text) == ["split"])
  }

  @Test func `a choice that nobody made spoils the body of a ticket`() throws {
    let template = Template(Self.ticket, dialect: .braze)
    let skeleton = try #require(template.skeletons { _ in "x" }.first)
    let error = try #require(#expect(throws: JSONError.self) { try Value(json: skeleton.bytes) })
    let place = template.position(of: skeleton.offsetInTemplate(of: error.offset))
    #expect((place.line, place.column) == (1, 61))
    #expect(skeleton.fillings.allSatisfy { $0.isQuoted })
  }

  @Test func `the second comma of a trigger is found at its place`() throws {
    let template = Template(Self.trigger, dialect: .zendesk)
    let skeleton = try #require(template.skeletons { _ in "x" }.first)
    let error = try #require(#expect(throws: JSONError.self) { try Value(json: skeleton.bytes) })
    let place = template.position(of: skeleton.offsetInTemplate(of: error.offset))
    #expect((place.line, place.column) == (9, 1))
  }

  @Test func `text of a customer stands in a string of JSON as it came`() throws {
    let template = Template(Self.forward, dialect: .braze)
    let index = TemplateIndex(template)
    let skeleton = try #require(template.skeletons { _ in "x" }.first)
    _ = try Value(json: skeleton.bytes)
    let unescaped = skeleton.fillings.filter(\.isQuoted).flatMap { index.sources(of: $0.output) }
      .filter { source in !source.filters.contains { $0.name.text == "json_escape" } }
    #expect(
      unescaped.map(\.variable.description) == ["${first_name}", "sms.${inbound_message_body}"]
    )
  }
}
