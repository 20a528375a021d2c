# `order` keeps triggers in their relative order; new ones follow the order of the file.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    messaging: {name: Messaging, order: [second, first]}
  triggers:
    first:
      title: First
      category_id: !ref zendesk.trigger_categories.messaging
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: status, value: open}]
    second:
      title: Second
      category_id: !ref zendesk.trigger_categories.messaging
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: status, value: open}]
-- end --
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.messaging  integration.yaml:5
    name: "Messaging"
    order: ["second", "first"]

+ create zendesk.triggers.first  integration.yaml:7
    title: "First"
    category_id: (id of zendesk.trigger_categories.messaging)
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "status"
        value: "open"

+ create zendesk.triggers.second  integration.yaml:12
    title: "Second"
    category_id: (id of zendesk.trigger_categories.messaging)
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "status"
        value: "open"

Plan: 3 to create; 0 unchanged. Read with 2 requests.
+ created zendesk.trigger_categories.messaging  (id 6100000000794)
+ created zendesk.triggers.first  (id 6100000000922)
+ created zendesk.triggers.second  (id 6100000001050)

Applied: 3 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 3 unchanged. Read with 2 requests.
? 0
# Somebody moves one.
@ PUT /api/v2/triggers/{zendesk.triggers.second} {"trigger": {"position": 90}}
? 200
$ lockstep drift
~ changed zendesk.trigger_categories.messaging  (id 6100000000794)  integration.yaml:5
    order: ["second", "first"] -> ["first", "second"]

Drift in local: 1 object. Read with 2 requests.
? 2
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.messaging  (id 6100000000794)  integration.yaml:5
    order: ["first", "second"] -> ["second", "first"]

Drift: 1 object was changed by somebody else since the last apply.

Plan: 1 to update; 2 unchanged. Read with 2 requests.
~ updated zendesk.trigger_categories.messaging  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 2 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 3 unchanged. Read with 2 requests.
? 0
# Arranging fails: the category's change failed, and the next run does it.
@ PUT /api/v2/triggers/{zendesk.triggers.second} {"trigger": {"position": 90}}
? 200
@ POST /_emulator/faults {"faults": [{"method": "POST", "path": "/api/v2/trigger_categories/jobs", "kind": "status", "status": 400}]}
? 204
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.messaging  (id 6100000000794)  integration.yaml:5
    order: ["first", "second"] -> ["second", "first"]

Drift: 1 object was changed by somebody else since the last apply.

Plan: 1 to update; 2 unchanged. Read with 2 requests.
x failed zendesk.trigger_categories.messaging  (id 6100000000794)

integration.yaml:5:5: error: The server refused the change [refused-by-server]
  5 |     messaging: {name: Messaging, order: [second, first]}
    |     ^^^^^^^^^
  update zendesk.trigger_categories.messaging: POST /api/v2/trigger_categories/jobs answered 400: A fault with status 400

1 error

Applied: 0 done, 1 failed, 0 skipped, 2 unchanged.
? 1
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.messaging  (id 6100000000794)  integration.yaml:5
    order: ["first", "second"] -> ["second", "first"]

Plan: 1 to update; 2 unchanged. Read with 2 requests.
~ updated zendesk.trigger_categories.messaging  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 2 unchanged.
? 0
# A webhook of the same name does not confuse the order; a category alone can be put in order, too.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    first: {name: Hook, endpoint: "https://example.com", http_method: POST, request_format: json}
  trigger_categories:
    messaging: {name: Messaging, order: [first, second]}
  triggers:
    first:
      title: First
      category_id: !ref zendesk.trigger_categories.messaging
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: status, value: open}]
    second:
      title: Second
      category_id: !ref zendesk.trigger_categories.messaging
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: status, value: open}]
-- end --
$ lockstep apply --yes --only zendesk.trigger_categories.messaging
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.messaging  (id 6100000000794)  integration.yaml:7
    order: ["second", "first"] -> ["first", "second"]

Plan: 1 to update; 0 unchanged. Read with 2 requests.
~ updated zendesk.trigger_categories.messaging  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --only zendesk.trigger_categories.messaging --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 2 requests.
? 0
$ lockstep drift
No drift in local. Read with 3 requests.
? 0
