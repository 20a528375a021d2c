/// What a path leads to.
enum ZendeskRoute: Sendable {
  case collection(any EmulatedCollection)
  case member(any EmulatedCollection, String)
  case categoryJobs
  case currentUser
  case tokens

  static let collections: [any EmulatedCollection] = [
    Webhooks(), Triggers(), TriggerCategories(), Automations(), CustomFields.ofUsers,
    CustomFields.ofOrganizations, TicketFields(), TicketForms(), Groups(), Brands(),
  ]

  /// Nil if it leads nowhere.
  init?(_ request: EmulatedRequest) {
    let segments = request.segments
    if segments == ["oauth", "tokens"] {
      self = .tokens
      return
    }
    guard segments.starts(with: ["api", "v2"]), (3...4).contains(segments.count) else { return nil }
    switch (segments[2], segments.dropFirst(3).first) {
    case ("users", "me"): self = .currentUser
    case ("trigger_categories", "jobs"): self = .categoryJobs
    case (let name, let member):
      guard let collection = Self.collections.first(where: { $0.path == name }),
        collection.service == .classic || !request.hasJSONSuffix
      else { return nil }
      self = member.map { .member(collection, $0) } ?? .collection(collection)
    }
  }

  /// The path with ids as `:id`.
  var pattern: String {
    switch self {
    case .collection(let collection): "/api/v2/\(collection.path)"
    case .member(let collection, _): "/api/v2/\(collection.path)/:id"
    case .categoryJobs: "/api/v2/trigger_categories/jobs"
    case .currentUser: "/api/v2/users/me"
    case .tokens: "/oauth/tokens"
    }
  }

  /// What scopes of access tokens call it.
  var resource: String {
    switch self {
    case .collection(let collection), .member(let collection, _): collection.path
    case .categoryJobs: "trigger_categories"
    case .currentUser: "users"
    case .tokens: "oauth"
    }
  }

  /// The service behind `path`, whether or not it leads anywhere.
  static func service(of request: EmulatedRequest) -> Service {
    request.segments.starts(with: ["api", "v2", "webhooks"]) ? .webhooks : .classic
  }
}
