/// What Braze's partner guides print, word for word, with the marks of `MarkedGuide`.
enum GuideText {
  /// The guide "Zendesk Chat": the webhook of its first step and the triggers of its third and fourth.
  static let conversation = #"""
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
                  	"zendesk_ticket_open" : "true" ⟸ attribute-of-other-type
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
                  	"zendesk_ticket_open" : "false" ⟸ attribute-of-other-type
                      }
                          }
                      ]
                  }
    """#

  /// The same guide: the body of its request that opens a ticket.
  static let opening = #"""
    {
      "ticket": {
        "subject": "Action Needed",
        "comment": {
          "body": "{{sms.${inbound_message_body}}}" ⟸ unescaped-text-in-json
        },
    "requester":{
    "name": "{{${first_name}}} {{${last_name}}}", ⟸ unescaped-text-in-json unescaped-text-in-json
    "user_fields": {
    "braze_external_id": "{{${user_id}}}"
    }
    },
        "priority": "normal",
        "type": "problem"
      }
    }
    """#

  /// The same guide: the body of its request that adds a comment.
  static let answer = #"""
    {
      "ticket": {
        "comment": {
          "body": "Inbound message from {{${first_name}}} {{${last_name}}}: {{sms.${inbound_message_body}}}" ⟸ unescaped-text-in-json unescaped-text-in-json unescaped-text-in-json
        }
    }
    }
    """#

  /// The guide "Zendesk": the body of its request to Zendesk.
  static let ticket = #"""
    {% assign ticket_type = 'question/incident/task/problem' %} << Choose one >> ⟵ left-over-placeholder ⟸ webhook-body-not-json
    {% assign ticket_subject = '' %}
    {% capture ticket_body %}
    << Your message here >> ⟵ left-over-placeholder
    {% endcapture %}
    {% assign ticket_subject_tag = '' %}
    {% assign ticket_status = 'New' %} ⟵ capitalised-status

    {
    "ticket": {
    "requester_id": "{{${user_id}}}",  ⟸ requester-id-from-braze
    "requester": { "name": "{{${first_name}}} {{${last_name}}}", "email": "{{${email_address}}}", "phone": "{{${phone_number}}}"}, ⟸ unescaped-text-in-json unescaped-text-in-json unescaped-text-in-json
    "type": "{{ ticket_type }}",
    "subject":  "{{ticket_subject}}",
    "comment":  { "body": "{{ticket_body}}" }, ⟸ webhook-body-not-json
    "priority": "urgent",
    "status": "{{ ticket_status }}"
      }
    }
    """#
}

extension String {
  /// This text behind a YAML key, each of its lines but the first behind as many blanks.
  func indented(by count: Int) -> String {
    let blanks = String(repeating: " ", count: count)
    return split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + blanks)
  }
}
