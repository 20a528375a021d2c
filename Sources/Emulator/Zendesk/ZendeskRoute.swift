/// What a path leads to.
enum ZendeskRoute: Sendable {
  case collection(any EmulatedCollection)
  case member(any EmulatedCollection, String)
  case endpoint(any EmulatedCollection, Endpoint, [String])
  case currentUser
  case tokens

  static let collections: [any EmulatedCollection] = [
    Webhooks(), Triggers(), TriggerCategories(), Automations(), CustomFields.ofUsers,
    CustomFields.ofOrganizations, TicketFields(), TicketForms(), Groups(), Brands(), Users(),
    Tickets(),
  ]

  /// Nil if it leads nowhere.
  init?(_ request: EmulatedRequest) {
    let segments = request.segments
    if segments == ["oauth", "tokens"] {
      self = .tokens
      return
    }
    guard segments.starts(with: ["api", "v2"]), segments.count > 2 else { return nil }
    let below = Array(segments.dropFirst(3))
    if segments[2] == "users", below == ["me"] {
      self = .currentUser
      return
    }
    guard let collection = Self.collections.first(where: { $0.path == segments[2] }),
      collection.service == .classic || !request.hasJSONSuffix
    else { return nil }
    for endpoint in collection.endpoints {
      guard let ids = endpoint.ids(in: below, request) else { continue }
      self = .endpoint(collection, endpoint, ids)
      return
    }
    switch below.count {
    case 0: self = .collection(collection)
    case 1: self = .member(collection, below[0])
    default: return nil
    }
  }

  /// The path with ids as `:id`.
  var pattern: String {
    switch self {
    case .collection(let collection): "/api/v2/\(collection.path)"
    case .member(let collection, _): "/api/v2/\(collection.path)/:id"
    case .endpoint(let collection, let endpoint, _):
      (["/api/v2", collection.path] + endpoint.path).joined(separator: "/")
    case .currentUser: "/api/v2/users/me"
    case .tokens: "/oauth/tokens"
    }
  }

  /// What scopes of access tokens call it.
  var resource: String {
    switch self {
    case .collection(let collection), .member(let collection, _),
      .endpoint(let collection, _, _):
      collection.path
    case .currentUser: "users"
    case .tokens: "oauth"
    }
  }

  /// The service behind `path`, whether or not it leads anywhere.
  static func service(of request: EmulatedRequest) -> Service {
    request.segments.starts(with: ["api", "v2", "webhooks"]) ? .webhooks : .classic
  }
}
