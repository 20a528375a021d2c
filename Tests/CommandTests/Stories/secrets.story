# A secret is sent, never shown; nobody can read it back, so that it is sent again only on request.
$ export TOKEN=hush-hush
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook:
      name: Hook
      endpoint: https://example.com
      http_method: POST
      request_format: json
      authentication: {type: basic_auth, data: {username: ops, password: !env TOKEN}}
-- end --
$ lockstep show
environment: local
variables: {}
zendesk:
  webhooks:
    hook:
      name: Hook
      endpoint: https://example.com
      http_method: POST
      request_format: json
      authentication:
        type: basic_auth
        data:
          username: ops
          password: (secret)
? 0
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.webhooks.hook  integration.yaml:5
    name: "Hook"
    endpoint: "https://example.com"
    http_method: "POST"
    request_format: "json"
    status: "active"
    subscriptions: ["conditional_ticket_events"]
    authentication:
      type: "basic_auth"
      data:
        username: "ops"
        password: (secret)

Plan: 1 to create; 0 unchanged. Read with 1 request.
+ created zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
$ lockstep plan --set-secrets
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN, secrets are to be set)  integration.yaml:5
    authentication.data.password: (secret)

Plan: 1 to update; 0 unchanged. Read with 1 request.
? 0
$ lockstep apply --yes --set-secrets
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN, secrets are to be set)  integration.yaml:5
    authentication.data.password: (secret)

Plan: 1 to update; 0 unchanged. Read with 1 request.
~ updated zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook:
      name: Hook
      endpoint: https://example.com
      http_method: POST
      request_format: json
      authentication: null
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN)  integration.yaml:5
    authentication:
      - type: "basic_auth"
      - data:
      -   username: "ops"
      - add_position: "header"

Plan: 1 to update; 0 unchanged. Read with 1 request.
~ updated zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
# A plan with a secret can be saved, and is carried out; it never replaces another file.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook:
      name: Hook
      endpoint: https://example.com
      http_method: POST
      request_format: json
      authentication: {type: bearer_token, data: {token: !env TOKEN}}
-- end --
$ lockstep plan --out integration.yaml
! error: The plan could not be saved [plan-not-written]
!   integration.yaml exists and is no saved plan. Name another file.
! 
! 1 error
? 1
$ lockstep plan --out hook.plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN)  integration.yaml:5
    authentication:
      + type: "bearer_token"
      + add_position: "header"
    authentication.data.token: (secret)

Plan: 1 to update; 0 unchanged. Read with 1 request.
Saved to hook.plan. To make these changes: lockstep apply hook.plan
? 0
$ lockstep apply hook.plan
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN)  integration.yaml:5
    authentication:
      + type: "bearer_token"
      + add_position: "header"
    authentication.data.token: (secret)

Plan: 1 to update; 0 unchanged. Read with 1 request.
~ updated zendesk.webhooks.hook  (id 01KDVDNA00000006EFGRX3YMBN)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
# A secret in clear text is not repeated.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook:
      name: Hook
      endpoint: https://example.com
      http_method: POST
      request_format: json
      authentication: {type: bearer_token, data: {token: plain-secret}}
-- end --
$ lockstep validate
! integration.yaml:10:51: error: Secret in clear text [secret-in-clear-text]
!   "authentication.data.token" is a secret and must not be written down. Put it into the process environment and write !env NAME here; if it was ever committed, have it replaced by a new one.
! 
! 1 error
? 3
