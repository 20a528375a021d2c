# What the server or a colleague would find later is found before any request, warnings apart from errors.
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  user_fields:
    plan: {title: Plan}
  webhooks:
    hook: {name: Hook, endpoint: "https://example.com", http_method: POST, request_format: json}
  triggers:
    rule:
      title: Rule
      conditions:
        all:
          - {field: status, operator: changed}
          - {field: curent_tags, operator: includes, value: vip}
      actions:
        - field: notification_webhook
          value:
            - !ref zendesk.webhooks.hook
            - |
              {
                "plan": "{{ticket.requester.custom_fields.paln}}"
              }
-- end --
$ lockstep validate
! integration.yaml:14:21: warning: Unknown field of a condition [unknown-condition-field]
!   14 |           - {field: curent_tags, operator: includes, value: vip}
!      |                     ^^^^^^^^^^^
!   No field is known by which a trigger could test "curent_tags". Did you mean "current_tags"? If the account has it, nothing need be done.
! 
! integration.yaml:21:59: warning: Custom field is not declared [undeclared-custom-field]
!   21 |                 "plan": "{{ticket.requester.custom_fields.paln}}"
!      |                                                           ^
!   The spec declares no user field "paln". Did you mean "plan"? If the account has it otherwise, nothing need be done.
! 
! 2 warnings
integration.yaml is valid: 3 resources, 1 environment.
? 0
$ lockstep validate --format json
! integration.yaml:14:21: warning: Unknown field of a condition [unknown-condition-field]
!   14 |           - {field: curent_tags, operator: includes, value: vip}
!      |                     ^^^^^^^^^^^
!   No field is known by which a trigger could test "curent_tags". Did you mean "current_tags"? If the account has it, nothing need be done.
! 
! integration.yaml:21:59: warning: Custom field is not declared [undeclared-custom-field]
!   21 |                 "plan": "{{ticket.requester.custom_fields.paln}}"
!      |                                                           ^
!   The spec declares no user field "paln". Did you mean "plan"? If the account has it otherwise, nothing need be done.
! 
! 2 warnings
{
  "format_version": 1,
  "diagnostics": [
    {
      "severity": "warning",
      "code": "unknown-condition-field",
      "summary": "Unknown field of a condition",
      "detail": "No field is known by which a trigger could test \"curent_tags\". Did you mean \"current_tags\"? If the account has it, nothing need be done.",
      "file": "integration.yaml",
      "line": 14,
      "column": 21
    },
    {
      "severity": "warning",
      "code": "undeclared-custom-field",
      "summary": "Custom field is not declared",
      "detail": "The spec declares no user field \"paln\". Did you mean \"plan\"? If the account has it otherwise, nothing need be done.",
      "file": "integration.yaml",
      "line": 21,
      "column": 59
    }
  ]
}
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
      custom_headers: {Authorization: Bearer abc}
      authentication: {type: basic_auth, data: {username: me}}
  triggers:
    rule:
      title: Rule
      conditions: {all: [{field: status, operator: changed_to, value: solved}]}
      actions:
        - {field: notification_user, value: [requester_id, Solved]}
        - {field: notification_webhook, value: [!ref zendesk.webhooks.hook, "{{ticket.id}"]}
  automations:
    late:
      title: Late
      conditions: {any: [{field: PENDING, operator: is, value: 4}]}
      actions: [{field: status, value: solved}]
-- end --
$ lockstep validate
! integration.yaml:10:39: warning: Secret in clear text [secret-in-clear-text]
!   The header "Authorization" holds a credential, and custom headers are shown to whoever may read webhooks. Write it as authentication: {type: api_key, data: {name: Authorization, value: !env NAME}}, or as basic_auth or bearer_token.
! 
! integration.yaml:11:48: error: Credentials do not fit their type [authentication-mismatch]
!   11 |       authentication: {type: basic_auth, data: {username: me}}
!      |                                                ^^^^^^^^^^^^^^
!   basic_auth needs "password" in "data". Add it.
! 
! integration.yaml:15:52: error: Unknown operator [unknown-operator]
!   15 |       conditions: {all: [{field: status, operator: changed_to, value: solved}]}
!      |                                                    ^^^^^^^^^^
!   "status" cannot be compared by "changed_to". Zendesk's API calls it "value". Operators: is, is_not, less_than, greater_than, changed, value, value_previous, not_changed, not_value, not_value_previous.
! 
! integration.yaml:17:45: error: Value does not fit the action [invalid-action-value]
!   17 |         - {field: notification_user, value: [requester_id, Solved]}
!      |                                             ^^^^^^^^^^^^^^^^^^^^^^
!   "notification_user" needs a list of 3: recipient, subject, body.
! 
! integration.yaml:18:79: error: Webhook body is not JSON [webhook-body-not-json]
!   18 |         - {field: notification_webhook, value: [!ref zendesk.webhooks.hook, "{{ticket.id}"]}
!      |                                                                               ^
!   This body is sent as JSON, and with its placeholders filled in it is none: expected a quoted member name. Mend it, or write it as YAML behind !json.
! 
! integration.yaml:22:19: error: Automation without a condition on the ticket [no-ticket-condition]
!   22 |       conditions: {any: [{field: PENDING, operator: is, value: 4}]}
!      |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!   Zendesk takes no automation without a condition in "all" on status, type, group_id, assignee_id or requester_id. Add one.
! 
! integration.yaml:22:34: error: Time condition in any [time-condition-in-any]
!   22 |       conditions: {any: [{field: PENDING, operator: is, value: 4}]}
!      |                                  ^^^^^^^
!   Zendesk takes "PENDING" in "all" only. Move the condition there.
! 
! 6 errors, 1 warning
? 3
$ lockstep plan
! integration.yaml:10:39: warning: Secret in clear text [secret-in-clear-text]
!   The header "Authorization" holds a credential, and custom headers are shown to whoever may read webhooks. Write it as authentication: {type: api_key, data: {name: Authorization, value: !env NAME}}, or as basic_auth or bearer_token.
! 
! integration.yaml:11:48: error: Credentials do not fit their type [authentication-mismatch]
!   11 |       authentication: {type: basic_auth, data: {username: me}}
!      |                                                ^^^^^^^^^^^^^^
!   basic_auth needs "password" in "data". Add it.
! 
! integration.yaml:15:52: error: Unknown operator [unknown-operator]
!   15 |       conditions: {all: [{field: status, operator: changed_to, value: solved}]}
!      |                                                    ^^^^^^^^^^
!   "status" cannot be compared by "changed_to". Zendesk's API calls it "value". Operators: is, is_not, less_than, greater_than, changed, value, value_previous, not_changed, not_value, not_value_previous.
! 
! integration.yaml:17:45: error: Value does not fit the action [invalid-action-value]
!   17 |         - {field: notification_user, value: [requester_id, Solved]}
!      |                                             ^^^^^^^^^^^^^^^^^^^^^^
!   "notification_user" needs a list of 3: recipient, subject, body.
! 
! integration.yaml:18:79: error: Webhook body is not JSON [webhook-body-not-json]
!   18 |         - {field: notification_webhook, value: [!ref zendesk.webhooks.hook, "{{ticket.id}"]}
!      |                                                                               ^
!   This body is sent as JSON, and with its placeholders filled in it is none: expected a quoted member name. Mend it, or write it as YAML behind !json.
! 
! integration.yaml:22:19: error: Automation without a condition on the ticket [no-ticket-condition]
!   22 |       conditions: {any: [{field: PENDING, operator: is, value: 4}]}
!      |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!   Zendesk takes no automation without a condition in "all" on status, type, group_id, assignee_id or requester_id. Add one.
! 
! integration.yaml:22:34: error: Time condition in any [time-condition-in-any]
!   22 |       conditions: {any: [{field: PENDING, operator: is, value: 4}]}
!      |                                  ^^^^^^^
!   Zendesk takes "PENDING" in "all" only. Move the condition there.
! 
! 6 errors, 1 warning
? 3
-- integration.yaml --
version: 1
environments: {local: {emulator: .lockstep/local}}
zendesk:
  webhooks:
    hook: {name: Hook, endpoint: "https://example.com", http_method: POST, request_format: json}
  triggers:
    rule:
      title: Rule
      conditions: {all: [{field: status, operator: changed}]}
      actions:
        - field: notification_webhook
          value:
            - !ref zendesk.webhooks.hook
            - |
              {
                "id": {{ticket.id}},
                "title": {ticket.title}
              }
-- end --
$ lockstep validate
! integration.yaml:17:27: error: Webhook body is not JSON [webhook-body-not-json]
!   17 |                 "title": {ticket.title}
!      |                           ^
!   This body is sent as JSON, and with its placeholders filled in it is none: expected a quoted member name. Mend it, or write it as YAML behind !json.
! 
! 1 error
? 3
