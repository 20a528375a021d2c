# `absent: true` deletes, in an order in which nothing refers to what is gone; `protect` forbids it.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook: {name: Hook, endpoint: "https://example.com", http_method: POST, request_format: json}
  trigger_categories:
    group: {name: Group}
  triggers:
    rule:
      title: Rule
      category_id: !ref zendesk.trigger_categories.group
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.hook, !json {a: 1.10}]}]
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

+ create zendesk.trigger_categories.group  integration.yaml:7
    name: "Group"

+ create zendesk.triggers.rule  integration.yaml:9
    title: "Rule"
    category_id: (id of zendesk.trigger_categories.group)
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "notification_webhook"
        value:
          - (id of zendesk.webhooks.hook)
          - {
              "a": 1.10
            }

Plan: 3 to create; 0 unchanged. Read with 3 requests.
+ created zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN)
+ created zendesk.trigger_categories.group  (id 6100000000922)
+ created zendesk.triggers.rule  (id 6100000001050)

Applied: 3 done, 0 failed, 0 skipped, 0 unchanged.
? 0
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook: {name: Hook, absent: true, protect: true}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

- delete zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:5

. zendesk.trigger_categories.group: left the spec; the lock forgets it, object 6100000000922 stays
. zendesk.triggers.rule: left the spec; the lock forgets it, object 6100000001050 stays

Refused: zendesk.webhooks.hook has both `absent: true` and `protect: true`. Take `protect` out first.

Plan: 1 to delete; 0 unchanged. Read with 1 request.
! error: Consent is missing [protected-resource]
!   zendesk.webhooks.hook has both `absent: true` and `protect: true`. Take `protect` out first.
! 
! 1 error
? 6
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook: {name: Hook, absent: true}
  trigger_categories:
    group: {name: Group, absent: true}
  triggers:
    rule: {title: Rule, absent: true}
-- end --
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

- delete zendesk.triggers.rule  (id 6100000001050, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:9

- delete zendesk.trigger_categories.group  (id 6100000000922, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:7

- delete zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:5

Plan: 3 to delete; 0 unchanged. Read with 3 requests.
- deleted zendesk.triggers.rule
- deleted zendesk.trigger_categories.group
- deleted zendesk.webhooks.hook

Applied: 3 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 3 unchanged. Read with 3 requests.
? 0
# A category that still holds triggers takes the inactive ones along: that needs consent.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    old: {name: Old}
  triggers:
    legacy:
      title: Legacy
      active: false
      category_id: !ref zendesk.trigger_categories.old
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: status, value: open}]
-- end --
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.old  integration.yaml:5
    name: "Old"

+ create zendesk.triggers.legacy  integration.yaml:7
    title: "Legacy"
    active: false
    category_id: (id of zendesk.trigger_categories.old)
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "status"
        value: "open"

Plan: 2 to create; 0 unchanged. Read with 2 requests.
+ created zendesk.trigger_categories.old  (id 6100000001178)
+ created zendesk.triggers.legacy  (id 6100000001306)

Applied: 2 done, 0 failed, 0 skipped, 0 unchanged.
? 0
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    old: {name: Old, absent: true}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

- delete zendesk.trigger_categories.old  (id 6100000001178, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:5

. zendesk.triggers.legacy: left the spec; the lock forgets it, object 6100000001306 stays

Refused: zendesk.trigger_categories.old still holds "Legacy" (6100000001306): what is inactive would be deleted with it, and while something is active the server refuses. Move or delete them first, or add --allow-data-loss

Plan: 1 to delete; 0 unchanged. Read with 2 requests.
! error: Consent is missing [data-loss-not-allowed]
!   zendesk.trigger_categories.old still holds "Legacy" (6100000001306): what is inactive would be deleted with it, and while something is active the server refuses. Move or delete them first, or add --allow-data-loss
! 
! 1 error
? 6
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    old: {name: Old, absent: true}
  triggers:
    legacy: {title: Legacy, absent: true}
-- end --
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

- delete zendesk.triggers.legacy  (id 6100000001306, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:7

- delete zendesk.trigger_categories.old  (id 6100000001178, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:5

Plan: 2 to delete; 0 unchanged. Read with 2 requests.
- deleted zendesk.triggers.legacy
- deleted zendesk.trigger_categories.old

Applied: 2 done, 0 failed, 0 skipped, 0 unchanged.
? 0
