# Long texts differ line by line, JSON by its members, other bodies as text.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook: {name: Hook, endpoint: "https://example.com", http_method: POST, request_format: xml}
  triggers:
    text:
      title: Text
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.hook, !file bodies/text.txt]}]
    json:
      title: JSON
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.hook, !file bodies/body.json]}]
-- end --
-- bodies/text.txt --
one
two
three
four
five
six
-- end --
-- bodies/body.json --
{"a": [1, 2, {"b": "c"}], "n": 1.10}
-- end --
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.webhooks.hook  integration.yaml:5
    name: "Hook"
    endpoint: "https://example.com"
    http_method: "POST"
    request_format: "xml"
    status: "active"
    subscriptions: ["conditional_ticket_events"]

+ create zendesk.triggers.text  integration.yaml:7
    title: "Text"
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "notification_webhook"
        value:
          - (id of zendesk.webhooks.hook)
          - |
              one
              two
              three
              four
              five
              six
              

+ create zendesk.triggers.json  integration.yaml:11
    title: "JSON"
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "notification_webhook"
        value:
          - (id of zendesk.webhooks.hook)
          - |
              {"a": [1, 2, {"b": "c"}], "n": 1.10}
              

Plan: 3 to create; 0 unchanged. Read with 2 requests.
+ created zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN)
+ created zendesk.triggers.text  (id 6100000000922)
+ created zendesk.triggers.json  (id 6100000001050)

Applied: 3 done, 0 failed, 0 skipped, 0 unchanged.
? 0
-- bodies/text.txt --
one
two
three
4
five
six
-- end --
-- bodies/body.json --
{
  "n": 1.10,
  "a": [1, 2, {"b": "d"}]
}
-- end --
$ lockstep plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.triggers.text  (id 6100000000922)  integration.yaml:7
    actions[0].value[1]:
        ...
        two
        three
      - four
      + 4
        five
        six
        ...

~ update zendesk.triggers.json  (id 6100000001050)  integration.yaml:11
    actions[0].value[1]#a[2].b: "c" -> "d"

Plan: 2 to update; 1 unchanged. Read with 2 requests.
? 0
$ lockstep plan --format json
{
  "format_version": 1,
  "environment": "local",
  "target": {
    "zendesk": "https://zendesk.localhost",
    "braze": "https://braze.localhost"
  },
  "summary": {
    "create": 0,
    "update": 2,
    "replace": 0,
    "delete": 0,
    "manual": 0,
    "waiting": 0,
    "unchanged": 1
  },
  "requests": {
    "reads": 2
  },
  "changes": [
    {
      "address": "zendesk.triggers.text",
      "kind": "zendesk.trigger",
      "action": "update",
      "reason": "differs",
      "id": "6100000000922",
      "adopts": false,
      "waits_for": [],
      "attributes": [
        {
          "path": "actions[0].value[1]",
          "before": "one\ntwo\nthree\nfour\nfive\nsix\n",
          "after": "one\ntwo\nthree\n4\nfive\nsix\n",
          "secret": false
        }
      ],
      "source": {
        "file": "integration.yaml",
        "line": 7,
        "column": 5
      }
    },
    {
      "address": "zendesk.triggers.json",
      "kind": "zendesk.trigger",
      "action": "update",
      "reason": "differs",
      "id": "6100000001050",
      "adopts": false,
      "waits_for": [],
      "attributes": [
        {
          "path": "actions[0].value[1]#a[2].b",
          "before": "c",
          "after": "d",
          "secret": false
        }
      ],
      "source": {
        "file": "integration.yaml",
        "line": 11,
        "column": 5
      }
    }
  ],
  "adopted": [],
  "forgotten": [],
  "refusals": [],
  "drift": [],
  "diagnostics": []
}
? 0
