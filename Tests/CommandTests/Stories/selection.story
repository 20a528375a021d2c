# --only and --exclude take addresses and patterns; what is needed must be there or be selected.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    group: {name: Group}
  triggers:
    rule:
      title: Rule
      category_id: !ref zendesk.trigger_categories.group
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: status, value: open}]
-- end --
$ lockstep plan --only zendesk.triggers.rule
! integration.yaml:7:5: error: A resource is left out that another one needs [dependency-left-out]
!   7 |     rule:
!     |     ^^^^
!   zendesk.triggers.rule refers to zendesk.trigger_categories.group, which does not exist yet and is left out by --only or --exclude. Include it as well.
! 
! 1 error
? 3
$ lockstep plan --only 'zendesk.trigger.*'
! error: No resource has this address [unknown-address]
!   "zendesk.trigger.*" names no resource of the spec. Did you mean "zendesk.triggers.*"?
! 
! 1 error
? 3
$ lockstep apply --yes --only 'zendesk.trigger_categories.*'
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.group  integration.yaml:5
    name: "Group"

Plan: 1 to create; 0 unchanged. Read with 1 request.
+ created zendesk.trigger_categories.group  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep apply --yes --exclude 'zendesk.trigger_categories.*'
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.triggers.rule  integration.yaml:7
    title: "Rule"
    category_id: (id of zendesk.trigger_categories.group)
    conditions:
      all:
        - field: "status"
          operator: "changed"
    actions:
      - field: "status"
        value: "open"

Plan: 1 to create; 0 unchanged. Read with 2 requests.
+ created zendesk.triggers.rule  (id 6100000000922)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 2 unchanged. Read with 2 requests.
? 0
# A selection of nothing is no success.
$ lockstep drift --exclude '*'
! error: Nothing is selected [nothing-selected]
!   --only and --exclude together leave no resource of the spec. Leave one of them out.
! 
! 1 error
? 3
