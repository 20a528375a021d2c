/// Where Braze's paths lead.
///
/// <https://www.braze.com/docs/api/home>
enum BrazeRoute {
  static let endpoints: [BrazeEndpoint] =
    ContentBlockEndpoints.all + CampaignEndpoints.all + CanvasEndpoints.all + SendEndpoints.all
    + UserEndpoints.all + SubscriptionEndpoints.all + DataEndpoints.all

  /// The first segments of all that Braze documents, served here or not: on a shared port they are
  /// its own.
  private static let roots: Set = [
    "app_group", "campaigns", "canvas", "catalogs", "cdi", "content_blocks", "custom_attributes",
    "email", "events", "feed", "kpi", "media_library", "messages", "preference_center",
    "purchases", "segments", "sends", "sessions", "sms", "subscription", "templates",
    "transactional", "users", "v2",
  ]

  static func claims(_ request: EmulatedRequest) -> Bool {
    request.segments.first.map(roots.contains) ?? false
  }

  /// Nil if the path leads nowhere, or not with this method; that the latter is no answer of its
  /// own is unconfirmed.
  static func endpoint(_ request: EmulatedRequest) -> BrazeEndpoint? {
    endpoints.first { $0.path == request.path && $0.method == request.method }
  }
}
