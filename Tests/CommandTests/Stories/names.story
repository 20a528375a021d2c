# A trigger names a group, a brand, a form and ticket fields, of which some are not ours, without an id in the spec.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  groups:
    support: {name: Support, external: true}
    sms_desk: {name: SMS desk}
  brands:
    main: {name: Zendesk, external: true}
  ticket_fields:
    priority: {title: Priority, external: true}
    order_number: {type: text, title: Order number}
    channel:
      type: tagger
      title: Preferred channel
      custom_field_options:
        - {name: SMS, value: channel_sms}
        - {name: E-mail, value: channel_mail}
  ticket_forms:
    returns:
      name: Returns
      ticket_field_ids: [!ref zendesk.ticket_fields.channel, !ref zendesk.ticket_fields.order_number]
  organization_fields:
    is_partner: {type: checkbox, title: Partner}
  triggers:
    hand_over:
      title: Hand over
      conditions:
        all:
          - {field: brand_id, operator: is, value: !ref zendesk.brands.main}
          - {field: group_id, operator: is_not, value: !ref zendesk.groups.support}
          - {field: ticket_form_id, operator: is, value: !ref zendesk.ticket_forms.returns}
          - {field: !format "custom_fields_{zendesk.ticket_fields.channel}", operator: includes, value: channel_sms}
          - {field: !format "custom_fields_{zendesk.ticket_fields.order_number}", operator: present}
          - {field: organization.custom_fields.is_partner, operator: is, value: true}
      actions:
        - {field: group_id, value: !ref zendesk.groups.sms_desk}
        - {field: !format "custom_fields_{zendesk.ticket_fields.channel}", value: channel_mail}
        - field: notification_group
          value: [!ref zendesk.groups.sms_desk, New, "{{ticket.id}}"]
-- end --
$ lockstep validate
integration.yaml is valid: 9 resources, 1 environment.
? 0
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

+ create zendesk.groups.sms_desk  integration.yaml:6
    name: "SMS desk"

+ create zendesk.ticket_fields.order_number  integration.yaml:11
    title: "Order number"
    type: "text"

+ create zendesk.ticket_fields.channel  integration.yaml:12
    title: "Preferred channel"
    type: "tagger"
    custom_field_options:
      - name: "SMS"
        value: "channel_sms"
      - name: "E-mail"
        value: "channel_mail"

+ create zendesk.ticket_forms.returns  integration.yaml:19
    name: "Returns"
    ticket_field_ids:
      - (id of zendesk.ticket_fields.channel)
      - (id of zendesk.ticket_fields.order_number)

+ create zendesk.organization_fields.is_partner  integration.yaml:23
    key: "is_partner"
    type: "checkbox"
    title: "Partner"

+ create zendesk.triggers.hand_over  integration.yaml:25
    title: "Hand over"
    conditions:
      all:
        - field: "brand_id"
          operator: "is"
          value: (id of zendesk.brands.main)
        - field: "group_id"
          operator: "is_not"
          value: (id of zendesk.groups.support)
        - field: "ticket_form_id"
          operator: "is"
          value: (id of zendesk.ticket_forms.returns)
        - field: "custom_fields_(id of zendesk.ticket_fields.channel)"
          operator: "includes"
          value: "channel_sms"
        - field: "custom_fields_(id of zendesk.ticket_fields.order_number)"
          operator: "present"
        - field: "organization.custom_fields.is_partner"
          operator: "is"
          value: "true"
    actions:
      - field: "group_id"
        value: (id of zendesk.groups.sms_desk)
      - field: "custom_fields_(id of zendesk.ticket_fields.channel)"
        value: "channel_mail"
      - field: "notification_group"
        value: [(id of zendesk.groups.sms_desk), "New", "{{ticket.id}}"]

Plan: 6 to create; 3 unchanged. Read with 6 requests.
+ created zendesk.groups.sms_desk  (id 6100000000794)
+ created zendesk.ticket_fields.order_number  (id 6100000000922)
+ created zendesk.ticket_fields.channel  (id 6100000001050)
+ created zendesk.organization_fields.is_partner  (id 6100000001434)
+ created zendesk.ticket_forms.returns  (id 6100000001562)
+ created zendesk.triggers.hand_over  (id 6100000001690)

Applied: 6 done, 0 failed, 0 skipped, 3 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 9 unchanged. Read with 6 requests.
? 0
$ lockstep drift
No drift in local. Read with 6 requests.
? 0
# The server put the system fields into the form, and the order of the others is what counts.
@ PUT /api/v2/ticket_forms/{zendesk.ticket_forms.returns} {"ticket_form": {"ticket_field_ids": [{zendesk.ticket_fields.order_number}, {zendesk.ticket_fields.channel}]}}
? 200
$ lockstep drift
~ changed zendesk.ticket_forms.returns  (id 6100000001562)  integration.yaml:19
    ticket_field_ids[0]: (id of zendesk.ticket_fields.channel) -> "6100000000922"
    ticket_field_ids[1]: (id of zendesk.ticket_fields.order_number) -> "6100000001050"

Drift in local: 1 object. Read with 6 requests.
? 2
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.ticket_forms.returns  (id 6100000001562)  integration.yaml:19
    ticket_field_ids[0]: "6100000000922" -> (id of zendesk.ticket_fields.channel)
    ticket_field_ids[1]: "6100000001050" -> (id of zendesk.ticket_fields.order_number)

Drift: 1 object was changed by somebody else since the last apply.

Plan: 1 to update; 8 unchanged. Read with 6 requests.
~ updated zendesk.ticket_forms.returns  (id 6100000001562)

Applied: 1 done, 0 failed, 0 skipped, 8 unchanged.
? 0
# Its title takes what follows it along, unless the spec says otherwise.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  ticket_fields:
    order_number: {title: Number of the order, description: Order number}
-- end --
$ lockstep apply --yes
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

~ update zendesk.ticket_fields.order_number  (id 6100000000922)  integration.yaml:5
    title: "Order number" -> "Number of the order"

. zendesk.groups.sms_desk: left the spec; the lock forgets it, object 6100000000794 stays
. zendesk.organization_fields.is_partner: left the spec; the lock forgets it, object 6100000001434 stays
. zendesk.ticket_fields.channel: left the spec; the lock forgets it, object 6100000001050 stays
. zendesk.ticket_forms.returns: left the spec; the lock forgets it, object 6100000001562 stays
. zendesk.triggers.hand_over: left the spec; the lock forgets it, object 6100000001690 stays

Plan: 1 to update; 0 unchanged. Read with 1 request.
~ updated zendesk.ticket_fields.order_number  (id 6100000000922)

Applied: 1 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 1 unchanged. Read with 1 request.
? 0
# Everything goes: what is mentioned goes after what mentions it.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  groups:
    sms_desk: {name: SMS desk, absent: true}
  ticket_fields:
    order_number: {title: Number of the order, absent: true}
    channel: {title: Preferred channel, absent: true}
  ticket_forms:
    returns: {name: Returns, absent: true}
  organization_fields:
    is_partner: {absent: true}
  triggers:
    hand_over: {title: Hand over, absent: true}
-- end --
$ lockstep apply --yes --parallelism 1
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

- delete zendesk.triggers.hand_over  (adopts 6100000001690, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:14

- delete zendesk.organization_fields.is_partner  (adopts 6100000001434, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:12

- delete zendesk.ticket_forms.returns  (adopts 6100000001562, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:10

- delete zendesk.ticket_fields.channel  (adopts 6100000001050, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:8

- delete zendesk.ticket_fields.order_number  (id 6100000000922, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:7

- delete zendesk.groups.sms_desk  (adopts 6100000000794, created 2026-01-01T00:00:00Z, is declared absent)  integration.yaml:5

Plan: 6 to delete; 0 unchanged. Read with 5 requests.
- deleted zendesk.triggers.hand_over
- deleted zendesk.organization_fields.is_partner
- deleted zendesk.ticket_forms.returns
- deleted zendesk.groups.sms_desk
- deleted zendesk.ticket_fields.channel
- deleted zendesk.ticket_fields.order_number

Applied: 6 done, 0 failed, 0 skipped, 0 unchanged.
? 0
$ lockstep plan --detailed-exitcode
local (braze https://braze.localhost, zendesk https://zendesk.localhost)

Nothing to change: 6 unchanged. Read with 5 requests.
? 0
