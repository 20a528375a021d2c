internal import Platform
internal import Values

/// Makes a user of what a request says of one.
///
/// Wordings of refusals are unconfirmed but that of an e-mail address in use.
struct UserDraft {
  /// Seconds since 1970.
  let now: Int

  static let roles: Set = ["end-user", "agent", "admin"]

  private var stamp: Value { .string(WallClock.iso8601(now)) }

  /// What a user has of whom nothing is known.
  var fresh: Members {
    [
      "id": .null, "name": "", "email": .null, "created_at": stamp, "updated_at": stamp,
      "time_zone": "UTC", "iana_time_zone": "Etc/UTC", "phone": .null,
      "shared_phone_number": .null, "photo": .null, "locale_id": 1, "locale": "en-US",
      "organization_id": .null, "role": "end-user", "verified": false, "external_id": .null,
      "tags": [], "alias": .null, "active": true, "shared": false, "shared_agent": false,
      "last_login_at": .null, "two_factor_auth_enabled": .null, "signature": .null,
      "details": .null, "notes": .null, "role_type": .null, "custom_role_id": .null,
      "moderator": false, "ticket_restriction": "requested", "only_private_comments": false,
      "restricted_agent": true, "suspended": false, "default_group_id": .null,
      "report_csv": false, "user_fields": [:],
    ]
  }

  /// - Parameter old: The user to be changed; nil for a new one, which has no id yet.
  func user(_ given: Parameters, over old: Members?, _ state: ZendeskState) throws(Refusal)
    -> Members
  {
    var user = old ?? fresh
    var errors = RecordErrors()
    if old == nil || given.has("name") {
      let name = try given.text("name") ?? ""
      if name.isEmpty { errors.blank("name", "Name") }
      user["name"] = .string(name)
    }
    try fillRole(&user, given, isNew: old == nil, &errors)
    try fillEmail(&user, given, isNew: old == nil, state, &errors)
    try fillExternalID(&user, given, state, &errors)
    try fillRest(&user, given)
    if let fields = try given.object("user_fields") {
      let values = user["user_fields"]?.members ?? [:]
      user["user_fields"] = .object(
        FieldValue.filled(values, with: fields.members, state, &errors)
      )
    }
    try errors.throwIfAny()
    user["updated_at"] = stamp
    return user
  }

  private func fillRole(
    _ user: inout Members,
    _ given: Parameters,
    isNew: Bool,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    guard let role = try given.text("role") else { return }
    guard Self.roles.contains(role) else { return errors.invalid("role", "Role") }
    guard isNew || user["role"] != .string(role) else { return }
    let isEndUser = role == "end-user"
    user["role"] = .string(role)
    user["role_type"] = role == "admin" ? 4 : .null
    user["moderator"] = .boolean(!isEndUser)
    user["restricted_agent"] = .boolean(isEndUser)
    user["ticket_restriction"] = isEndUser ? "requested" : .null
    user["default_group_id"] = isEndUser ? .null : .integer(ZendeskState.foundingGroup)
  }

  /// Later a further address is added, and the first stays.
  ///
  /// <https://developer.zendesk.com/api-reference/ticketing/users/users/#email-address>
  private func fillEmail(
    _ user: inout Members,
    _ given: Parameters,
    isNew: Bool,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    guard let email = try given.text("email")?.lowercased(), !email.isEmpty else { return }
    guard Self.isAddress(email) else {
      errors.add("email", "Email: \(email) is not properly formatted", error: "InvalidFormat")
      return
    }
    let holder = state.user(email: email)
    guard holder == nil || holder == user["id"]?.scalarText else {
      errors.add(
        "email",
        "Email: \(email) is already being used by another user",
        error: "DuplicateValue"
      )
      return
    }
    if isNew || user["email"]?.isNull ?? true {
      user["email"] = .string(email)
    } else if holder == nil {
      user["further_emails"] = .list((user["further_emails"]?.items ?? []) + [.string(email)])
    }
  }

  private func fillExternalID(
    _ user: inout Members,
    _ given: Parameters,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    guard let value = given.members["external_id"] else { return }
    guard let id = value.scalarText, !id.isEmpty else { return user["external_id"] = .null }
    let holder = state.user(externalID: id)
    guard holder == nil || holder == user["id"]?.scalarText else {
      return errors.taken("external_id", "External", id)
    }
    user["external_id"] = .string(id)
  }

  private func fillRest(_ user: inout Members, _ given: Parameters) throws(Refusal) {
    for key in ["phone", "alias", "details", "notes", "signature", "ticket_restriction"]
    where given.has(key) {
      if let text = try given.text(key) { user[key] = .string(text) } else { user[key] = .null }
    }
    for key in ["time_zone", "locale"] {
      if let text = try given.text(key) { user[key] = .string(text) }
    }
    if given.has("phone") { user["shared_phone_number"] = user["phone"] == .null ? .null : false }
    for key in [
      "shared_phone_number", "verified", "suspended", "moderator", "only_private_comments",
    ] {
      if let flag = try given.flag(key) { user[key] = .boolean(flag) }
    }
    for key in ["organization_id", "default_group_id"] where given.has(key) {
      let id = try given.identifier(key).flatMap { Int($0) }
      user[key] = id.map { .integer($0) } ?? .null
    }
    if let tags = given.members["tags"] { user["tags"] = Tags.value(tags) }
  }

  /// Something on either side of one `@`, no blanks.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && !text.contains(where: \.isWhitespace)
  }
}
