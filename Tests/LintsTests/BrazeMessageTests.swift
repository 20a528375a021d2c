import Liquid
import Model
import Spec
import Testing
import Values
import Zendesk

@testable import Lints

/// What is read off the bodies that go to Braze.
struct BrazeMessageTests {
  private func messages(_ path: String, _ body: String) throws -> [BrazeMessage] {
    let spec = LintedSpec(
      ZendeskExample.call(body, to: "!braze \(path)") + "  groups: {vip: {name: VIP}}"
    )
    return Survey(try spec.desired()).brazeMessages
  }

  private func described(_ message: BrazeMessage) -> [String] {
    message.attributes.map { "\($0.name) \($0.value.type?.rawValue ?? "unknown")" }
  }

  private static let yaml = """
    !json
                  campaign_id: !ref zendesk.groups.vip
                  recipients:
                    - external_user_id: "{{ticket.requester.external_id}}"
                      trigger_properties: {ignored: 1}
                      attributes: {open: "true", closed: true, count: 5, none: null, tags: [a], of: {b: c}}
                    - {external_user_id: u2, attributes: {more: "{{ticket.id}}"}}
    """

  @Test func `a body written as YAML is read with its types`() throws {
    let message = try #require(messages("/campaigns/trigger/send", Self.yaml).first)
    #expect(message.operation == .campaign)
    guard case .reference(let reference)? = message.subject?.content else {
      Issue.record("the campaign is \(String(describing: message.subject))")
      return
    }
    #expect(reference.address == "zendesk.groups.vip")
    #expect(message.users.map(\.text) == ["{{ticket.requester.external_id}}", "u2"])
    #expect(
      described(message)
        == [
          "open string", "closed boolean", "count number", "none null", "tags list", "of object",
          "more string",
        ]
    )
    #expect(
      message.attributes[0].value.path.description
        == "actions[0].value[1].recipients[0].attributes.open"
    )
  }

  @Test func `a body written as text is read with its types, its mistakes passed over`() throws {
    let text =
      #"'{"campaign_id": "{{x | default: "y"}}",, "recipients": [{"attributes": {% if a %}{"open": "true", "on": false"#
      + #", "id": {{ticket.id}}, "n": -1.5, "u": {{custom_attribute.${u}}}, "q": "a\"b"}{% endif %}, "external_user_id": "{{${user_id}}}"}'"#
    let message = try #require(messages("/campaign/trigger/send", text).first)
    #expect(message.subject?.text == #"{{x | default: "y"}}"#)
    #expect(message.users.map(\.text) == ["{{${user_id}}}"])
    #expect(
      described(message) == [
        "open string", "on boolean", "id unknown", "n number", "u unknown", "q string",
      ]
    )
    #expect(message.attributes.last?.value.text == "a\"b")
    #expect(message.attributes.first?.value.offset == 91)
  }

  @Test func `of a profile only what is written to it counts`() throws {
    let body = """
      !json
                    attributes: [{external_id: u1, _update_existing_only: true, open: false}]
                    events: [{external_id: u2, name: e, properties: {a: 1}}]
      """
    let message = try #require(messages("/users/track", body).first)
    #expect(message.operation == .track)
    #expect(message.subject == nil)
    #expect(message.users.map(\.text) == ["u1", "u2"])
    #expect(described(message) == ["open boolean"])
  }

  @Test func `what is no message is none`() throws {
    #expect(try messages("/campaigns/list", "!json {}").isEmpty)
    #expect(try messages("/users/track", "text").isEmpty)
    #expect(try messages("/users/track", "''").isEmpty)
  }

  @Test(arguments: [
    "[[[[", "{\"a\": ", "{\"", "{\"a\\", "{{{{{{", "{%", "{\"recipients\": [{{", "{\"a\":}}]],,",
    "[}}}", "{\"a\": {{${b}",
  ])
  func `a body that breaks off is read as far as it goes`(_ text: String) throws {
    #expect(BodyParser.node(in: Template(text, dialect: .widest), at: []) != nil)
    // Were anything of it read again and again, this would take minutes.
    let long = Template(String(repeating: text, count: 20_000), dialect: .widest)
    _ = BodyParser.node(in: long, at: [])
  }
}
