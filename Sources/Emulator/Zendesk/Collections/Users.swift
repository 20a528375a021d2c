internal import HTTPTypes
internal import Values

/// <https://developer.zendesk.com/api-reference/ticketing/users/users/>
struct Users: EmulatedCollection {
  let path = "users"
  let singular = "user"
  let service = Service.classic
  let controller = "api/v2/users"
  let keys = [
    "id", "name", "email", "created_at", "updated_at", "time_zone", "iana_time_zone", "phone",
    "shared_phone_number", "photo", "locale_id", "locale", "organization_id", "role", "verified",
    "external_id", "tags", "alias", "active", "shared", "shared_agent", "last_login_at",
    "two_factor_auth_enabled", "signature", "details", "notes", "role_type", "custom_role_id",
    "moderator", "ticket_restriction", "only_private_comments", "restricted_agent", "suspended",
    "default_group_id", "report_csv", "user_fields",
  ]
  let hiddenKeys = ["further_emails"]
  let listParameters: Set = ["role", "external_id", "sort", "include"]
  var table: TablePath { \.users }
  var endpoints: [Endpoint] { ZendeskUserEndpoints.all }

  static let permitted = Permitted.members([
    "user": .only(
      "name",
      "email",
      "role",
      "external_id",
      "phone",
      "shared_phone_number",
      "user_fields",
      "tags",
      "alias",
      "details",
      "notes",
      "signature",
      "time_zone",
      "locale",
      "organization_id",
      "default_group_id",
      "verified",
      "suspended",
      "moderator",
      "only_private_comments",
      "ticket_restriction",
      // It sends no mail anyway.
      "skip_verify_email"
    )
  ])

  /// A deletion answers the user, which `ZendeskUserEndpoints` sees to.
  func verb(_ method: HTTPRequest.Method, ofMember: Bool) -> Verb? {
    switch (method, ofMember) {
    case (.get, false): .index
    case (.post, false): .create
    case (.get, true): .show
    case (.put, true): .update
    default: nil
    }
  }

  func permitted(_ verb: Verb) -> Permitted { Self.permitted }

  func ordering(_ query: Query) throws(Refusal) -> Ordering {
    try .sorted(query, by: ["id", "name", "created_at", "updated_at"], otherwise: "id")
  }

  func filters(_ call: Call) -> Bool { true }

  /// Deleted users can be read one by one only.
  func matches(_ user: Members, _ call: Call) -> Bool {
    let query = call.request.query
    let roles = query.parameters.filter { ["role", "role[]"].contains($0.name) }.map(\.value)
    guard user["active"] == true, roles.isEmpty || roles.contains(user["role"]?.text ?? "") else {
      return false
    }
    return query["external_id"].map { $0.lowercased() == user["external_id"]?.text?.lowercased() }
      ?? true
  }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    let user = try UserDraft(now: call.now).user(parameters(input, .create), over: nil, state)
    return state.add(user: user)
  }

  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    guard let old = state.users[id], old["active"] == true else { throw missing(id) }
    state.users[id] = try UserDraft(now: call.now).user(
      parameters(input, .update),
      over: old,
      state
    )
  }
}
