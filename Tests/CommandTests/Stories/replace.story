# A webhook for triggers cannot become one for events: a new one takes its place, and triggers follow.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook: {name: Hook, endpoint: "https://example.com", http_method: POST, request_format: json}
  triggers:
    rule:
      title: Rule
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.hook, "{{ticket.id}}"]}]
-- end --
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.webhooks.hook  integration.yaml:5
    name: "Hook"
    endpoint: "https://example.com"
    http_method: "POST"
    request_format: "json"
    status: "active"
    subscriptions: ["conditional_ticket_events"]

+ create zendesk.triggers.rule  integration.yaml:7
    title: "Rule"
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "notification_webhook"
        value: [(id of zendesk.webhooks.hook), "{{ticket.id}}"]

Plan: 2 to create; 0 unchanged. Read with 2 requests.
+ created zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN)
+ created zendesk.triggers.rule  (id 6100000000922)

Applied: 2 done, 0 failed, 0 skipped, 0 unchanged.
? 0
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook:
      name: Hook
      endpoint: https://example.com
      http_method: POST
      request_format: json
      subscriptions: ['zen:event-type:user.created']
-- end --
$ lockstep plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

± replace zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN, an attribute differs that cannot be changed)  integration.yaml:5
    subscriptions[0]: "conditional_ticket_events" -> "zen:event-type:user.created"

. zendesk.triggers.rule: left the spec; the lock forgets it, object 6100000000922 stays

Refused: subscriptions cannot be changed: the webhook must be deleted and made anew; its signing secret and its history of calls would be lost. To consent, add --allow-replace zendesk.webhooks.hook

Plan: 1 to replace; 0 unchanged. Read with 1 request.
? 0
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

± replace zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN, an attribute differs that cannot be changed)  integration.yaml:5
    subscriptions[0]: "conditional_ticket_events" -> "zen:event-type:user.created"

. zendesk.triggers.rule: left the spec; the lock forgets it, object 6100000000922 stays

Refused: subscriptions cannot be changed: the webhook must be deleted and made anew; its signing secret and its history of calls would be lost. To consent, add --allow-replace zendesk.webhooks.hook

Plan: 1 to replace; 0 unchanged. Read with 1 request.
! error: Consent is missing [replacement-not-allowed]
!   subscriptions cannot be changed: the webhook must be deleted and made anew; its signing secret and its history of calls would be lost. To consent, add --allow-replace zendesk.webhooks.hook
! 
! 1 error
? 6
$ lockstep apply --yes --allow-replace zendesk.webhooks.hook --allow-replace zendesk.webhooks.hok
! error: No resource has this address [unknown-address]
!   "zendesk.webhooks.hok" names no resource of the spec. Did you mean "zendesk.webhooks.hook"?
! 
! 1 error
? 3
$ lockstep apply --yes --allow-replace zendesk.webhooks.hook
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

± replace zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN, an attribute differs that cannot be changed)  integration.yaml:5
    subscriptions[0]: "conditional_ticket_events" -> "zen:event-type:user.created"

. zendesk.triggers.rule: left the spec; the lock forgets it, object 6100000000922 stays

Plan: 1 to replace; 0 unchanged. Read with 1 request.
± replaced zendesk.webhooks.hook  (id 01KDVDNA00000008G9KNJ8PNCY)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
# What refers to it must not be left out.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook: {name: Hook, endpoint: "https://example.com", http_method: POST, request_format: json, subscriptions: [conditional_ticket_events]}
  triggers:
    rule:
      title: Rule
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.hook, "{{ticket.id}}"]}]
-- end --
$ lockstep plan --only zendesk.webhooks.hook
! integration.yaml:7:5: error: A resource is left out that refers to a replaced one [dependent-left-out]
!   7 |     rule:
!     |     ^^^^
!   zendesk.webhooks.hook gets another id, and zendesk.triggers.rule, which refers to it, is left out by --only or --exclude. Include it as well.
! 
! 1 error
? 3
