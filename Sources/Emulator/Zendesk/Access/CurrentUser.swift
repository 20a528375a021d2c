internal import Values

/// `GET /api/v2/users/me`.
///
/// <https://developer.zendesk.com/api-reference/ticketing/users/users/#show-self>
enum CurrentUser {
  /// Who every accepted credential belongs to.
  static func administrator(_ origin: Origin, _ state: ZendeskState) -> Value {
    let id = String(ZendeskState.administrator)
    let user = state.users[id] ?? founding
    return ["user": .object(Users().present(user, id: id, origin: origin))]
  }

  /// The administrator as the account is founded with one.
  static let founding: Members = [
    "id": .integer(ZendeskState.administrator),
    "name": "Emulated Administrator", "email": "administrator@zendesk.localhost",
    "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
    "time_zone": "UTC", "iana_time_zone": "Etc/UTC", "phone": .null,
    "shared_phone_number": .null, "photo": .null, "locale_id": 1, "locale": "en-US",
    "organization_id": .null, "role": "admin", "verified": true, "external_id": .null,
    "tags": [], "alias": .null, "active": true, "shared": false, "shared_agent": false,
    "last_login_at": "2026-01-01T00:00:00Z", "two_factor_auth_enabled": .null,
    "signature": .null, "details": .null, "notes": .null, "role_type": 4,
    "custom_role_id": .null,
    "moderator": true, "ticket_restriction": .null, "only_private_comments": false,
    "restricted_agent": false, "suspended": false,
    "default_group_id": .integer(ZendeskState.foundingGroup),
    "report_csv": true, "user_fields": [:],
  ]

  /// Who a request without or with a wrong credential is, with status 200.
  static func anonymous(_ origin: Origin) -> Value {
    [
      "user": [
        "id": .null, "url": .string("\(origin.text)/api/v2/users/.json"), "name": "Anonymous user",
        "email": "invalid@example.com", "created_at": .null, "updated_at": .null,
        "role": "end-user",
        "verified": false, "active": false, "user_fields": [:],
      ]
    ]
  }
}
