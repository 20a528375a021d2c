# What only a person can do is written out, acted out on the emulator, and attested.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    send:
      name: Braze
      endpoint: !braze /campaigns/trigger/send
      http_method: POST
      request_format: json
      authentication: {type: bearer_token, data: {token: !env BRAZE_SENDING_KEY}}
  triggers:
    reply_by_sms:
      title: Reply by SMS
      conditions: {all: [{field: status, operator: changed}]}
      actions:
        - field: notification_webhook
          value:
            - !ref zendesk.webhooks.send
            - !json {campaign_id: !ref braze.campaigns.agent_reply}
braze:
  subscription_groups:
    support_sms: {id: 6ff593d7-cf69-448b-aca9-abf7d7b8c273, name: Support}
  keyword_categories:
    support:
      name: ZendeskSMS1
      subscription_group: !ref braze.subscription_groups.support_sms
      keywords: [SUPPORT]
      reply: A customer service rep will contact you shortly.
  custom_attributes:
    zendesk_ticket_open: {data_type: string}
  campaigns:
    agent_reply:
      name: Zendesk - agent reply
      channel: sms
      delivery: {type: api_triggered, re_eligible: true}
      sms:
        subscription_group: !ref braze.subscription_groups.support_sms
        body: "{{api_trigger_properties.${msg_body}}}"
    open_ticket:
      name: Zendesk - open a ticket
      channel: webhook
      delivery:
        type: action_based
        inbound_sms:
          subscription_group: !ref braze.subscription_groups.support_sms
          keyword_category: !ref braze.keyword_categories.support
        re_eligible: true
      audience:
        - custom_attribute: !ref braze.custom_attributes.zendesk_ticket_open
          comparison: does_not_equal
          value: "true"
      webhook:
        url: !zendesk /api/v2/tickets.json
        method: POST
        headers:
          Content-Type: application/json
          Authorization: !bearer {token: !env ZENDESK_WEBHOOK_TOKEN}
        body: |
          {"ticket": {"comment": {"body": "{{sms.${inbound_message_body} | json_escape}}"}}}
-- end --
$ lockstep apply --yes --compact
$ lockstep runbook
# As a person reads it on a terminal.
$ lockstep runbook --format text
# What is missing cannot be attested, and with it nothing else.
$ lockstep attest braze.campaigns.agent_reply braze.keyword_categories.support
$ lockstep attest --list
# What needs nobody's word, and what is not there.
$ lockstep attest zendesk.webhooks.send braze.custom_attributes.zendesk_ticket_open
$ lockstep attest braze.campaigns.agent_repy
$ lockstep attest --revoke braze.campaigns.agent_reply
$ lockstep attest
$ lockstep attest --list braze.campaigns.agent_reply
# The person's part.
$ lockstep runbook --perform
$ lockstep attest 'braze.*' --by Ada --note 'seen in the dashboard'
$ lockstep attest --list
# What waited for the ids is written, and nothing is left.
$ lockstep apply --yes --compact
$ lockstep plan --detailed-exitcode
$ lockstep runbook
$ lockstep runbook --perform
# A campaign is edited by hand: the step says from what to what, and it cannot be attested again.
@ PATCH /_emulator/braze/campaigns/{braze.campaigns.agent_reply} {"sms": {"body": "Hello"}, "tags": ["new"]}
$ lockstep drift
$ lockstep runbook
$ lockstep attest braze.campaigns.agent_reply
$ lockstep runbook --perform
$ lockstep plan --detailed-exitcode
# An attestation that is taken back has to be given again.
$ lockstep attest --revoke braze.keyword_categories.support
$ lockstep plan --compact --detailed-exitcode
$ lockstep attest braze.keyword_categories.support --format json
$ lockstep plan --detailed-exitcode
