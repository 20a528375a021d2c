package import Model
internal import Values

extension Kind {
  package static let campaign = Kind(
    "braze.campaign",
    collection: "campaigns",
    summary: "A message that Braze sends: an SMS to a user, or a request to another system.",
    page: "https://www.braze.com/docs/api/endpoints/export/campaigns/get_campaign_details",
    identity: .attribute("name"),
    mode: .verified,
    handwork: Handwork(
      place: { attributes in
        let channel = attributes["channel"]?.text == "sms" ? "SMS/MMS/RCS" : "Webhook"
        return "Messaging > Campaigns > Create Campaign > \(channel)"
      },
      placeOfChange: "Messaging > Campaigns",
      removal: "Stop it and archive it: Braze deletes none, and an archived one counts as gone.",
      verification: "the next plan reads its message, its state and its tags; its delivery and its "
        + "audience no API tells",
      rehearsal: Handwork.Rehearsal("campaigns", form: MessageForm.rehearsed)
    ),
    schema: [
      "name": Attribute(.text, "The campaign's name, by which it is found.").required.trimmed
        .labelled("Campaign name"),
      "description": Attribute(.text, "What the campaign is for.").labelled("Description"),
      "channel": Attribute(.choice(["webhook", "sms"]), "What it sends.").required
        .labelled("Channel"),
      "webhook": MessageForm.webhook,
      "sms": MessageForm.sms,
      "delivery": Attribute(.object(DeliveryForm.campaign), "When it is sent, and to whom again.")
        .required.attested.labelled("Schedule Delivery"),
      "audience": DeliveryForm.audience,
      "tags": MessageState.tags,
      "enabled": MessageState.enabled,
      "draft": MessageState.draft,
      "archived": MessageState.archived,
    ],
    endpoints: Endpoints(
      "/campaigns/list",
      many: "campaigns",
      paging: .numbered(size: 100, parameters: "include_archived=true"),
      retired: Criterion("archived", is: true),
      calls: Endpoints.Calls(id: "campaign_id", read: "/campaigns/details"),
      details: .always,
      form: MessageForm.campaign
    ),
    checks: [
      MessageCheck.campaign, DeliveryCheck.campaign, AudienceCheck.findings, TagCheck.findings,
    ],
    examples: [
      Example(
        "An SMS that a request sends",
        name: "agent_reply",
        spec: #"""
          name: Zendesk - agent reply
          channel: sms
          delivery: {type: api_triggered, re_eligible: true}
          sms:
            subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273
            body: "{{api_trigger_properties.${msg_body}}}"
          """#,
        live: #"""
          {"id": "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064", "message": "success",
           "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
           "archived": false, "draft": false, "enabled": true, "has_post_launch_draft": false,
           "name": "Zendesk - agent reply", "description": "", "schedule_type": "api_triggered",
           "channels": ["sms"], "tags": [], "teams": [], "conversion_behaviors": [],
           "messages": {"f0a9d7a1-5bb8-4c68-a4a2-1f2f0d5f1f9e": {
             "channel": "sms", "name": "Variant 1",
             "body": "{{api_trigger_properties.${msg_body}}}", "from": ["+15550100"],
             "subscription_group_id": "6ff593d7-cf69-448b-aca9-abf7d7b8c273"}}}
          """#
      ),
      Example(
        "A ticket for each SMS with a keyword",
        name: "open_ticket",
        spec: #"""
          name: Zendesk - open a ticket
          channel: webhook
          delivery:
            type: action_based
            inbound_sms:
              subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273
              keyword_category: other
            re_eligible: true
          audience:
            - {custom_attribute: zendesk_ticket_open, comparison: equals, value: "true"}
          webhook:
            url: https://acme.zendesk.com/api/v2/tickets.json
            method: POST
            headers:
              Content-Type: application/json
              Authorization: !bearer {token: !env ZENDESK_WEBHOOK_TOKEN}
            body: !json {ticket: {comment: {body: "{{sms.${inbound_message_body} | json_escape}}"}}}
          """#,
        live: #"""
          {"id": "8d1f0f4e-8f3a-4a57-8a52-50c1f2f0f6a4", "message": "success",
           "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
           "archived": false, "draft": false, "enabled": true, "has_post_launch_draft": false,
           "name": "Zendesk - open a ticket", "description": "", "schedule_type": "action_based",
           "channels": ["webhook"], "tags": [], "teams": [], "conversion_behaviors": [],
           "messages": {"0b6c5a52-9f3d-4f0b-8f58-0f9c5f2a7d11": {
             "channel": "webhook", "name": "Variant 1", "type": "application/json",
             "url": "https://acme.zendesk.com/api/v2/tickets.json", "method": "POST",
             "headers": {"Content-Type": "application/json",
                         "Authorization": "Bearer dummy-ZENDESK_WEBHOOK_TOKEN"},
             "body": "{\"ticket\": {\"comment\": {\"body\": \"{{sms.${inbound_message_body} | json_escape}}\"}}}"}}}
          """#
      ),
    ]
  )
}
