# What only a person can do is written out, acted out on the emulator, and attested.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
variables: {reply: A customer service rep will contact you shortly.}
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
      reply: !var reply
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
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.webhooks.send  integration.yaml:6
! manual braze.subscription_groups.support_sms  (is not attested)  integration.yaml:23
! manual braze.campaigns.agent_reply  (does not exist)  integration.yaml:33
! manual braze.campaigns.open_ticket  (does not exist)  integration.yaml:40
… waiting zendesk.triggers.reply_by_sms  (waits for braze.campaigns.agent_reply)  integration.yaml:13
! manual braze.keyword_categories.support  (is not attested)  integration.yaml:25
… waiting braze.custom_attributes.zendesk_ticket_open  (is not there yet)  integration.yaml:31

Plan: 1 to create, 4 for a person, 2 waiting; 0 unchanged. Read with 4 requests. What a person has to do: lockstep runbook.
+ created zendesk.webhooks.send  (id 01KDVDNA00000006EFGRX3YMBN)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
4 steps are left to a person: lockstep runbook writes them out. 2 waiting for what is not there yet; apply again once it is.
? 0
$ lockstep runbook
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
# Runbook: local

braze https://braze.localhost, zendesk https://zendesk.localhost

4 steps are left to a person, in this order.

`$NAME` stands for the value of the secret NAME, which is not shown.

- [ ] 1. Confirm the subscription group `Support`
- [ ] 2. Make the campaign `Zendesk - agent reply`
- [ ] 3. Make the keyword category `ZendeskSMS1`
- [ ] 4. Make the campaign `Zendesk - open a ticket`

## 1. Confirm the subscription group `Support`

`braze.subscription_groups.support_sms`, id `6ff593d7-cf69-448b-aca9-abf7d7b8c273`: is not attested (integration.yaml:23)

**Where:** Audience > Subscription Group Management

No API reads this. See that it is:

- Subscription group ID: `6ff593d7-cf69-448b-aca9-abf7d7b8c273`
- Subscription group name: `Support`

**Verified by:** no API lists subscription groups: look at the page.

When it is so:

```sh
lockstep attest braze.subscription_groups.support_sms --environment local
```

## 2. Make the campaign `Zendesk - agent reply`

`braze.campaigns.agent_reply`: does not exist (integration.yaml:33)

**Where:** Messaging > Campaigns > Create Campaign > SMS/MMS/RCS

- Campaign name: `Zendesk - agent reply`
- Channel: `sms`
- Compose SMS > Subscription group: `6ff593d7-cf69-448b-aca9-abf7d7b8c273` (subscription group `Support`, `braze.subscription_groups.support_sms`)
- Compose SMS > Message: `{{api_trigger_properties.${msg_body}}}`
- Schedule Delivery > Delivery type: `api triggered`
- Schedule Delivery > Delivery Controls > Allow users to become re-eligible to receive campaign: yes
- Launched, and not stopped: yes

**Verified by:** the next plan reads its message, its state and its tags; its delivery and its audience no API tells.

When it is so:

```sh
lockstep attest braze.campaigns.agent_reply --environment local
```

## 3. Make the keyword category `ZendeskSMS1`

`braze.keyword_categories.support`: is not attested (integration.yaml:25)

**Where:** Audience > Subscription Group Management > the group > Global Keywords > Add Custom Keyword

No API tells whether it is there already. It is to be:

- Keyword Category: `ZendeskSMS1`
- Subscription group: `6ff593d7-cf69-448b-aca9-abf7d7b8c273` (subscription group `Support`, `braze.subscription_groups.support_sms`)
- Keywords: `SUPPORT`
- Reply Message: `A customer service rep will contact you shortly.`

**Verified by:** no API reads keywords: look at the page.

When it is so:

```sh
lockstep attest braze.keyword_categories.support --environment local
```

## 4. Make the campaign `Zendesk - open a ticket`

`braze.campaigns.open_ticket`: does not exist (integration.yaml:40)

**Where:** Messaging > Campaigns > Create Campaign > Webhook

- Campaign name: `Zendesk - open a ticket`
- Channel: `webhook`
- Compose webhook > Webhook URL: `https://zendesk.localhost/api/v2/tickets.json`
- Compose webhook > HTTP Method: `POST`
- Compose webhook > Request Headers > `Content-Type`: `application/json`
- Compose webhook > Request Headers > `Authorization`: `Bearer $ZENDESK_WEBHOOK_TOKEN`
- Compose webhook > Request Body > Raw Text:

```
{"ticket": {"comment": {"body": "{{sms.${inbound_message_body} | json_escape}}"}}}
```

- Schedule Delivery > Delivery type: `action based`
- Schedule Delivery > Trigger: Send an SMS inbound message > Subscription group: `6ff593d7-cf69-448b-aca9-abf7d7b8c273` (subscription group `Support`, `braze.subscription_groups.support_sms`)
- Schedule Delivery > Trigger: Send an SMS inbound message > Keyword category: `ZendeskSMS1` (keyword category, `braze.keyword_categories.support`)
- Schedule Delivery > Delivery Controls > Allow users to become re-eligible to receive campaign: yes
- Target Audience 1 > Custom Attributes: `zendesk_ticket_open` (custom attribute, `braze.custom_attributes.zendesk_ticket_open`)
- Target Audience 1 > Comparison: `does not equal`
- Target Audience 1 > Value: `true`
- Launched, and not stopped: yes

**Verified by:** the next plan reads its message, its state and its tags; its delivery and its audience no API tells.

When it is so:

```sh
lockstep attest braze.campaigns.open_ticket --environment local
```

## What waits

- `zendesk.triggers.reply_by_sms` waits for `braze.campaigns.agent_reply` (step 2).
- `braze.custom_attributes.zendesk_ticket_open` is not there yet: Braze makes it when it is first set; or make it: Data Settings > Custom Attributes > Add custom attributes.

## At the end

Then write what waited for an id:

```sh
lockstep apply --environment local
```
? 0
# As a person reads it on a terminal.
$ lockstep runbook --format text
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

4 steps are left to a person, in this order.
$NAME stands for the value of the secret NAME, which is not shown.

1. Confirm the subscription group "Support"
   braze.subscription_groups.support_sms, id 6ff593d7-cf69-448b-aca9-abf7d7b8c273: is not attested  integration.yaml:23
   Where: Audience > Subscription Group Management

   No API reads this. See that it is:
     Subscription group ID: 6ff593d7-cf69-448b-aca9-abf7d7b8c273
     Subscription group name: Support

   Verified by: no API lists subscription groups: look at the page.
   When it is so:
     lockstep attest braze.subscription_groups.support_sms --environment local

2. Make the campaign "Zendesk - agent reply"
   braze.campaigns.agent_reply: does not exist  integration.yaml:33
   Where: Messaging > Campaigns > Create Campaign > SMS/MMS/RCS

     Campaign name: Zendesk - agent reply
     Channel: sms
     Compose SMS > Subscription group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273  (subscription group "Support", braze.subscription_groups.support_sms)
     Compose SMS > Message: {{api_trigger_properties.${msg_body}}}
     Schedule Delivery > Delivery type: api triggered
     Schedule Delivery > Delivery Controls > Allow users to become re-eligible to receive campaign: yes
     Launched, and not stopped: yes

   Verified by: the next plan reads its message, its state and its tags; its delivery and its audience no API tells.
   When it is so:
     lockstep attest braze.campaigns.agent_reply --environment local

3. Make the keyword category "ZendeskSMS1"
   braze.keyword_categories.support: is not attested  integration.yaml:25
   Where: Audience > Subscription Group Management > the group > Global Keywords > Add Custom Keyword

   No API tells whether it is there already. It is to be:
     Keyword Category: ZendeskSMS1
     Subscription group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273  (subscription group "Support", braze.subscription_groups.support_sms)
     Keywords: SUPPORT
     Reply Message: A customer service rep will contact you shortly.

   Verified by: no API reads keywords: look at the page.
   When it is so:
     lockstep attest braze.keyword_categories.support --environment local

4. Make the campaign "Zendesk - open a ticket"
   braze.campaigns.open_ticket: does not exist  integration.yaml:40
   Where: Messaging > Campaigns > Create Campaign > Webhook

     Campaign name: Zendesk - open a ticket
     Channel: webhook
     Compose webhook > Webhook URL: https://zendesk.localhost/api/v2/tickets.json
     Compose webhook > HTTP Method: POST
     Compose webhook > Request Headers > Content-Type: application/json
     Compose webhook > Request Headers > Authorization: Bearer $ZENDESK_WEBHOOK_TOKEN
     Compose webhook > Request Body > Raw Text:
--------
{"ticket": {"comment": {"body": "{{sms.${inbound_message_body} | json_escape}}"}}}
--------
     Schedule Delivery > Delivery type: action based
     Schedule Delivery > Trigger: Send an SMS inbound message > Subscription group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273  (subscription group "Support", braze.subscription_groups.support_sms)
     Schedule Delivery > Trigger: Send an SMS inbound message > Keyword category: ZendeskSMS1  (keyword category, braze.keyword_categories.support)
     Schedule Delivery > Delivery Controls > Allow users to become re-eligible to receive campaign: yes
     Target Audience 1 > Custom Attributes: zendesk_ticket_open  (custom attribute, braze.custom_attributes.zendesk_ticket_open)
     Target Audience 1 > Comparison: does not equal
     Target Audience 1 > Value: true
     Launched, and not stopped: yes

   Verified by: the next plan reads its message, its state and its tags; its delivery and its audience no API tells.
   When it is so:
     lockstep attest braze.campaigns.open_ticket --environment local

What waits
  zendesk.triggers.reply_by_sms waits for braze.campaigns.agent_reply (step 2).
  braze.custom_attributes.zendesk_ticket_open is not there yet: Braze makes it when it is first set; or make it: Data Settings > Custom Attributes > Add custom attributes.

Then write what waited for an id:
  lockstep apply --environment local
? 0
# What is missing cannot be attested, and with it nothing else.
$ lockstep attest braze.campaigns.agent_reply braze.keyword_categories.support
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
! integration.yaml:33:5: error: This cannot be attested as it is [not-attestable]
!   33 |     agent_reply:
!      |     ^^^^^^^^^^^
!   braze.campaigns.agent_reply does not exist yet. Make it as `lockstep runbook` says, then attest it. Nothing was recorded.
! 
! 1 error
? 1
$ lockstep attest --list
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local

open       braze.subscription_groups.support_sms: id, name
open       braze.keyword_categories.support: name, subscription_group, keywords, reply
open       braze.campaigns.agent_reply: delivery
open       braze.campaigns.open_ticket: delivery, audience

0 attested, 4 open.
? 0
# What needs nobody's word, and what is not there.
$ lockstep attest zendesk.webhooks.send braze.custom_attributes.zendesk_ticket_open
! integration.yaml:6:5: error: Nothing is to be attested here [nothing-to-attest]
!   6 |     send:
!     |     ^^^^
!   zendesk.webhooks.send needs nobody's word: lockstep writes and reads each webhook itself. `lockstep attest --list` names what does.
! 
! integration.yaml:31:5: error: Nothing is to be attested here [nothing-to-attest]
!   31 |     zendesk_ticket_open: {data_type: string}
!      |     ^^^^^^^^^^^^^^^^^^^
!   braze.custom_attributes.zendesk_ticket_open needs nobody's word: the API tells all that the spec says of this custom attribute, and plan compares it. `lockstep attest --list` names what does.
! 
! 2 errors
? 3
$ lockstep attest braze.campaigns.agent_repy
! error: No resource has this address [unknown-address]
!   "braze.campaigns.agent_repy" names no resource of the spec. Did you mean "braze.campaigns.agent_reply"?
! 
! 1 error
? 3
$ lockstep attest --revoke braze.campaigns.agent_reply
! error: There is no such attestation [not-attested]
!   "braze.campaigns.agent_reply" names nothing that is attested in this environment. Nothing was revoked.
! 
! 1 error
? 3
$ lockstep attest
! Error: Say what is attested: an address, or --list.
! Usage: lockstep attest [<options>] <ADDRESS> ...
!        lockstep attest --list [<options>]
!        lockstep attest --revoke [<options>] <ADDRESS> ...
!   See 'lockstep attest --help' for more information.
? 3
$ lockstep attest --list braze.campaigns.agent_reply
! Error: --list takes no address.
! Usage: lockstep attest [<options>] <ADDRESS> ...
!        lockstep attest --list [<options>]
!        lockstep attest --revoke [<options>] <ADDRESS> ...
!   See 'lockstep attest --help' for more information.
? 3
# The person's part.
$ lockstep runbook --perform
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
! made braze.subscription_groups.support_sms  (id 6ff593d7-cf69-448b-aca9-abf7d7b8c273)
! made braze.campaigns.agent_reply  (id f88bb8a8-724c-41ec-ab39-896a51a8749b)
! made braze.keyword_categories.support  (id c2d326e0-055b-4ef6-a621-a03fe0bbdb7b)
! made braze.custom_attributes.zendesk_ticket_open  (id zendesk_ticket_open)
! made braze.campaigns.open_ticket  (id 84bb3f97-971d-40ab-ad29-825c75521255)

Nothing is attested yet. To attest it:
  lockstep attest braze.subscription_groups.support_sms braze.campaigns.agent_reply braze.keyword_categories.support braze.campaigns.open_ticket --environment local
? 0
$ lockstep attest 'braze.*' --by Ada --note 'seen in the dashboard'
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
attested   braze.subscription_groups.support_sms: id, name
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"
attested   braze.keyword_categories.support: name, subscription_group, keywords, reply
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"
attested   braze.campaigns.agent_reply: delivery
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"
attested   braze.campaigns.open_ticket: delivery, audience
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"
Written to .lockstep/local/lock.json.
? 0
$ lockstep attest --list
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local

attested   braze.subscription_groups.support_sms: id, name
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"
attested   braze.keyword_categories.support: name, subscription_group, keywords, reply
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"
attested   braze.campaigns.agent_reply: delivery
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"
attested   braze.campaigns.open_ticket: delivery, audience
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"

4 attested, 0 open.
? 0
# What waited for the ids is written, and nothing is left.
$ lockstep apply --yes --compact
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.triggers.reply_by_sms  integration.yaml:13

Plan: 1 to create; 6 unchanged. Read with 6 requests.
+ created zendesk.triggers.reply_by_sms  (id 6100000000922)

Applied: 1 done, 0 failed, 0 skipped, 6 unchanged.
? 0
$ lockstep plan --detailed-exitcode
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 7 unchanged. Read with 6 requests.
? 0
$ lockstep runbook
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
Nothing is left to a person in local.
? 0
$ lockstep runbook --perform
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
Nothing was done in local.
? 0
# A campaign is edited by hand: the step says from what to what, and it cannot be attested again.
@ PATCH /_emulator/braze/campaigns/{braze.campaigns.agent_reply} {"sms": {"body": "Hello"}, "tags": ["new"]}
? 200
$ lockstep drift
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
~ changed braze.campaigns.agent_reply  (id f88bb8a8-724c-41ec-ab39-896a51a8749b)  integration.yaml:33
    sms.body: "{{api_trigger_properties.${msg_body}}}" -> "Hello"

Drift in local: 1 object. Read with 6 requests.
? 2
$ lockstep runbook
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
# Runbook: local

braze https://braze.localhost, zendesk https://zendesk.localhost

One step is left to a person.

- [ ] 1. Change the campaign `Zendesk - agent reply`

## 1. Change the campaign `Zendesk - agent reply`

`braze.campaigns.agent_reply`, id `f88bb8a8-724c-41ec-ab39-896a51a8749b`: differs (integration.yaml:33)

**Where:** Messaging > Campaigns

**What to change**

- Compose SMS > Message: from `Hello` to `{{api_trigger_properties.${msg_body}}}`

**Verified by:** the next plan reads its message, its state and its tags; its delivery and its audience no API tells.

## At the end

Then see that nothing is left:

```sh
lockstep plan --environment local
```
? 0
$ lockstep attest braze.campaigns.agent_reply
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
! integration.yaml:33:5: error: This cannot be attested as it is [not-attestable]
!   33 |     agent_reply:
!      |     ^^^^^^^^^^^
!   braze.campaigns.agent_reply is not as the spec says, which the API tells: see sms.body. Mend it as `lockstep runbook` says, then attest it. Nothing was recorded.
! 
! 1 error
? 1
$ lockstep runbook --perform
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
! changed braze.campaigns.agent_reply  (id f88bb8a8-724c-41ec-ab39-896a51a8749b)
? 0
$ lockstep plan --detailed-exitcode
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 7 unchanged. Read with 6 requests.
? 0
# What is confirmed already keeps its name and its note, and the lock stays as it is.
$ lockstep attest 'braze.keyword_categories.*'
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
attested   braze.keyword_categories.support: name, subscription_group, keywords, reply
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"
Nothing to record: .lockstep/local/lock.json has it already.
? 0
# An attestation that is taken back has to be given again.
$ lockstep attest --revoke braze.keyword_categories.support
revoked    braze.keyword_categories.support
Written to .lockstep/local/lock.json.
? 0
$ lockstep plan --compact --detailed-exitcode
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

! manual braze.keyword_categories.support  (is not attested)  integration.yaml:25

Plan: 1 for a person; 6 unchanged. Read with 6 requests. What a person has to do: lockstep runbook.
? 2
$ lockstep attest braze.keyword_categories.support --format json
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
{
  "format_version": 1,
  "environment": "local",
  "lock": ".lockstep/local/lock.json",
  "attested": [
    {
      "address": "braze.keyword_categories.support",
      "kind": "braze.keyword_category",
      "state": "attested",
      "open": [],
      "attributes": [
        "name",
        "subscription_group",
        "keywords",
        "reply"
      ],
      "date": "2026-01-01T00:00:00Z",
      "by": null,
      "note": null
    }
  ]
}
? 0
$ lockstep plan --detailed-exitcode
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 7 unchanged. Read with 6 requests.
? 0
# An attestation outlives an apply that has nothing to do, and a change of the spec opens it again.
$ lockstep apply --yes
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 7 unchanged. Read with 6 requests.
? 0
$ lockstep attest --list --format json
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
{
  "format_version": 1,
  "environment": "local",
  "lock": ".lockstep/local/lock.json",
  "attestations": [
    {
      "address": "braze.subscription_groups.support_sms",
      "kind": "braze.subscription_group",
      "state": "attested",
      "open": [],
      "attributes": [
        "id",
        "name"
      ],
      "date": "2026-01-01T00:00:00Z",
      "by": "Ada",
      "note": "seen in the dashboard"
    },
    {
      "address": "braze.keyword_categories.support",
      "kind": "braze.keyword_category",
      "state": "attested",
      "open": [],
      "attributes": [
        "name",
        "subscription_group",
        "keywords",
        "reply"
      ],
      "date": "2026-01-01T00:00:00Z",
      "by": null,
      "note": null
    },
    {
      "address": "braze.campaigns.agent_reply",
      "kind": "braze.campaign",
      "state": "attested",
      "open": [],
      "attributes": [
        "delivery"
      ],
      "date": "2026-01-01T00:00:00Z",
      "by": "Ada",
      "note": "seen in the dashboard"
    },
    {
      "address": "braze.campaigns.open_ticket",
      "kind": "braze.campaign",
      "state": "attested",
      "open": [],
      "attributes": [
        "delivery",
        "audience"
      ],
      "date": "2026-01-01T00:00:00Z",
      "by": "Ada",
      "note": "seen in the dashboard"
    }
  ]
}
? 0
$ lockstep attest --list --var reply=changed
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
local

attested   braze.subscription_groups.support_sms: id, name
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"
reopened   braze.keyword_categories.support: reply
           2026-01-01T00:00:00Z
attested   braze.campaigns.agent_reply: delivery
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"
attested   braze.campaigns.open_ticket: delivery, audience
           2026-01-01T00:00:00Z by Ada: "seen in the dashboard"

3 attested, 1 open.
? 0
# It says who and why in one line.
$ lockstep attest braze.keyword_categories.support --by ''
! Error: --by takes 1 to 100 characters, and these are 0.
! Usage: lockstep attest [<options>] <ADDRESS> ...
!        lockstep attest --list [<options>]
!        lockstep attest --revoke [<options>] <ADDRESS> ...
!   See 'lockstep attest --help' for more information.
? 3
$ lockstep attest --revoke 'braze.campaigns.*' --note x
! Error: --by and --note belong to an attestation.
! Usage: lockstep attest [<options>] <ADDRESS> ...
!        lockstep attest --list [<options>]
!        lockstep attest --revoke [<options>] <ADDRESS> ...
!   See 'lockstep attest --help' for more information.
? 3
# A production is no place to act out anything.
-- production.yaml --
version: 1
environments:
  production: {braze: {endpoint: https://rest.iad-01.braze.com, api_key: !env BRAZE_API_KEY}}
braze:
  subscription_groups: {support_sms: {id: 6ff593d7-cf69-448b-aca9-abf7d7b8c273}}
-- end --
$ lockstep runbook production.yaml --perform
! error: A person's part is acted out on emulators alone [not-an-emulator]
!   The environment production leads to https://rest.iad-01.braze.com. --perform is for an environment with `emulator:`, or one whose addresses are all at 127.0.0.1, [::1] or localhost. Nothing was sent.
! 
! 1 error
? 6
# What stands in the lock and is of no known kind is not forgotten behind anybody's back.
-- .lockstep/local/lock.json --
{
  "format_version": 1,
  "environments": {
    "local": {
      "zendesk.foo.bar": {
        "kind": "zendesk.foo",
        "id": "5",
        "attributes": {}
      }
    }
  }
}
-- end --
$ lockstep apply --yes
! .lockstep/local/lock.json:5:7: error: The lock holds an entry of no known kind [lock-unknown-entry]
!   5 |       "zendesk.foo.bar": {
!     |       ^
!   zendesk.foo.bar is of a section that this version does not know. Use the version that wrote it, or restore or remove the entry. The lock was left as it is.
! 
! 1 error
? 3
$ lockstep attest --list
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
! .lockstep/local/lock.json:5:7: error: The lock holds an entry of no known kind [lock-unknown-entry]
!   5 |       "zendesk.foo.bar": {
!     |       ^
!   zendesk.foo.bar is of a section that this version does not know. Use the version that wrote it, or restore or remove the entry. The lock was left as it is.
! 
! 1 error
? 3
# Nor is an attestation taken over from another environment.
-- .lockstep/local/lock.json --
{
  "format_version": 1,
  "environments": {
    "local": {
      "braze.keyword_categories.support": {
        "kind": "braze.keyword_category",
        "attributes": {},
        "attested": {"environment": "sandbox", "instance": "https://braze.localhost", "date": "2026-01-01T00:00:00Z", "attributes": {}}
      }
    }
  }
}
-- end --
$ lockstep attest --list
! integration.yaml:39:18: warning: Nobody sends this property [unsent-trigger-property]
!   39 |         body: "{{api_trigger_properties.${msg_body}}}"
!      |                  ^
!   zendesk.triggers.reply_by_sms sends no property "msg_body" in "trigger_properties".
! 
! 1 warning
! .lockstep/local/lock.json:5:7: error: The lock cannot be read [lock-damaged]
!   5 |       "braze.keyword_categories.support": {
!     |       ^
!   The attestation of braze.keyword_categories.support was given for the environment "sandbox", and stands under "local": what was seen there need not be so here. Take that "attested" out, or move it back. Restore it from version control, or delete it: objects are then found again by their identities.
! 
! 1 error
? 3
