# What fails is reported at its line; what depends on it is skipped, and the rest is done.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  user_fields:
    key: {type: text, title: Key}
  trigger_categories:
    group: {name: Group}
  triggers:
    rule:
      title: Rule
      category_id: !ref zendesk.trigger_categories.group
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: status, value: open}]
-- end --
@ POST /_emulator/faults {"faults": [{"method": "POST", "path": "/api/v2/trigger_categories", "kind": "status", "status": 422}]}
? 204
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.user_fields.key  integration.yaml:5
    key: "key"
    type: "text"
    title: "Key"

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
      - field: "status"
        value: "open"

Plan: 3 to create; 0 unchanged. Read with 3 requests.
+ created zendesk.user_fields.key  (id 6100000000794)
x failed zendesk.trigger_categories.group
/ skipped zendesk.triggers.rule: zendesk.trigger_categories.group was not done

integration.yaml:7:5: error: The server refused the change [refused-by-server]
  7 |     group: {name: Group}
    |     ^^^^^
  create zendesk.trigger_categories.group: POST /api/v2/trigger_categories answered 422: A fault with status 422

1 error

Applied: 1 done, 1 failed, 1 skipped, 0 unchanged.
? 8
@ POST /_emulator/faults {"faults": [{"method": "POST", "path": "/api/v2/trigger_categories", "kind": "status", "status": 403}]}
? 204
$ lockstep apply --yes --parallelism 1 --format json
! integration.yaml:7:5: error: Permission refused [permission-refused]
!   7 |     group: {name: Group}
!     |     ^^^^^
!   create zendesk.trigger_categories.group: POST /api/v2/trigger_categories answered 403: A fault with status 403
!   The emulator's own credential may not do this. Webhooks and user fields need an admin, an OAuth token the scopes read and write.
! 
! 1 error
{
  "format_version": 1,
  "outcome": "failed",
  "summary": {
    "done": 0,
    "failed": 1,
    "skipped": 1,
    "unchanged": 1,
    "manual": 0,
    "waiting": 0
  },
  "changes": [
    {
      "address": "zendesk.trigger_categories.group",
      "action": "create",
      "outcome": "failed",
      "id": null,
      "error": {
        "cause": "permission",
        "status": 403,
        "code": "EmulatedFault",
        "message": "A fault with status 403",
        "attributes": {},
        "request": "POST /api/v2/trigger_categories",
        "request_id": null,
        "in_doubt": false
      }
    },
    {
      "address": "zendesk.triggers.rule",
      "action": "create",
      "outcome": "skipped",
      "id": null,
      "error": {
        "cause": "dependency",
        "message": "zendesk.trigger_categories.group was not done"
      }
    }
  ],
  "diagnostics": [
    {
      "severity": "error",
      "code": "permission-refused",
      "summary": "Permission refused",
      "detail": "create zendesk.trigger_categories.group: POST /api/v2/trigger_categories answered 403: A fault with status 403\nThe emulator's own credential may not do this. Webhooks and user fields need an admin, an OAuth token the scopes read and write.",
      "file": "integration.yaml",
      "line": 7,
      "column": 5
    }
  ]
}
? 4
# What the server refuses for its content, at the line of the attribute.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  triggers:
    rule:
      title: Rule
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: notification_webhook, value: [01HANAHBMTDTB8Q98K38YZ5ZQS, text]}]
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.triggers.rule  integration.yaml:5
    title: "Rule"
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "notification_webhook"
        value: ["01HANAHBMTDTB8Q98K38YZ5ZQS", "text"]

. zendesk.user_fields.key: left the spec; the lock forgets it, object 6100000000794 stays

Plan: 1 to create; 0 unchanged. Read with 1 request.
x failed zendesk.triggers.rule

integration.yaml:5:5: error: The server refused the change [refused-by-server]
  5 |     rule:
    |     ^^^^
  create zendesk.triggers.rule: POST /api/v2/triggers answered 422: Invalid webhook '01HANAHBMTDTB8Q98K38YZ5ZQS': it does not exist (request id emulated-9)

1 error

Applied: 0 done, 1 failed, 0 skipped, 0 unchanged.
? 1
# HTML and half a document are no ground to decide on, nor is a list without its end.
@ POST /_emulator/faults {"faults": [{"method": "GET", "path": "/api/v2/triggers", "kind": "html"}]}
? 204
$ lockstep plan
! error: The answer is not what the API promises [malformed-answer]
!   GET /api/v2/triggers answered 200: the answer is not JSON (no JSON value starts here at byte 1); it begins: Sorry Down for maintenance
!   Nothing is decided on such an answer. Check that the environment's subdomain or URL is that of the account, and run again.
! 
! 1 error
? 9
@ POST /_emulator/faults {"faults": [{"method": "GET", "path": "/api/v2/triggers", "kind": "half_json"}]}
? 204
$ lockstep plan
! error: The answer is not what the API promises [malformed-answer]
!   GET /api/v2/triggers answered 200: the answer is not JSON (expected "," or "}" at byte 1482); it begins: {"triggers":[{"url":"https://zendesk.localhost/api/v2/triggers/6100000000666.json","id":6100000000666,"title":"Auto-assign to first email responding agent","active":false,"updated_at":"2026-01-01T00:00:00Z","created_at":"2026-01-… (request id emulated-10)
!   Nothing is decided on such an answer. Check that the environment's subdomain or URL is that of the account, and run again.
! 
! 1 error
? 9
@ POST /_emulator/faults {"faults": [{"method": "GET", "path": "/api/v2/triggers", "kind": "truncate_list", "times": 2}]}
? 204
$ lockstep plan
! error: A list could not be read to its end [incomplete-list]
!   GET /api/v2/triggers answered 200: the list was read up to 2 objects: there is more, but the answer does not say where (request id emulated-12)
!   Nothing is decided on such an answer. Check that the environment's subdomain or URL is that of the account, and run again.
! 
! 1 error
? 9
@ POST /_emulator/faults {"faults": [{"method": "GET", "path": "/api/v2/triggers", "kind": "status", "status": 401}]}
? 204
$ lockstep plan
! error: Authentication refused [authentication-refused]
!   GET /api/v2/triggers answered 401: A fault with status 401 (sent with the emulator's own credential)
!   Check the emulator's own credential: it must be valid for https://zendesk.localhost.
! 
! 1 error
? 4
@ POST /_emulator/faults {"faults": [{"method": "GET", "path": "/api/v2/triggers", "kind": "disconnect_before", "times": 99}]}
? 204
$ lockstep plan --format json
! error: The connection broke [connection-lost]
!   GET /api/v2/triggers: the connection to zendesk.localhost was cut
!   Run again: what is done is not done twice.
! 
! 1 error
{
  "format_version": 1,
  "diagnostics": [
    {
      "severity": "error",
      "code": "connection-lost",
      "summary": "The connection broke",
      "detail": "GET /api/v2/triggers: the connection to zendesk.localhost was cut\nRun again: what is done is not done twice.",
      "file": null,
      "line": null,
      "column": null
    }
  ]
}
? 5
@ DELETE /_emulator/faults
? 204
# Two objects of one identity.
@ POST /api/v2/triggers {"trigger": {"title": "Rule", "conditions": {"all": [{"field": "status", "operator": "changed"}]}, "actions": [{"field": "status", "value": "open"}]}}
? 201
@ POST /api/v2/triggers {"trigger": {"title": "Rule", "conditions": {"all": [{"field": "status", "operator": "changed"}]}, "actions": [{"field": "status", "value": "open"}]}}
? 201
$ lockstep plan
! integration.yaml:5:5: error: Several objects have this identity [ambiguous-identity]
!   5 |     rule:
!     |     ^^^^
!   2 objects of kind zendesk.trigger have this title: their ids are 6100000000922, 6100000001050. Say which one is meant with `match: {id: "6100000000922"}`, or delete the others.
! 
! 1 error
? 9
# A failure stops nothing that does not need what failed, not even what comes after it in order.
@ POST /_emulator/reset
? 204
-- .lockstep/local/lock.json --
{"format_version": 1, "environments": {}}
-- end --
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  triggers:
    one:
      title: One
      conditions: {all: [{field: requester.custom_fields.consent, operator: is, value: "1"}]}
      actions: [{field: status, value: open}]
    two:
      title: Two
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: status, value: open}]
  user_fields:
    consent: {type: text, title: Consent}
-- end --
@ POST /_emulator/faults {"faults": [{"method": "POST", "path": "/api/v2/triggers", "kind": "status", "status": 422}]}
? 204
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.user_fields.consent  integration.yaml:14
    key: "consent"
    type: "text"
    title: "Consent"

+ create zendesk.triggers.one  integration.yaml:5
    title: "One"
    conditions:
      all:
        - field: "requester.custom_fields.consent"
          operator: "is"
          value: "1"
    actions:
      - field: "status"
        value: "open"

+ create zendesk.triggers.two  integration.yaml:9
    title: "Two"
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "status"
        value: "open"

Plan: 3 to create; 0 unchanged. Read with 2 requests.
+ created zendesk.user_fields.consent  (id 6100000000794)
x failed zendesk.triggers.one
+ created zendesk.triggers.two  (id 6100000000922)

integration.yaml:5:5: error: The server refused the change [refused-by-server]
  5 |     one:
    |     ^^^
  create zendesk.triggers.one: POST /api/v2/triggers answered 422: A fault with status 422

1 error

Applied: 2 done, 1 failed, 0 skipped, 0 unchanged.
? 8
