import Testing

@testable import Lints

/// What Braze's partner guides print for the dashboard, put into a spec word for word, with the half for
/// Zendesk beside it: the mistakes in it are found, each at its line.
struct BrazeGuideTests {
  /// The guide "Zendesk Chat", from its second step to its sixth.
  @Test func `the two-way conversation by SMS`() throws {
    try MarkedGuide.expectFindings(
      #"""
      zendesk:
        user_fields:
          braze_external_id: {type: text, title: Braze external ID}
        webhooks:
          braze:
            name: Braze
            endpoint: !braze /campaign/trigger/send ⟵ unknown-braze-path
            http_method: POST
            request_format: json
            authentication: {type: bearer_token, data: {token: !env BRAZE_KEY}}
        triggers:
          respond:
            title: Respond via SMS Braze
            conditions:
              all:
                - {field: comment_is_public, operator: is, value: requester_can_see_comment}
                - {field: current_via_id, operator: is_not, value: web_service}
            actions:
              - field: notification_webhook
                value:
                  - !ref zendesk.webhooks.braze
                  - |
                    {
                        "campaign_id": "{{YOUR_CAMPAIGN_ID}}", ⟵ left-over-placeholder
                        "recipients": [
                            {
                                "external_user_id": "{{ticket.requester.custom_fields.braze_external_id}}",
                    			"trigger_properties": {
                        "msg_body": "{{ticket.latest_public_comment_html}}"
                    		},
                    		"attributes": {
                            "zendesk_ticket" : "{{ticket.id}}",
                    	"zendesk_ticket_open" : "true" ⟵ attribute-of-other-type
                        }
                            }
                        ]
                    }
          closed:
            title: Ticket closed
            conditions: {all: [{field: status, operator: value, value: solved}]}
            actions:
              - field: notification_webhook
                value:
                  - !ref zendesk.webhooks.braze
                  - |
                    {
                        "campaign_id": "{{YOUR_API_KEY}}", ⟵ left-over-placeholder
                        "recipients": [
                            {
                                "external_user_id": "{{ticket.requester.custom_fields.braze_external_id}}",
                    "trigger_properties": {
                        "msg_body": "Your ticket has been closed"
                    		},
                    , ⟵ webhook-body-not-json
                    			"attributes": {
                    	"zendesk_ticket_open" : "false" ⟵ attribute-of-other-type
                        }
                            }
                        ]
                    }
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
                {
                  "ticket": {
                    "subject": "Action Needed",
                    "comment": {
                      "body": "{{sms.${inbound_message_body}}}" ⟵ unescaped-text-in-json
                    },
                "requester":{
                "name": "{{${first_name}}} {{${last_name}}}", ⟵ unescaped-text-in-json unescaped-text-in-json
                "user_fields": {
                "braze_external_id": "{{${user_id}}}"
                }
                },
                    "priority": "normal",
                    "type": "problem"
                  }
                }
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
                {
                  "ticket": {
                    "comment": {
                      "body": "Inbound message from {{${first_name}}} {{${last_name}}}: {{sms.${inbound_message_body}}}" ⟵ unescaped-text-in-json unescaped-text-in-json unescaped-text-in-json
                    }
                }
                }
      """#
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
                {% assign ticket_type = 'question/incident/task/problem' %} << Choose one >> ⟵ left-over-placeholder webhook-body-not-json
                {% assign ticket_subject = '' %}
                {% capture ticket_body %}
                << Your message here >> ⟵ left-over-placeholder
                {% endcapture %}
                {% assign ticket_subject_tag = '' %}
                {% assign ticket_status = 'New' %} ⟵ capitalised-status

                {
                "ticket": {
                "requester_id": "{{${user_id}}}",  ⟵ requester-id-from-braze
                "requester": { "name": "{{${first_name}}} {{${last_name}}}", "email": "{{${email_address}}}", "phone": "{{${phone_number}}}"}, ⟵ unescaped-text-in-json unescaped-text-in-json unescaped-text-in-json
                "type": "{{ ticket_type }}",
                "subject":  "{{ticket_subject}}",
                "comment":  { "body": "{{ticket_body}}" }, ⟵ webhook-body-not-json
                "priority": "urgent",
                "status": "{{ ticket_status }}"
                  }
                }
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
      """#
    )
  }
}
