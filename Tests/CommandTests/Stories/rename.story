# A changed title is a rename where a lock knows the object, and without one where `match` names it.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    messaging: {name: Trigger a message}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.messaging  integration.yaml:5
    name: "Trigger a message"

Plan: 1 to create; 0 unchanged. Read with 1 request.
+ created zendesk.trigger_categories.messaging  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    messaging: {name: Messaging}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.messaging  (id 6100000000794)  integration.yaml:5
    name: "Trigger a message" -> "Messaging"

Plan: 1 to update; 0 unchanged. Read with 1 request.
~ updated zendesk.trigger_categories.messaging  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
-- .lockstep/local/lock.json --
{"format_version": 1, "environments": {}}
-- end --
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    messaging: {name: Texting, match: {name: Messaging}}
-- end --
$ lockstep plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.messaging  (adopts 6100000000794)  integration.yaml:5
    name: "Messaging" -> "Texting"

Plan: 1 to update; 0 unchanged. Read with 1 request.
? 0
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.trigger_categories.messaging  (adopts 6100000000794)  integration.yaml:5
    name: "Messaging" -> "Texting"

Plan: 1 to update; 0 unchanged. Read with 1 request.
~ updated zendesk.trigger_categories.messaging  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
# An id that does not exist is an error, never a create.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    other: {name: Other, match: {id: "99"}}
-- end --
$ lockstep plan
! integration.yaml:5:5: error: No object with this id [unknown-id]
!   5 |     other: {name: Other, match: {id: "99"}}
!     |     ^^^^^
!   `match` names the id 99, and the instance has no trigger category with it. Correct the id, or take `match` out to have the object created.
! 
! 1 error
? 9
# `match` of an object that another resource has.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    messaging: {name: Texting}
    other: {name: Other, match: {name: Texting}}
-- end --
$ lockstep plan
! integration.yaml:6:5: error: Two resources claim one object [shared-object]
!   6 |     other: {name: Other, match: {name: Texting}}
!     |     ^^^^^
!   The trigger category 6100000000794 is claimed by zendesk.trigger_categories.other and by zendesk.trigger_categories.messaging, by `match` or by the lock. Correct `match`, remove one of the two from the spec, or take the wrong entry out of the lock.
! 
! 1 error
? 9
# Two resources, one of them by `match`, for one object that nobody had before.
-- .lockstep/local/lock.json --
{"format_version": 1, "environments": {}}
-- end --
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    messaging: {name: Texting}
    other: {name: Other, match: {name: Texting}}
-- end --
$ lockstep plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.trigger_categories.messaging  integration.yaml:5
    name: "Texting"

~ update zendesk.trigger_categories.other  (adopts 6100000000794)  integration.yaml:6
    name: "Texting" -> "Other"

Plan: 1 to create, 1 to update; 0 unchanged. Read with 1 request.
? 0
# A lock with an address twice, as a careless merge leaves it.
-- .lockstep/local/lock.json --
{"format_version": 1, "environments": {"local": {
"zendesk.trigger_categories.messaging": {"kind": "zendesk.trigger_category", "id": "1", "attributes": {}},
"zendesk.trigger_categories.messaging": {"kind": "zendesk.trigger_category", "id": "2", "attributes": {}}}}}
-- end --
$ lockstep plan
! .lockstep/local/lock.json:3:1: error: The lock cannot be read [lock-damaged]
!   3 | "zendesk.trigger_categories.messaging": {"kind": "zendesk.trigger_category", "id": "2", "attributes": {}}}}}
!     | ^
!   It is not the JSON of a lock: the key "zendesk.trigger_categories.messaging" is there twice. Restore it from version control, or delete it: objects are then found again by their identities.
! 
! 1 error
? 3
# What is as it should be already is adopted, and said to be.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  trigger_categories:
    messaging: {name: Texting}
-- end --
-- .lockstep/local/lock.json --
{"format_version": 1, "environments": {}}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

= zendesk.trigger_categories.messaging: adopts 6100000000794 as it is

Nothing to change: 1 unchanged. Read with 1 request.
? 0
$ lockstep plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
