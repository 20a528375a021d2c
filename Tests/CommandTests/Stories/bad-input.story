# Bad input ends in a message with a place and a documented exit status.
$ lockstep plan
! error: The spec does not exist [no-spec]
!   There is no file or folder integration.yaml. Name the spec, or copy integration.yaml.example to integration.yaml to begin with.
! 
! 1 error
? 3
$ lockstep plan missing.yaml
! error: The spec does not exist [no-spec]
!   There is no file or folder missing.yaml. Name the spec, or copy integration.yaml.example to integration.yaml to begin with.
! 
! 1 error
? 3
$ lockstep plan --enviroment local
! Error: Unknown option '--enviroment'. Did you mean '--environment'?
! Usage: lockstep plan [<options>] [<PATH>]
!   See 'lockstep plan --help' for more information.
? 3
$ lockstep frobnicate
! Error: Unexpected argument 'frobnicate'
! Usage: lockstep <subcommand>
!   See 'lockstep --help' for more information.
? 3
$ lockstep apply --parallelism 0
! Error: --parallelism takes a number from 1 to 64.
! Usage: lockstep apply [<options>] [<PATH>]
!   See 'lockstep apply --help' for more information.
? 3
-- empty.yaml --
-- end --
$ lockstep validate empty.yaml
! empty.yaml:1:1: error: The file is empty [empty-document]
!   1 | 
!     | ^
!   It holds nothing, or nothing but comments, where a YAML document should be.
! 
! 1 error
? 3
-- list.yaml --
- one
- two
-- end --
$ lockstep validate list.yaml
! list.yaml:1:1: error: Wrong type of value [wrong-type]
!   1 | - one
!     | ^^^^^
!   "list.yaml" must be a mapping, but this is a list.
! 
! 1 error
? 3
-- broken.yaml --
version: 1
zendesk: {webhooks: [}
-- end --
$ lockstep validate broken.yaml
! broken.yaml:2:22: error: The file is not valid YAML [yaml-syntax]
!   2 | zendesk: {webhooks: [}
!     |                      ^
!   A value should be here. Write one, or put a text that begins so in quotes.
! 
! 1 error
? 3
-- folder/notes.txt --
nothing
-- end --
$ lockstep validate folder
! error: No spec in this folder [no-spec]
!   folder holds no *.yaml file. Name the file that holds the spec, or copy integration.yaml.example to folder/integration.yaml.
! 
! 1 error
? 3
-- integration.yaml --
version: 1
environments:
  local: {emulator: .lockstep/local}
  remote: {zendesk: {url: "http://acme.example", auth: {access_token: !env MISSING_TOKEN}}}
  production: {zendesk: {subdomain: acme, auth: {access_token: !env MISSING_TOKEN}}}
zendesk:
  trigger_categories:
    group: {nmae: Group}
  triggers:
    rule:
      title: Rule
      category_id: !ref zendesk.trigger_categories.gruop
      conditions: {all: [{field: status, operator: changed}]}
      actions: [{field: status, value: !file ../../etc/passwd}]
-- end --
$ lockstep validate
! integration.yaml:4:27: error: Insecure origin [insecure-origin]
!   4 |   remote: {zendesk: {url: "http://acme.example", auth: {access_token: !env MISSING_TOKEN}}}
!     |                           ^^^^^^^^^^^^^^^^^^^^^
!   "url" would send credentials over plain http to another machine. Write https; http is for 127.0.0.1, [::1] and localhost only.
! 
! integration.yaml:8:5: error: Missing key [missing-key]
!   8 |     group: {nmae: Group}
!     |     ^^^^^
!   zendesk.trigger_categories.group needs the key "name". Add it.
! 
! integration.yaml:8:13: error: Unknown key [unknown-key]
!   8 |     group: {nmae: Group}
!     |             ^^^^
!   A zendesk.trigger_category has no key "nmae". Did you mean "name"? Valid keys: name, order, absent, external, match, ignore, protect, lint.
! 
! integration.yaml:12:20: error: Unknown resource [unknown-resource]
!   12 |       category_id: !ref zendesk.trigger_categories.gruop
!      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!   The spec declares no resource zendesk.trigger_categories.gruop. Did you mean "zendesk.trigger_categories.group"?
! 
! integration.yaml:14:40: error: File outside the spec's folder [file-outside-root]
!   14 |       actions: [{field: status, value: !file ../../etc/passwd}]
!      |                                        ^^^^^^^^^^^^^^^^^^^^^^
!   "../../etc/passwd" leads out of the folder of the spec. Put the file inside it, so that a review of the spec shows everything that is sent.
! 
! 5 errors
? 3
$ lockstep plan
! integration.yaml:4:27: error: Insecure origin [insecure-origin]
!   4 |   remote: {zendesk: {url: "http://acme.example", auth: {access_token: !env MISSING_TOKEN}}}
!     |                           ^^^^^^^^^^^^^^^^^^^^^
!   "url" would send credentials over plain http to another machine. Write https; http is for 127.0.0.1, [::1] and localhost only.
! 
! integration.yaml:8:5: error: Missing key [missing-key]
!   8 |     group: {nmae: Group}
!     |     ^^^^^
!   zendesk.trigger_categories.group needs the key "name". Add it.
! 
! integration.yaml:8:13: error: Unknown key [unknown-key]
!   8 |     group: {nmae: Group}
!     |             ^^^^
!   A zendesk.trigger_category has no key "nmae". Did you mean "name"? Valid keys: name, order, absent, external, match, ignore, protect, lint.
! 
! integration.yaml:12:20: error: Unknown resource [unknown-resource]
!   12 |       category_id: !ref zendesk.trigger_categories.gruop
!      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!   The spec declares no resource zendesk.trigger_categories.gruop. Did you mean "zendesk.trigger_categories.group"?
! 
! integration.yaml:14:40: error: File outside the spec's folder [file-outside-root]
!   14 |       actions: [{field: status, value: !file ../../etc/passwd}]
!      |                                        ^^^^^^^^^^^^^^^^^^^^^^
!   "../../etc/passwd" leads out of the folder of the spec. Put the file inside it, so that a review of the spec shows everything that is sent.
! 
! 5 errors
? 3
-- integration.yaml --
version: 1
environments:
  local: {emulator: .lockstep/local}
  production: {zendesk: {subdomain: acme, auth: {access_token: !env MISSING_TOKEN}}}
zendesk:
  trigger_categories:
    group: {name: Group}
-- end --
$ lockstep plan
! error: No environment is chosen [environment-not-chosen]
!   The spec declares several: local, production. Say which one with --environment NAME, or set LOCKSTEP_ENVIRONMENT.
! 
! 1 error
? 3
$ lockstep plan --environment productoin
! error: Unknown environment [unknown-environment]
!   The spec declares no environment "productoin". Did you mean "production"? Environments: local, production.
! 
! 1 error
? 3
$ lockstep plan --environment production
! integration.yaml:4:64: error: Environment variable is not set [environment-variable-not-set]
!   4 |   production: {zendesk: {subdomain: acme, auth: {access_token: !env MISSING_TOKEN}}}
!     |                                                                ^^^^^^^^^^^^^^^^^^
!   The secret MISSING_TOKEN is needed here, but the process environment has no variable MISSING_TOKEN, or an empty one. Set it and run the command again.
! 
! 1 error
? 3
$ lockstep plan --environment local --var nobody=1
! error: Undeclared variable [undeclared-variable]
!   --var sets "nobody", which the spec does not declare. Declare it under "variables", or leave the option out.
! 
! 1 error
? 3
$ lockstep plan --environment local --var nobody
! error: A variable without a value [malformed-variable]
!   --var takes NAME=VALUE, and "nobody" is none.
! 
! 1 error
? 3
-- .lockstep/local/lock.json --
<<<<<<< HEAD
-- end --
$ lockstep plan --environment local
! .lockstep/local/lock.json:1:1: error: The lock cannot be read [lock-damaged]
!   1 | <<<<<<< HEAD
!     | ^
!   It is not the JSON of a lock: no JSON value starts here. Restore it from version control, or delete it: objects are then found again by their identities.
! 
! 1 error
? 3
-- .lockstep/local/lock.json --
{"format_version": 2}
-- end --
$ lockstep plan --environment local
! .lockstep/local/lock.json:1:2: error: The lock was written by a newer version [lock-too-new]
!   1 | {"format_version": 2}
!     |  ^
!   Its format_version is 2, and this lockstep reads up to 1. Use the version that wrote it, or a newer one.
! 
! 1 error
? 3
