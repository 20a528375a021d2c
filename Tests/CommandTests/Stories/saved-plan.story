# A saved plan is carried out as approved, or not at all.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
variables: {name: Group}
zendesk:
  trigger_categories:
    group: {name: !var name}
-- end --
$ lockstep plan --out group.plan --var name=Messaging
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.group  integration.yaml:6
    name: "Messaging"

Plan: 1 to create; 0 unchanged. Read with 1 request.
Saved to group.plan. To make these changes: lockstep apply group.plan
? 0
$ lockstep apply group.plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.group  integration.yaml:6
    name: "Messaging"

Plan: 1 to create; 0 unchanged. Read with 1 request.
+ created zendesk.trigger_categories.group  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep apply group.plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
! error: The saved plan is stale [stale-plan]
!   What group.plan was made from has changed since: the spec, the lock or the live objects. The plan of now is the one shown. To approve that, save it with the `lockstep plan` command that made this one.
! 
! 1 error
? 7
$ lockstep plan --out group.plan --var name=Texting
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.group  (id 6100000000794)  integration.yaml:6
    name: "Messaging" -> "Texting"

Plan: 1 to update; 0 unchanged. Read with 1 request.
Saved to group.plan. To make these changes: lockstep apply group.plan
? 0
@ PATCH /api/v2/trigger_categories/{zendesk.trigger_categories.group} {"trigger_category": {"name": "By hand"}}
? 200
$ lockstep apply group.plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.group  (id 6100000000794)  integration.yaml:6
    name: "By hand" -> "Texting"

Drift: 1 object was changed by somebody else since the last apply.

Plan: 1 to update; 0 unchanged. Read with 1 request.
! error: The saved plan is stale [stale-plan]
!   What group.plan was made from has changed since: the spec, the lock or the live objects. The plan of now is the one shown. To approve that, save it with the `lockstep plan` command that made this one.
! 
! 1 error
? 7
# What was decided when it was saved is not decided again.
$ lockstep apply group.plan --only zendesk.trigger_categories.group
! error: A saved plan takes no such options [saved-plan-options]
!   Environment, variables, selection and consent to losses were decided when group.plan was saved. Leave them out here, or give them to `lockstep plan --out`.
! 
! 1 error
? 3
-- newer.plan --
{"lockstep_plan": 2}
-- end --
$ lockstep apply newer.plan
! error: The saved plan cannot be read [plan-unreadable]
!   newer.plan: another version of lockstep wrote it. Make a new one with `lockstep plan --out`.
! 
! 1 error
? 3
-- broken.plan --
{"lockstep_plan": 1,
-- end --
$ lockstep apply broken.plan
! error: The saved plan cannot be read [plan-unreadable]
!   broken.plan: it is not JSON: expected a quoted member name at byte 22. Make a new one with `lockstep plan --out`.
! 
! 1 error
? 3
$ lockstep plan --out missing/group.plan --format json
! error: The plan could not be saved [plan-not-written]
!   cannot write FOLDER/missing/group.plan: No such file or directory.
! 
! 1 error
{
  "format_version": 1,
  "diagnostics": [
    {
      "severity": "error",
      "code": "plan-not-written",
      "summary": "The plan could not be saved",
      "detail": "cannot write FOLDER/missing/group.plan: No such file or directory.",
      "file": null,
      "line": null,
      "column": null
    }
  ]
}
? 1
