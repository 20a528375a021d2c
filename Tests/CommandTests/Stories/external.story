# What is not ours is found, referred to and compared, and never written.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  groups:
    support: {name: Suport, external: true}
  triggers:
    hand_over:
      title: Hand over
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: group_id, value: !ref zendesk.groups.support}]
-- end --
# It is missing: nothing is written, not even what does not need it.
$ lockstep apply --yes
! integration.yaml:5:21: error: External object does not exist [missing-external]
!   5 |     support: {name: Suport, external: true}
!     |                     ^^^^^^
!   zendesk.groups.support is external, and the instance has no group with the name "Suport". Did you mean "Support"? Create it there, correct the spec, or remove "external" to have it created.
! 
! 1 error
? 9
# What is not there matters to those who need it, and to nobody else.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  groups:
    support: {name: Support, description: First line, external: true}
    other: {name: Nobody, external: true}
  triggers:
    hand_over:
      title: Hand over
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: group_id, value: !ref zendesk.groups.support}]
-- end --
$ lockstep apply --yes --only zendesk.groups.other
! integration.yaml:6:19: error: External object does not exist [missing-external]
!   6 |     other: {name: Nobody, external: true}
!     |                   ^^^^^^
!   zendesk.groups.other is external, and the instance has no group with the name "Nobody". Create it there, correct the spec, or remove "external" to have it created.
! 
! 1 error
? 9
$ lockstep apply --yes --only zendesk.triggers.hand_over
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.triggers.hand_over  integration.yaml:8
    title: "Hand over"
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "group_id"
        value: (id of zendesk.groups.support)

Plan: 1 to create; 0 unchanged. Read with 2 requests.
+ created zendesk.triggers.hand_over  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
# Its description differs: that is told, and left to whom it belongs.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  groups:
    support: {name: Support, description: First line, external: true}
  triggers:
    hand_over:
      title: Hand over
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: group_id, value: !ref zendesk.groups.support}]
-- end --
$ lockstep show
environment: local
variables: {}
zendesk:
  groups:
    support:
      external: true
      name: Support
      description: First line
  triggers:
    hand_over:
      title: Hand over
      conditions:
        all:
          - field: status
            operator: changed
      actions:
        - field: group_id
          value: !ref zendesk.groups.support
? 0
$ lockstep show --format json
{
  "environment": "local",
  "variables": {},
  "zendesk": {
    "groups": {
      "support": {
        "external": true,
        "name": "Support",
        "description": "First line"
      }
    },
    "triggers": {
      "hand_over": {
        "title": "Hand over",
        "conditions": {
          "all": [
            {
              "field": "status",
              "operator": "changed"
            }
          ]
        },
        "actions": [
          {
            "field": "group_id",
            "value": "(id of zendesk.groups.support)"
          }
        ]
      }
    }
  }
}
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

! differs zendesk.groups.support  (id 6099000002714, external: it is never written)  integration.yaml:5
    description: (none) -> "First line"

Nothing to change: 2 unchanged. Read with 2 requests.
? 0
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

! differs zendesk.groups.support  (id 6099000002714, external: it is never written)  integration.yaml:5
    description: (none) -> "First line"

Nothing to change: 2 unchanged. Read with 2 requests.
? 0
$ lockstep drift
~ changed zendesk.groups.support  (id 6099000002714, external)  integration.yaml:5
    description: "First line" -> (none)

Drift in local: 1 object. Read with 2 requests.
? 2
$ lockstep drift --format json
{
  "format_version": 1,
  "environment": "local",
  "target": {
    "zendesk": "https://zendesk.localhost",
    "braze": "https://braze.localhost"
  },
  "requests": {
    "reads": 2
  },
  "drift": [
    {
      "address": "zendesk.groups.support",
      "kind": "zendesk.group",
      "id": "6099000002714",
      "baseline": false,
      "external": true,
      "source": {
        "file": "integration.yaml",
        "line": 5,
        "column": 5
      },
      "change": "changed",
      "attributes": [
        {
          "path": "description",
          "before": null,
          "after": "First line",
          "secret": false
        }
      ]
    }
  ],
  "diagnostics": []
}
? 2
# Two bear the name: which one is meant has to be said.
@ POST /api/v2/ticket_fields {"ticket_field": {"type": "text", "title": "Priority"}}
? 201
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  ticket_fields:
    priority: {title: Priority, external: true}
-- end --
$ lockstep plan
! integration.yaml:5:5: error: Several objects have this identity [ambiguous-identity]
!   5 |     priority: {title: Priority, external: true}
!     |     ^^^^^^^^
!   2 objects of kind zendesk.ticket_field have this title: their ids are 6099000000666, 6100000000922. Say which one is meant with `match: {id: "6099000000666"}`, or delete the others.
! 
! 1 error
? 9
# A system field is nobody's to change.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  ticket_fields:
    subject: {title: Subject, required: false, agent_description: Keep it short}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.ticket_fields.subject  (adopts 6099000000154)  integration.yaml:5
    agent_description: (none) -> "Keep it short"

. zendesk.triggers.hand_over: left the spec; the lock forgets it, object 6100000000794 stays

Refused: zendesk.ticket_fields.subject is the ticket field 6099000000154, which every account has from the beginning and which is not changed by this tool. Declare it `external: true` to refer to it, or give the resource another title

Plan: 1 to update; 0 unchanged. Read with 1 request.
! error: Object is not ours to change [built-in-object]
!   zendesk.ticket_fields.subject is the ticket field 6099000000154, which every account has from the beginning and which is not changed by this tool. Declare it `external: true` to refer to it, or give the resource another title
! 
! 1 error
? 6
# New triggers follow the file's order in a category that is not ours, too.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    notifications: {name: Notifications, external: true}
  triggers:
    second:
      title: Second
      category_id: !ref zendesk.trigger_categories.notifications
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: priority, value: low}]
    first:
      title: First
      category_id: !ref zendesk.trigger_categories.notifications
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: priority, value: low}]
-- end --
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.triggers.second  integration.yaml:7
    title: "Second"
    category_id: (id of zendesk.trigger_categories.notifications)
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "priority"
        value: "low"

+ create zendesk.triggers.first  integration.yaml:12
    title: "First"
    category_id: (id of zendesk.trigger_categories.notifications)
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "priority"
        value: "low"

. zendesk.triggers.hand_over: left the spec; the lock forgets it, object 6100000000794 stays

Plan: 2 to create; 1 unchanged. Read with 2 requests.
+ created zendesk.triggers.second  (id 6100000001050)
+ created zendesk.triggers.first  (id 6100000001178)

Applied: 2 done, 0 failed, 0 skipped, 1 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 3 unchanged. Read with 2 requests.
? 0
# What was ours until now is let go of: the lock forgets it.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  triggers:
    first: {title: First, active: false, external: true}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

! differs zendesk.triggers.first  (id 6100000001178, external: it is never written)  integration.yaml:5
    active: true -> false

. zendesk.triggers.second: left the spec; the lock forgets it, object 6100000001050 stays

Nothing to change: 1 unchanged. Read with 1 request.
? 0
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  triggers:
    first:
      title: First
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: priority, value: low}]
-- end --
$ lockstep plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

= zendesk.triggers.first: adopts 6100000001178 as it is

Nothing to change: 1 unchanged. Read with 1 request.
? 0
# What makes no sense is refused at once.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  groups:
    support: {name: Support, external: true, protect: true, ignore: [description]}
    other: {name: Other, external: true, absent: true}
-- end --
$ lockstep validate
! integration.yaml:5:46: error: External resource that is to be written [external-conflict]
!   5 |     support: {name: Support, external: true, protect: true, ignore: [description]}
!     |                                              ^^^^^^^
!   zendesk.groups.support is external: it is found, referred to and compared, and never written, so that "protect" has no meaning. Remove it, or remove "external".
! 
! integration.yaml:5:61: error: External resource that is to be written [external-conflict]
!   5 |     support: {name: Support, external: true, protect: true, ignore: [description]}
!     |                                                             ^^^^^^
!   zendesk.groups.support is external: it is found, referred to and compared, and never written, so that "ignore" has no meaning. Remove it, or remove "external".
! 
! integration.yaml:6:42: error: External resource that is to be written [external-conflict]
!   6 |     other: {name: Other, external: true, absent: true}
!     |                                          ^^^^^^
!   zendesk.groups.other is external: it is found, referred to and compared, and never written, so that "absent" has no meaning. Remove it, or remove "external".
! 
! 3 errors
? 3
