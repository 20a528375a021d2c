internal import Values

/// Users who are to be subscribed to a group or unsubscribed.
///
/// <https://www.braze.com/docs/api/endpoints/subscription_groups/post_update_user_subscription_group_status>
struct SubscriptionChange {
  static let limit = 50

  private let group: String
  private let state: String
  private let addresses: [ProfileAddress]

  init(_ body: Members, _ state: BrazeState) throws(Refusal) {
    guard let id = body["subscription_group_id"]?.text, let group = state.subscriptionGroups[id]
    else { throw .braze("subscription_group_id is invalid") }
    guard let wanted = body["subscription_state"]?.text,
      SubscriptionEndpoints.states.contains(wanted)
    else { throw .braze("subscription_state is invalid") }
    let emails = try Self.texts(body, "email", "emails")
    let phones = try Self.texts(body, "phone", "phones")
    guard emails.isEmpty || phones.isEmpty else {
      throw .braze(
        "Either an email address or a phone number should be provided, but not both."
      )
    }
    // A group's users have what its channel needs.
    guard group["channel"] == "sms" ? emails.isEmpty : phones.isEmpty else {
      throw .braze("The subscription group is of another channel")
    }
    let ids = try Self.texts(body, "external_id", "external_ids")
    addresses =
      ids.map { .externalID($0) } + emails.map { .email($0) } + phones.map { .phone($0) }
    guard !addresses.isEmpty else { throw .braze("No Recipients") }
    guard addresses.count <= Self.limit else {
      throw .braze("The max number of ids per request was exceeded")
    }
    self.group = id
    self.state = wanted
  }

  /// All users who share an address change together; unknown ones are no mistake.
  func apply(to state: inout BrazeState, now: Int) {
    for profile in addresses.flatMap(state.profiles(at:)) {
      state.subscribe(profile, to: group, state: self.state, now: now)
    }
  }

  /// One text or a list of them, under either name.
  private static func texts(_ body: Members, _ names: String...) throws(Refusal) -> [String] {
    for name in names {
      guard let value = body[name], !value.isNull else { continue }
      if let text = value.text { return [text] }
      let texts = value.items?.compactMap(\.text) ?? []
      guard let items = value.items, items.count == texts.count else {
        throw .braze("\(name) must be a string or an array of strings")
      }
      return texts
    }
    return []
  }
}
