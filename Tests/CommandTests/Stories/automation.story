# An automation from its first apply to its deletion: hours are written as numbers or text alike.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  automations:
    solve_pending:
      title: Solve pending tickets after 4 days
      conditions:
        all:
          - {field: status, operator: is, value: pending}
          - {field: PENDING, operator: greater_than, value: 96}
      actions:
        - {field: status, value: solved}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.automations.solve_pending  integration.yaml:5
    title: "Solve pending tickets after 4 days"
    conditions:
      all:
        - field: "status"
          operator: "is"
          value: "pending"
        - field: "PENDING"
          operator: "greater_than"
          value: "96"
    actions:
      - field: "status"
        value: "solved"

Plan: 1 to create; 0 unchanged. Read with 1 request.
+ created zendesk.automations.solve_pending  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
# Its place is the server's affair, and no drift.
@ PUT /api/v2/automations/{zendesk.automations.solve_pending} {"automation": {"position": 3}}
? 200
$ lockstep drift
No drift in local. Read with 1 request.
? 0
# Somebody else makes it two days.
@ PUT /api/v2/automations/{zendesk.automations.solve_pending} {"automation": {"conditions": {"all": [{"field": "status", "operator": "is", "value": "pending"}, {"field": "PENDING", "operator": "greater_than", "value": "48"}]}, "actions": [{"field": "status", "value": "solved"}]}}
? 200
$ lockstep drift
~ changed zendesk.automations.solve_pending  (id 6100000000794)  integration.yaml:5
    conditions.all[1].value: "96" -> "48"

Drift in local: 1 object. Read with 1 request.
? 2
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.automations.solve_pending  (id 6100000000794)  integration.yaml:5
    conditions.all[1].value: "48" -> "96"

Drift: 1 object was changed by somebody else since the last apply.

Plan: 1 to update; 0 unchanged. Read with 1 request.
~ updated zendesk.automations.solve_pending  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
# Only the actions change: the conditions go along, or the server would clear them.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  automations:
    solve_pending:
      title: Solve pending tickets after 4 days
      conditions:
        all:
          - {field: status, operator: is, value: pending}
          - {field: PENDING, operator: greater_than, value: "96"}
      actions:
        - {field: status, value: solved}
        - {field: set_tags, value: Auto_Solved}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.automations.solve_pending  (id 6100000000794)  integration.yaml:5
    actions[1]:
      + field: "set_tags"
      + value: "auto_solved"

Plan: 1 to update; 0 unchanged. Read with 1 request.
~ updated zendesk.automations.solve_pending  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  automations:
    solve_pending: {title: Solve pending tickets after 4 days, absent: true}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

- delete zendesk.automations.solve_pending  (id 6100000000794, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:5

Plan: 1 to delete; 0 unchanged. Read with 1 request.
- deleted zendesk.automations.solve_pending

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
