# From nothing to an applied spec, an empty plan, a change made by hand, and back.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  user_fields:
    braze_external_id: {type: text, title: Braze external ID}
  webhooks:
    trigger_campaign:
      name: Braze - trigger campaign
      endpoint: !braze /campaigns/trigger/send
      http_method: POST
      request_format: json
      authentication: {type: bearer_token, data: {token: !env BRAZE_SENDING_KEY}}
  trigger_categories:
    messaging: {name: Trigger a message}
  triggers:
    reply_by_sms:
      title: Reply by Braze SMS
      category_id: !ref zendesk.trigger_categories.messaging
      conditions:
        all:
          - {field: comment_is_public, operator: is, value: true}
          - {field: current_via_id, operator: is_not, value: web_service}
      actions:
        - field: notification_webhook
          value:
            - !ref zendesk.webhooks.trigger_campaign
            - !json {campaign_id: 3bbc4555-8fa0-4c9b-a5c0-4505edf3e064, recipients: [{open: true}]}
-- end --
$ lockstep validate
integration.yaml is valid: 4 resources, 1 environment.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.user_fields.braze_external_id  integration.yaml:5
    key: "braze_external_id"
    type: "text"
    title: "Braze external ID"

+ create zendesk.webhooks.trigger_campaign  integration.yaml:7
    name: "Braze - trigger campaign"
    endpoint: "https://braze.localhost/campaigns/trigger/send"
    http_method: "POST"
    request_format: "json"
    status: "active"
    subscriptions: ["conditional_ticket_events"]
    authentication:
      type: "bearer_token"
      data:
        token: (secret)

+ create zendesk.trigger_categories.messaging  integration.yaml:14
    name: "Trigger a message"

+ create zendesk.triggers.reply_by_sms  integration.yaml:16
    title: "Reply by Braze SMS"
    category_id: (id of zendesk.trigger_categories.messaging)
    conditions:
      all:
        - field: "comment_is_public"
          operator: "is"
          value: "true"
        - field: "current_via_id"
          operator: "is_not"
          value: "web_service"
    actions:
      - field: "notification_webhook"
        value:
          - (id of zendesk.webhooks.trigger_campaign)
          - {
              "campaign_id": "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064",
              "recipients": [
                {
                  "open": true
                }
              ]
            }

Plan: 4 to create; 0 unchanged. Read with 4 requests.
? 2
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.user_fields.braze_external_id  integration.yaml:5
    key: "braze_external_id"
    type: "text"
    title: "Braze external ID"

+ create zendesk.webhooks.trigger_campaign  integration.yaml:7
    name: "Braze - trigger campaign"
    endpoint: "https://braze.localhost/campaigns/trigger/send"
    http_method: "POST"
    request_format: "json"
    status: "active"
    subscriptions: ["conditional_ticket_events"]
    authentication:
      type: "bearer_token"
      data:
        token: (secret)

+ create zendesk.trigger_categories.messaging  integration.yaml:14
    name: "Trigger a message"

+ create zendesk.triggers.reply_by_sms  integration.yaml:16
    title: "Reply by Braze SMS"
    category_id: (id of zendesk.trigger_categories.messaging)
    conditions:
      all:
        - field: "comment_is_public"
          operator: "is"
          value: "true"
        - field: "current_via_id"
          operator: "is_not"
          value: "web_service"
    actions:
      - field: "notification_webhook"
        value:
          - (id of zendesk.webhooks.trigger_campaign)
          - {
              "campaign_id": "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064",
              "recipients": [
                {
                  "open": true
                }
              ]
            }

Plan: 4 to create; 0 unchanged. Read with 4 requests.
+ created zendesk.user_fields.braze_external_id  (id 6100000000794)
+ created zendesk.webhooks.trigger_campaign  (id 01KDVDNA00000007ADBW7T56BG)
+ created zendesk.trigger_categories.messaging  (id 6100000001050)
+ created zendesk.triggers.reply_by_sms  (id 6100000001178)

Applied: 4 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 4 unchanged. Read with 4 requests.
? 0
$ lockstep drift
No drift in local. Read with 4 requests.
? 0
# Somebody edits the trigger: another title, a condition less, and another body.
@ PUT /api/v2/triggers/{zendesk.triggers.reply_by_sms} {"trigger": {"title": "By hand", "conditions": {"all": [{"field": "comment_is_public", "operator": "is", "value": "true"}]}, "actions": [{"field": "notification_webhook", "value": ["{zendesk.webhooks.trigger_campaign}", "{\"campaign_id\": \"456\", \"recipients\": [{\"open\": true}]}"]}]}}
? 200
$ lockstep drift
~ changed zendesk.triggers.reply_by_sms  (id 6100000001178)  integration.yaml:16
    title: "Reply by Braze SMS" -> "By hand"
    conditions.all[1]:
      - field: "current_via_id"
      - operator: "is_not"
      - value: "5"
    actions[0].value[1]#campaign_id: "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064" -> "456"

Drift in local: 1 object. Read with 4 requests.
? 2
$ lockstep plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.triggers.reply_by_sms  (id 6100000001178)  integration.yaml:16
    title: "By hand" -> "Reply by Braze SMS"
    conditions.all[1]:
      + field: "current_via_id"
      + operator: "is_not"
      + value: "5"
    actions[0].value[1]#campaign_id: "456" -> "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064"

Drift: 1 object was changed by somebody else since the last apply.

Plan: 1 to update; 3 unchanged. Read with 4 requests.
? 0
$ lockstep drift --format json
{
  "format_version": 1,
  "environment": "local",
  "target": {
    "zendesk": "https://zendesk.localhost",
    "braze": "https://braze.localhost"
  },
  "requests": {
    "reads": 4
  },
  "drift": [
    {
      "address": "zendesk.triggers.reply_by_sms",
      "kind": "zendesk.trigger",
      "id": "6100000001178",
      "baseline": true,
      "external": false,
      "source": {
        "file": "integration.yaml",
        "line": 16,
        "column": 5
      },
      "change": "changed",
      "attributes": [
        {
          "path": "title",
          "before": "By hand",
          "after": "Reply by Braze SMS",
          "secret": false
        },
        {
          "path": "conditions.all[1]",
          "before": null,
          "after": {
            "field": "current_via_id",
            "operator": "is_not",
            "value": "5"
          },
          "secret": false
        },
        {
          "path": "actions[0].value[1]#campaign_id",
          "before": "456",
          "after": "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064",
          "secret": false
        }
      ]
    }
  ],
  "diagnostics": []
}
? 2
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.triggers.reply_by_sms  (id 6100000001178)  integration.yaml:16
    title: "By hand" -> "Reply by Braze SMS"
    conditions.all[1]:
      + field: "current_via_id"
      + operator: "is_not"
      + value: "5"
    actions[0].value[1]#campaign_id: "456" -> "3bbc4555-8fa0-4c9b-a5c0-4505edf3e064"

Drift: 1 object was changed by somebody else since the last apply.

Plan: 1 to update; 3 unchanged. Read with 4 requests.
~ updated zendesk.triggers.reply_by_sms  (id 6100000001178)

Applied: 1 done, 0 failed, 0 skipped, 3 unchanged.
? 0
$ lockstep drift
No drift in local. Read with 4 requests.
? 0
# Somebody deletes it.
@ DELETE /api/v2/triggers/{zendesk.triggers.reply_by_sms}
? 204
$ lockstep drift
- missing zendesk.triggers.reply_by_sms  (id 6100000001178)  integration.yaml:16

Drift in local: 1 object. Read with 4 requests.
? 2
$ lockstep apply --yes --format json
{
  "format_version": 1,
  "outcome": "done",
  "summary": {
    "done": 1,
    "failed": 0,
    "skipped": 0,
    "unchanged": 3,
    "manual": 0,
    "waiting": 0
  },
  "changes": [
    {
      "address": "zendesk.triggers.reply_by_sms",
      "action": "create",
      "outcome": "done",
      "id": "6100000001306",
      "error": null
    }
  ],
  "diagnostics": []
}
? 0
# A resource that leaves the spec is forgotten; its object stays.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    messaging: {name: Trigger a message}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

. zendesk.triggers.reply_by_sms: left the spec; the lock forgets it, object 6100000001306 stays
. zendesk.user_fields.braze_external_id: left the spec; the lock forgets it, object 6100000000794 stays
. zendesk.webhooks.trigger_campaign: left the spec; the lock forgets it, object 01KDVDNA00000007ADBW7T56BG stays

Nothing to change: 1 unchanged. Read with 1 request.
? 0
$ lockstep drift --unmanaged
? unmanaged zendesk.trigger_category "Notifications"  (id 6100000000154)

Drift in local: 1 object. Read with 1 request.
? 2
