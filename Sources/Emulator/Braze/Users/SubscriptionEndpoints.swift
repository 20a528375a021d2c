internal import HTTPTypes
internal import Values

/// <https://www.braze.com/docs/api/endpoints/subscription_groups>; the texts of refusals are
/// unconfirmed but for the one of two addresses.
enum SubscriptionEndpoints {
  static let states: Set = ["subscribed", "unsubscribed"]

  static let all = [
    BrazeEndpoint(
      .post,
      "/subscription/status/set",
      "subscription.status.set",
      pool: .subscriptions
    ) {
      (call: BrazeCall, state: inout BrazeState) throws(Refusal) in
      let change = try SubscriptionChange(try call.body(), state)
      change.apply(to: &state, now: call.now)
      return Answer(status: 201, body: ["message": "success"])
    },
    BrazeEndpoint(
      .post,
      "/v2/subscription/status/set",
      "subscription.status.set",
      pool: .subscriptions,
      setSeveral
    ),
    BrazeEndpoint(.get, "/subscription/status/get", "subscription.status.get", get),
    BrazeEndpoint(.get, "/subscription/user/status", "subscription.groups.get", users),
  ]

  /// All of it or nothing.
  private static func setSeveral(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    guard let items = try call.body()["subscription_groups"]?.items, !items.isEmpty else {
      throw .braze("subscription_groups must be an array")
    }
    var changes: [SubscriptionChange] = []
    for item in items { changes.append(try SubscriptionChange(item.members ?? [:], state)) }
    for change in changes { change.apply(to: &state, now: call.now) }
    return Answer(status: 201, body: ["message": "success"])
  }

  private static func get(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let group = call.request.query["subscription_group_id"] ?? ""
    guard state.subscriptionGroups.contains(group) else {
      throw .braze("subscription_group_id is invalid")
    }
    var status: Members = [:]
    for (text, address) in try addresses(call) {
      let profile = state.profiles(at: address).first.flatMap { state.profiles[$0] }
      status[text] = .string(title(profile?["subscription_groups"]?[group]?.text))
    }
    return Answer(body: ["status": .object(status), "message": "success"])
  }

  /// Each user with the groups that know a state of theirs.
  private static func users(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let limit = try call.number("limit", in: 1...) ?? 100
    let offset = try call.number("offset", in: 0...) ?? 0
    let found = try addresses(call).flatMap { state.profiles(at: $0.address) }
    let users = found.dropFirst(offset).prefix(min(limit, 100)).map { id -> Value in
      let profile = state.profiles[id] ?? [:]
      let groups = (profile["subscription_groups"]?.members ?? [:]).map { group, status -> Value in
        let known = state.subscriptionGroups[group]
        return [
          "id": .string(group), "name": known?["name"] ?? .null,
          "channel": known?["channel"] ?? .null, "status": .string(title(status.text)),
        ]
      }
      return [
        "email": profile["attributes"]?["email"] ?? .null,
        "phone": profile["attributes"]?["phone"] ?? .null,
        "external_id": profile["external_id"] ?? .null, "subscription_groups": .list(groups),
      ]
    }
    return Answer(body: [
      "users": .list(Array(users)), "total_count": .integer(found.count), "message": "success",
    ])
  }

  private static func addresses(
    _ call: BrazeCall
  ) throws(Refusal) -> [(text: String, address: ProfileAddress)] {
    let found =
      call.values("external_id").map { ($0, .externalID($0)) }
      + call.values("email").map { ($0, .email($0)) }
      + call.values("phone").map { ($0, ProfileAddress.phone($0)) }
    guard !found.isEmpty else { throw .braze("external_id, email or phone is required") }
    guard found.count <= SubscriptionChange.limit else {
      throw .braze("The max number of ids per request was exceeded")
    }
    return found
  }

  private static func title(_ state: String?) -> String {
    switch state {
    case "subscribed": "Subscribed"
    case "unsubscribed": "Unsubscribed"
    default: "Unknown"
    }
  }
}
