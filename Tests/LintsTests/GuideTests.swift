import Testing

@testable import Lints

/// What Braze's partner guides print, put into a spec word for word: the mistakes in it are found, each
/// at its line.
struct GuideTests {
  /// The guide "Zendesk Chat": the webhook of its first step and the triggers of its third and fourth.
  @Test func `the two-way conversation by SMS`() throws {
    try MarkedGuide.expectFindings(GuideText.conversation)
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
                    \#(GuideText.ticket.indented(by: 14))
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
                    \#(GuideText.opening.indented(by: 14))
          answer:
            title: Answer
            conditions: {all: [{field: status, operator: changed}]}
            actions:
              - field: notification_webhook
                value:
                  - !ref zendesk.webhooks.answer
                  - |
                    \#(GuideText.answer.indented(by: 14))
      """#
    )
  }
}
