internal import HTTPTypes
internal import Values

/// What people do in Braze's dashboard and no API does, behind `/_emulator/braze/…`.
///
/// JSON in, JSON out; 400 explains what is wrong with the input, 404 is for ids that are not there.
/// `?` marks what may be left out. A POST is answered by 201 and the whole object; tags that are not
/// there are made along. A PATCH is a JSON Merge Patch (RFC 7396).
///
/// GET and POST `campaigns`; GET, PATCH and DELETE `campaigns/ID`:
///
///     {"id"?, "name", "description"?, "channel": "webhook"|"sms", "tags"?: […],
///      "draft"?, "enabled"?, "archived"?,
///      "delivery": {"type": "api_triggered"|"action_based"|"scheduled", "trigger"?, "schedule"?,
///                   "re_eligible"?, "re_eligible_after_seconds"?, "delay_seconds"?},
///      "audience"?: […], "webhook"?, "sms"?}
///
/// The trigger belongs to `action_based`, the schedule, which is any JSON, to `scheduled`:
///
///     {"type": "inbound_sms", "subscription_group_id", "keyword_category": a name or an id}
///     {"type": "custom_event", "event"}
///     {"type": "attribute_change", "attribute", "value"?}
///
/// The message belongs to the channel, and only a draft can be without:
///
///     "webhook": {"url", "method", "headers"?: {…}, "body"?}
///     "sms": {"subscription_group_id", "body"}
///
/// The same for `canvases`, `keyword_categories` and `subscription_groups`:
///
///     {"id"?, "name", "description"?, "tags"?, "draft"?, "enabled"?, "archived"?,
///      "schedule_type", "entry"?: any JSON, "re_eligible"?, "audience"?: […],
///      "steps"?: [{"name", "type", "channel"?, "webhook"?, "sms"?}]}
///     {"id"?, "name", "subscription_group_id", "language"?, "keywords": […], "reply"}
///     {"id"?, "name", "channel": "sms"|"email"}
///
/// And by themselves:
///
///     GET, POST, DELETE tags             {"name"}; DELETE tags/NAME does as well
///     GET, PATCH content_blocks/ID       {"archived"?, "content"?, "description"?, "tags"?}, saved
///                                        as the dashboard saves: `| id: 'cb1'` at references
///     PUT custom_attributes/NAME         {"data_type", "description"?, "tag_names"?}
///     POST keys                          {"value", "permissions": […]}: from the first on, only
///                                        declared keys get in
///     GET sends                          what was accepted to be sent, oldest first
///     GET activity                       the message activity log: what was aborted, or failed
///     POST inbound_sms                   {"from", "subscription_group_id", "body", "media_urls"?:
///                                        […]}: what a carrier brings; 202 {"category"}
///     GET (nothing more)                 all of it, keys without their values
enum BrazeDoor {
  static let collections: [any DashboardCollection] = [
    DashboardCampaigns(), DashboardCanvases(), KeywordCategories(), SubscriptionGroups(),
  ]

  static func answer(
    _ method: HTTPRequest.Method,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let root = visit.segments.first ?? ""
    let id = visit.segments.dropFirst().first
    guard visit.segments.count <= 2 else { throw noSuchDoor }
    if let collection = collections.first(where: { $0.path == root }) {
      return try answer(method, collection, id, visit, &state)
    }
    switch (method, root, id) {
    case (.get, "", nil): return Answer(body: BrazeOverview.document(state))
    case (.get, "sends", nil):
      return Answer(body: ["sends": .list(BrazeOverview.sends(state))])
    case (.get, "activity", nil):
      return Answer(body: ["activity": .list(BrazeOverview.activity(state))])
    case (.post, "inbound_sms", nil): return try InboundDoor.answer(visit, &state)
    case (.post, "keys", nil): return try DashboardSettings.addKey(visit, &state)
    case (.put, "custom_attributes", let name?):
      return try DashboardSettings.setAttribute(name, visit, &state)
    case (.get, "tags", nil):
      return Answer(body: ["tags": .list(state.tags.ids.map { .string($0) })])
    case (.post, "tags", nil): return try DashboardSettings.addTag(visit, &state)
    case (.delete, "tags", let name):
      return try DashboardSettings.removeTag(name, visit, &state)
    case (_, "content_blocks", let id?):
      guard state.contentBlocks.contains(id) else { throw missing(id) }
      if method == .get { return Answer(body: DashboardBlocks.shown(id, state)) }
      guard method == .patch else { throw noSuchDoor }
      return try DashboardBlocks.change(id, visit, &state)
    default: throw noSuchDoor
    }
  }

  private static func answer(
    _ method: HTTPRequest.Method,
    _ collection: any DashboardCollection,
    _ id: String?,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    guard let id else {
      switch method {
      case .get: return Answer(body: .object([collection.path: collection.list(state)]))
      case .post: return try collection.create(visit, &state)
      default: throw noSuchDoor
      }
    }
    guard let object = state[keyPath: collection.table][id] else { throw missing(id) }
    switch method {
    case .get: return Answer(body: collection.shown(object))
    case .patch: return try collection.change(id, visit, &state)
    case .delete: return try collection.remove(id, &state)
    default: throw noSuchDoor
    }
  }

  static func missing(_ id: String) -> Refusal {
    Refusal(status: 404, body: ["error": .string("there is no \(id)")])
  }

  private static let noSuchDoor = Refusal(
    status: 404,
    body: [
      "error":
        """
      no such door: there is GET and POST of campaigns, canvases, keyword_categories, \
      subscription_groups and tags, GET, PATCH and DELETE of one of them by its id, \
      GET and PATCH content_blocks/ID, PUT custom_attributes/NAME, DELETE tags, POST keys, \
      GET sends, GET activity, POST inbound_sms, and GET for all of it
      """
    ]
  )
}
