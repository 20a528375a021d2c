import Testing

@testable import Lints

/// What Braze's partner guides print for the dashboard, put into a spec word for word, with the half for
/// Zendesk beside it: the mistakes in it are found, each at its line.
struct BrazeGuideTests {
  /// The guide "Zendesk Chat", from its second step to its sixth.
  @Test func `the two-way conversation by SMS`() throws {
    try MarkedGuide.expectFindings(
      #"""
      \#(GuideText.conversation)
      braze:
        keyword_categories:
          support:
            name: ZendeskSMS1
            subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273
            keywords: [SUPPORT]
            reply: A customer service rep will contact you shortly.
        content_blocks:
          to_int:
            name: to_int
            content: "{% assign var = {{custom_attribute.${zendesk_ticket}}} | to_i %}{{var}}" ⟵ liquid-unknown-filter
        campaigns:
          reply:
            name: Agent reply
            channel: sms
            delivery: {type: api_triggered}
            sms:
              subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273
              body: |
                {% assign body = {{api_trigger_properties.${msg_body}}} %}
                {% assign msg = body | split: "
                " %}
                New message from Zendesk: 
                {{msg[2]}} ⟵ comment-split-at-line-break
                 
                Feel free to respond directly to this number!
          open:
            name: Open a ticket
            channel: webhook
            delivery:
              type: action_based ⟵ not-re-eligible
              inbound_sms:
                subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273
                keyword_category: !ref braze.keyword_categories.support
            webhook:
              url: https://{{url}}.zendesk.com/api/v2/tickets ⟵ left-over-placeholder
              method: POST
              headers:
                Content-Type: application/json
                Authorization: Basic {{Token}} ⟵ left-over-placeholder api-token-ends
              body: |
                \#(GuideText.opening.indented(by: 10))
          answer:
            name: Add a comment
            channel: webhook
            delivery:
              type: action_based
              inbound_sms: {subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273, keyword_category: other}
              re_eligible: true
            audience: [{custom_attribute: zendesk_ticket_open, comparison: equals, value: true}]
            webhook:
              url: https://{{url}}.zendesk.com/api/v2/tickets/{{content_blocks.${to_int}}}.json ⟵ left-over-placeholder
              method: PUT
              headers: {Content-Type: application/JSON, Authorization: "Basic {{Token}}"} ⟵ left-over-placeholder api-token-ends
              body: |
                \#(GuideText.answer.indented(by: 10))
      """#,
      ofBothSides: true
    )
  }

  /// The guide "Zendesk": the request of its webhook campaign, and of a Canvas step likewise. The header that
  /// it prints, a token in clear text, is none that the campaign's kind would take.
  @Test func `tickets from messages`() throws {
    try MarkedGuide.expectFindings(
      #"""
      braze:
        campaigns:
          ticket:
            name: A ticket
            channel: webhook
            delivery: {type: action_based, custom_event: unhappy}
            webhook:
              url: <your-zendesk-instance>.zendesk.com/api/v2/tickets.json ⟵ left-over-placeholder url-without-scheme
              method: POST
              headers:
                Content-Type: application/json
                Authorization: !basic {username: <email_address>/token, password: !env API_TOKEN} ⟵ api-token-ends
              body: |
                \#(GuideText.ticket.indented(by: 10))
        canvases:
          ticket:
            name: A ticket
            entry: {type: action_based, custom_event: unhappy}
            steps:
              - name: Ticket
                channel: webhook
                webhook:
                  url: <your-zendesk-instance>.zendesk.com/api/v2/tickets.json ⟵ left-over-placeholder url-without-scheme
                  method: POST
                  headers: {Content-Type: application/json}
                  body: |
                    {"ticket": {"requester_id": "{{${user_id}}}", "status": "open"}} ⟵ requester-id-from-braze
      """#,
      ofBothSides: true
    )
  }
}
