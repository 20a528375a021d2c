# A scenario that fails shows how it came about, with the condition that does not hold and its line.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
variables: {awaited: closed}
zendesk:
  webhooks:
    notify:
      name: Notify
      endpoint: !braze /campaigns/trigger/send
      http_method: POST
      request_format: json
      authentication: {type: bearer_token, data: {token: !env BRAZE_KEY}}
  trigger_categories:
    messaging: {name: Messaging}
  triggers:
    solved:
      title: Solved
      category_id: !ref zendesk.trigger_categories.messaging
      conditions:
        all:
          - {field: status, operator: value, value: !var awaited}
          - {field: current_via_id, operator: is_not, value: web_service}
      actions:
        - field: notification_webhook
          value:
            - !ref zendesk.webhooks.notify
            - !json
              campaign_id: !ref braze.campaigns.solved
              recipients: [{external_user_id: ann-1, trigger_properties: {text: "{{ticket.title}}"}}]
braze:
  subscription_groups:
    support_sms: {id: 00000000-0000-4000-8000-000000000001, name: Support}
  campaigns:
    solved:
      name: Solved
      channel: sms
      delivery: {type: api_triggered, re_eligible: true}
      sms:
        subscription_group: !ref braze.subscription_groups.support_sms
        body: "Solved: {{api_trigger_properties.${text}}}"
-- end --
-- solved.scenario.yaml --
scenario: The customer learns that it is solved
people:
  ann: {profile: {external_id: ann-1, phone: "+15550100", subscriptions: {support_sms: subscribed}}}
  max: {agent: {name: Max Agent, email: max@acme.example}}
steps:
  - create: {by: max, ticket: first, subject: Broken, text: It is broken., requester: {name: Ann}}
    expect: nothing
  - update: {by: max, ticket: first, status: solved}
    expect:
      - webhook: {of: zendesk.triggers.solved, status: 201}
      - sms: {to: ann, text: "Solved: Broken"}
    nothing_else: true
-- end --
$ lockstep test --var awaited=solved
pass  The customer learns that it is solved  (solved.scenario.yaml, 1 run)

1 scenario: 1 passed, 0 failed. 1 run.
? 0
# The trigger waits for another status.
$ lockstep test
FAIL  The customer learns that it is solved  (solved.scenario.yaml, 1 run)

  step 2: update of first by max  solved.scenario.yaml:8:5
    not met: webhook of zendesk.triggers.solved  solved.scenario.yaml:10:9
      no webhook of zendesk.triggers.solved was sent that is not accounted for
    not met: sms to ann  solved.scenario.yaml:11:9
      no SMS was sent that is not accounted for
    What happened in this step:
      > ticket 1 updated by Max Agent (web_form): status "new" -> "solved", assignee_id null -> 6100000001178, group_id null -> 6099000002714
        / zendesk.triggers.solved did not fire  integration.yaml:15
            does not  all status value "closed": the ticket had "solved", before that "new"  integration.yaml:20
            holds     all current_via_id is_not "5"  integration.yaml:21

1 scenario: 0 passed, 1 failed. 1 run.
? 1
# It fires, but what it sends is not what was expected.
-- other/solved.scenario.yaml --
scenario: The customer hears of a note
people:
  ann: {profile: {external_id: ann-1, phone: "+15550100", subscriptions: {support_sms: subscribed}}}
  max: {agent: {name: Max Agent, email: max@acme.example}}
  mia: {agent: {name: Mia Agent, email: mia@acme.example}}
steps:
  - create: {by: max, ticket: first, subject: Broken, text: It is broken., requester: {name: Ann}}
  - together:
      - update: {by: max, ticket: first, status: solved}
      - reply: {by: mia, ticket: first, text: A note, public: false}
    expect:
      - webhook: {of: zendesk.triggers.solved, status: 201}
      - sms: {to: ann, text: "Solved: A note"}
-- end --
$ lockstep test --scenarios other --var awaited=solved
FAIL  The customer hears of a note  (other/solved.scenario.yaml, 1 run)

  step 2: together: update of first by max, reply by mia to first  other/solved.scenario.yaml:8:5
    met: webhook of zendesk.triggers.solved
    not met: sms to ann  other/solved.scenario.yaml:13:9
      text
        expected  "Solved: A note"
        actual    "Solved: Broken"
    What happened in this step:
      > ticket 1 updated by Max Agent (web_form): status "new" -> "solved", assignee_id null -> 6100000001178, group_id null -> 6099000002714
        > zendesk.triggers.solved fired  integration.yaml:15
            holds     all status value "solved"  integration.yaml:20
            holds     all current_via_id is_not "5"  integration.yaml:21
          > webhook "Notify" POST https://braze.localhost/campaigns/trigger/send
              template:
                {
                  "campaign_id": "f88bb8a8-724c-41ec-ab39-896a51a8749b",
                  "recipients": [
                    {
                      "external_user_id": "ann-1",
                      "trigger_properties": {
                        "text": "{{ticket.title}}"
                      }
                    }
                  ]
                }
              rendered:
                {
                  "campaign_id": "f88bb8a8-724c-41ec-ab39-896a51a8749b",
                  "recipients": [
                    {
                      "external_user_id": "ann-1",
                      "trigger_properties": {
                        "text": "Broken"
                      }
                    }
                  ]
                }
            > braze.campaigns.solved goes to ann-1  integration.yaml:33
              > SMS to +15550100 "Solved: Broken" (1 segment, GSM-7)
                  template: Solved: {{api_trigger_properties.${text}}}
            > attempt 1: 201 success
      > ticket 1 updated by Mia Agent (web_form), private comment "A note"
        > "Notify assignee of comment update" fired
          > mail to Max Agent: "[Zendesk] Re: Broken"
        / zendesk.triggers.solved did not fire  integration.yaml:15
            does not  all status value "solved": the ticket had "solved", before that "solved"  integration.yaml:20
            holds     all current_via_id is_not "5"  integration.yaml:21

1 scenario: 0 passed, 1 failed. 1 run.
? 1
