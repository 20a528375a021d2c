# Nothing is written without consent.
-- integration.yaml --
version: 1
environments:
  local: {emulator: .lockstep/local, protected: true}
zendesk:
  trigger_categories:
    group: {name: Group}
-- end --
$ lockstep apply
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.group  integration.yaml:6
    name: "Group"

Plan: 1 to create; 0 unchanged. Read with 1 request.
! error: The environment is protected [protected-environment]
!   local has `protected: true`. To consent, add --yes --confirm local
! 
! 1 error
? 6
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.group  integration.yaml:6
    name: "Group"

Plan: 1 to create; 0 unchanged. Read with 1 request.
! error: The environment is protected [protected-environment]
!   local has `protected: true`. To consent, add --yes --confirm local
! 
! 1 error
? 6
$ lockstep apply --yes --confirm production
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.group  integration.yaml:6
    name: "Group"

Plan: 1 to create; 0 unchanged. Read with 1 request.
! error: Another environment was confirmed [wrong-confirmation]
!   --confirm says production, and the environment is local.
! 
! 1 error
? 6
$ lockstep apply --confirm local
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.group  integration.yaml:6
    name: "Group"

Plan: 1 to create; 0 unchanged. Read with 1 request.
! error: Nobody can be asked [no-consent]
!   Standard input is no terminal. To consent, add --yes.
! 
! 1 error
? 6
< no
$ lockstep apply
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.group  integration.yaml:6
    name: "Group"

Plan: 1 to create; 0 unchanged. Read with 1 request.
! local is protected. Type its name to apply these changes: ! Nothing was changed.
? 1
< local
$ lockstep apply
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.group  integration.yaml:6
    name: "Group"

Plan: 1 to create; 0 unchanged. Read with 1 request.
! local is protected. Type its name to apply these changes: + created zendesk.trigger_categories.group  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep apply
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    group: {name: Other group}
-- end --
$ lockstep apply
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.group  (id 6100000000794)  integration.yaml:5
    name: "Group" -> "Other group"

Plan: 1 to update; 0 unchanged. Read with 1 request.
! error: Nobody can be asked [no-consent]
!   Standard input is no terminal. To consent, add --yes.
! 
! 1 error
? 6
< no
$ lockstep apply
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.group  (id 6100000000794)  integration.yaml:5
    name: "Group" -> "Other group"

Plan: 1 to update; 0 unchanged. Read with 1 request.
! Apply these changes? Type yes: ! Nothing was changed.
? 1
< yes
$ lockstep apply
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.group  (id 6100000000794)  integration.yaml:5
    name: "Group" -> "Other group"

Plan: 1 to update; 0 unchanged. Read with 1 request.
! Apply these changes? Type yes: ~ updated zendesk.trigger_categories.group  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
