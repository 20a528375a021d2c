# A dropdown's options keep their ids, removing one needs consent, and a type cannot be changed.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  user_fields:
    consent:
      type: dropdown
      title: Consent
      custom_field_options:
        - {name: Given, value: given}
        - {name: Refused, value: refused}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.user_fields.consent  integration.yaml:5
    key: "consent"
    type: "dropdown"
    title: "Consent"
    custom_field_options:
      - name: "Given"
        value: "given"
      - name: "Refused"
        value: "refused"

Plan: 1 to create; 0 unchanged. Read with 1 request.
+ created zendesk.user_fields.consent  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  user_fields:
    consent:
      type: dropdown
      title: Consent
      custom_field_options:
        - {name: Unknown, value: unknown}
        - {name: Granted, value: given}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.user_fields.consent  (id 6100000000794)  integration.yaml:5
    custom_field_options[unknown]:
      + name: "Unknown"
      + value: "unknown"
    custom_field_options[given].name: "Given" -> "Granted"
    custom_field_options[refused]:
      - name: "Refused"
      - value: "refused"

Refused: This would delete custom_field_options[refused]: the choice of every user who has it. To consent, add --allow-data-loss

Plan: 1 to update; 0 unchanged. Read with 1 request.
! error: Consent is missing [data-loss-not-allowed]
!   This would delete custom_field_options[refused]: the choice of every user who has it. To consent, add --allow-data-loss
! 
! 1 error
? 6
$ lockstep apply --yes --allow-data-loss
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.user_fields.consent  (id 6100000000794)  integration.yaml:5
    custom_field_options[unknown]:
      + name: "Unknown"
      + value: "unknown"
    custom_field_options[given].name: "Given" -> "Granted"
    custom_field_options[refused]:
      - name: "Refused"
      - value: "refused"

Plan: 1 to update; 0 unchanged. Read with 1 request.
~ updated zendesk.user_fields.consent  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
# The order alone is a change, and drift if somebody else makes it.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  user_fields:
    consent:
      type: dropdown
      title: Consent
      custom_field_options:
        - {name: Granted, value: given}
        - {name: Unknown, value: unknown}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.user_fields.consent  (id 6100000000794)  integration.yaml:5
    custom_field_options (order): ["unknown", "given"] -> ["given", "unknown"]

Plan: 1 to update; 0 unchanged. Read with 1 request.
~ updated zendesk.user_fields.consent  (id 6100000000794)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
@ PUT /api/v2/user_fields/consent {"user_field": {"custom_field_options": [{"name": "Unknown", "value": "unknown"}, {"name": "Granted", "value": "given"}]}}
? 200
$ lockstep drift
~ changed zendesk.user_fields.consent  (id 6100000000794)  integration.yaml:5
    custom_field_options (order): ["given", "unknown"] -> ["unknown", "given"]

Drift in local: 1 object. Read with 1 request.
? 2
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  user_fields:
    consent: {type: text, title: Consent}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

± replace zendesk.user_fields.consent  (id 6100000000794, an attribute differs that cannot be changed)  integration.yaml:5
    type: "dropdown" -> "text"

Refused: type cannot be changed: the user field must be deleted and made anew; the field's value on every user would be lost. To consent, add --allow-replace zendesk.user_fields.consent

Plan: 1 to replace; 0 unchanged. Read with 1 request.
! error: Consent is missing [replacement-not-allowed]
!   type cannot be changed: the user field must be deleted and made anew; the field's value on every user would be lost. To consent, add --allow-replace zendesk.user_fields.consent
! 
! 1 error
? 6
$ lockstep apply --yes --allow-replace zendesk.user_fields.consent
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

± replace zendesk.user_fields.consent  (id 6100000000794, an attribute differs that cannot be changed)  integration.yaml:5
    type: "dropdown" -> "text"

Plan: 1 to replace; 0 unchanged. Read with 1 request.
± replaced zendesk.user_fields.consent  (id 6100000001562)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
