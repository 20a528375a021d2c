import Testing

@testable import Lints

/// What Braze's partner guides print, put into a spec word for word: the mistakes in it are found, each
/// at its line.
struct GuideTests {
  /// The guide "Zendesk Chat": the webhook of its first step and the triggers of its third and fourth.
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
        trigger_categories:
          messages: {name: Trigger a message}
        triggers:
          respond:
            title: Respond via SMS Braze
            category_id: !ref zendesk.trigger_categories.messages
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
                    	"zendesk_ticket_open" : "true"
                        }
                            }
                        ]
                    }
          closed:
            title: Ticket closed
            category_id: !ref zendesk.trigger_categories.messages
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
                    	"zendesk_ticket_open" : "false"
                        }
                            }
                        ]
                    }
      """#
    )
  }

  /// The same without the second condition, which the guide explains and a reader may well skip.
  @Test func `the echo, where the condition against it is left out`() throws {
    try MarkedGuide.expectFindings(
      #"""
      zendesk:
        webhooks:
          braze:
            name: Braze
            endpoint: !braze /campaign/trigger/send ⟵ unknown-braze-path
            http_method: POST
            request_format: json
        triggers:
          respond:
            title: Respond via SMS Braze
            conditions:
              all:
                - {field: comment_is_public, operator: is, value: requester_can_see_comment} ⟵ echo-to-braze
            actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.braze, !json {}]}]
      """#
    )
  }

  /// The guide "Zendesk": its request to Zendesk, and its webhook to Braze.
  @Test func `tickets from messages, and profiles from tickets`() throws {
    try MarkedGuide.expectFindings(
      #"""
      environments:
        production:
          zendesk: {subdomain: acme, auth: {email: ops@acme.example, api_token: !env TOKEN}} ⟵ api-token-ends
      variables: {}
      zendesk:
        webhooks:
          ticket:
            name: To a ticket
            endpoint: <your-zendesk-instance>.zendesk.com/api/v2/tickets.json ⟵ left-over-placeholder url-without-scheme
            http_method: POST
            request_format: json
            custom_headers:
              Content-Type: application/json
              Authorization: "Basic {{ '<email_address>/token:<api_token>' | base64_encode }}" ⟵ left-over-placeholder left-over-placeholder api-token-ends
          track:
            name: To a profile
            endpoint: https://{{instance_url}}/users/track ⟵ left-over-placeholder
            http_method: POST
            request_format: json
            authentication: {type: bearer_token, data: {token: !env BRAZE_KEY}}
        triggers:
          ticket:
            title: A ticket
            conditions: {all: [{field: status, operator: changed}]}
            actions:
              - field: notification_webhook
                value:
                  - !ref zendesk.webhooks.ticket
                  - |
                    {% assign ticket_type = 'question/incident/task/problem' %} << Choose one >> ⟵ left-over-placeholder
                    {% assign ticket_subject = '' %}
                    {% capture ticket_body %}
                    << Your message here >> ⟵ left-over-placeholder
                    {% endcapture %}
                    {% assign ticket_subject_tag = '' %}
                    {% assign ticket_status = 'New' %} ⟵ capitalised-status

                    {
                    "ticket": {
                    "requester_id": "{{${user_id}}}", 
                    "requester": { "name": "{{${first_name}}} {{${last_name}}}", "email": "{{${email_address}}}", "phone": "{{${phone_number}}}"},
                    "type": "{{ ticket_type }}",
                    "subject":  "{{ticket_subject}}",
                    "comment":  { "body": "{{ticket_body}}" },
                    "priority": "urgent",
                    "status": "{{ ticket_status }}"
                      }
                    }
      """#
    )
  }

  /// The guide "Zendesk Chat": the requests of its sixth step, as if Zendesk made them.
  @Test func `what customers answer`() throws {
    try MarkedGuide.expectFindings(
      #"""
      zendesk:
        webhooks:
          open:
            name: Opens a ticket
            endpoint: https://{{url}}.zendesk.com/api/v2/tickets ⟵ left-over-placeholder
            http_method: POST
            request_format: json
            custom_headers:
              Content-Type: application/json
              Authorization: Basic {{Token}} ⟵ left-over-placeholder api-token-ends
          answer:
            name: Adds a comment
            endpoint: https://{{url}}.zendesk.com/api/v2/tickets/{{content_blocks.${to_int}}}.json ⟵ left-over-placeholder
            http_method: PUT
            request_format: json
        triggers:
          open:
            title: Open
            conditions: {all: [{field: status, operator: changed}]}
            actions:
              - field: notification_webhook
                value:
                  - !ref zendesk.webhooks.open
                  - |
                    {
                      "ticket": {
                        "subject": "Action Needed",
                        "comment": {
                          "body": "{{sms.${inbound_message_body}}}"
                        },
                    "requester":{
                    "name": "{{${first_name}}} {{${last_name}}}",
                    "user_fields": {
                    "braze_external_id": "{{${user_id}}}"
                    }
                    },
                        "priority": "normal",
                        "type": "problem"
                      }
                    }
          answer:
            title: Answer
            conditions: {all: [{field: status, operator: changed}]}
            actions:
              - field: notification_webhook
                value:
                  - !ref zendesk.webhooks.answer
                  - |
                    {
                      "ticket": {
                        "comment": {
                          "body": "Inbound message from {{${first_name}}} {{${last_name}}}: {{sms.${inbound_message_body}}}"
                        }
                    }
                    }
      """#
    )
  }
}
