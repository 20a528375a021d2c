internal import Values

/// Who asks, as a request to create or change a ticket says.
enum TicketRequester: Sendable {
  case known(Int)
  /// A user to be made, without an id.
  case new(Members)

  /// Members of `requester` that the documents name, and `user_fields`, which vendors of
  /// integrations count on. `phone` is neither: a switch lets it through.
  private static let permitted = [
    "name", "email", "locale", "organization_id", "role", "verified", "user_fields",
  ]

  /// Nil if the request does not say. `requester_id` wins over `requester`, which can be an id, an
  /// e-mail address, or an object. One with an address that somebody has is that user; every other
  /// is a new user each time, since there is nothing to know it by.
  ///
  /// Wordings of refusals are unconfirmed.
  init?(
    _ given: Parameters,
    _ writing: TicketWriting,
    _ state: inout ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    // Whether ids may come as text is unconfirmed; integrations that template JSON send them so.
    let requester = given.members["requester"] ?? .null
    let isText = requester.text.map { Int($0) != nil } ?? false
    let direct = try given.identifier("requester_id")
    if let id = direct ?? (requester.integer != nil || isText ? requester.scalarText : nil) {
      guard let number = Int(id), state.users[id]?["active"] == true else {
        errors.invalid("requester_id", "Requester")
        return nil
      }
      self = .known(number)
      return
    }
    switch requester {
    case .string(let email):
      self = try Self.by(email: email, [:], writing, &state, &errors)
    case .object(let members):
      guard let email = members["email"]?.text, !email.isEmpty else {
        self = .new(try Self.user(members, writing, &state, &errors))
        return
      }
      self = try Self.by(email: email, members, writing, &state, &errors)
    case .null: return nil
    default: throw given.wrong("requester", "a hash")
    }
  }

  /// The user's id; a new one is made now.
  func id(_ state: inout ZendeskState) -> Int {
    switch self {
    case .known(let id): id
    case .new(let user): Int(state.add(user: user)) ?? 0
    }
  }

  private static func by(
    email: String,
    _ members: Members,
    _ writing: TicketWriting,
    _ state: inout ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) -> TicketRequester {
    if let id = state.user(email: email).flatMap({ Int($0) }) { return .known(id) }
    var members = members
    members["email"] = .string(email)
    // A user without a name is called as its address is before the @.
    if members["name"]?.text?.isEmpty ?? true {
      members["name"] = .string(String(email.prefix { $0 != "@" }))
    }
    return .new(try user(members, writing, &state, &errors))
  }

  private static func user(
    _ members: Members,
    _ writing: TicketWriting,
    _ state: inout ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) -> Members {
    let names = permitted + (writing.unconfirmed.keepsRequesterPhone ? ["phone"] : [])
    var kept = members.filter { name, _ in names.contains(name) }
    if let fields = kept["user_fields"]?.members, !fields.isEmpty,
      state.life.readings.take(.zendeskRequesterFields, as: "ignored")
    {
      kept["user_fields"] = nil
    }
    guard kept["name"]?.scalarText?.isEmpty == false else {
      errors.add("requester", "Requester: Name: is too short (minimum is 1 characters)")
      return [:]
    }
    let given = Parameters(
      members: kept,
      path: "ticket.requester",
      action: "api/v2/tickets/create"
    )
    return try UserDraft(now: writing.now).user(given, over: nil, state)
  }
}
