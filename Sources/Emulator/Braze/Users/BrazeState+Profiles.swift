internal import Values

/// Users' profiles: found, made, written.
extension BrazeState {
  /// The ids of the profiles at `address`; several may share an email address or a phone number.
  func profiles(at address: ProfileAddress) -> [String] {
    switch address {
    case .externalID(let id): profiles.id(of: id).map { [$0] } ?? []
    case .brazeID(let id): profiles.contains(id) ? [id] : []
    case .alias(let name, let label):
      profiles.ids.filter { id in
        let alias: Value = ["alias_name": .string(name), "alias_label": .string(label)]
        return profiles[id]?["user_aliases"]?.items?.contains(alias) == true
      }
    case .email(let email): profiles(with: "email", email)
    case .phone(let phone): profiles(with: "phone", phone)
    }
  }

  private func profiles(with attribute: String, _ text: String) -> [String] {
    profiles.ids.filter { profiles[$0]?["attributes"]?[attribute] == .string(text) }
  }

  /// A new profile at `address`; nil where Braze makes none, which is at an unknown `braze_id`.
  ///
  /// - Parameter cause: The chronicle's entry that led to it; nil for the current one.
  mutating func makeProfile(at address: ProfileAddress, cause: Int? = nil, now: Int) -> String? {
    var profile: Members = [
      "created_at": .integer(now), "user_aliases": [], "attributes": [:],
      "custom_attributes": [:], "subscription_groups": [:], "custom_events": [], "purchases": [],
    ]
    var contact: Members = [:]
    switch address {
    case .brazeID: return nil
    case .externalID(let id): profile["external_id"] = .string(id)
    case .alias(let name, let label):
      profile["user_aliases"] = [
        ["alias_name": .string(name), "alias_label": .string(label)]
      ]
    case .email(let email): contact["email"] = .string(email)
    case .phone(let phone): contact["phone"] = .string(phone)
    }
    let id = identifiers.brazeID()
    profile["id"] = .string(id)
    profiles[id] = profile
    if !contact.isEmpty { write(contact, to: id, cause: cause, now: now) }
    return id
  }

  /// Subscribes the profile to the group or unsubscribes it.
  mutating func subscribe(
    _ profile: String,
    to group: String,
    state: String,
    cause: Int? = nil,
    now: Int
  ) {
    var groups = profiles[profile]?["subscription_groups"]?.members ?? [:]
    let old = groups[group]
    guard old != .string(state) else { return }
    groups[group] = .string(state)
    profiles[profile]?["subscription_groups"] = .object(groups)
    note(
      .subscriptionChanged,
      at: now,
      cause: cause,
      [
        "user": user(profile), "subscription_group": self.group(group), "from": old ?? .null,
        "to": .string(state),
      ]
    )
  }

  /// Writes attributes as `/users/track` and the sending endpoints take them, and begins what waits
  /// for a change of them.
  ///
  /// - Parameter cause: The chronicle's entry that led to it; nil for the current one.
  mutating func write(_ attributes: Members, to id: String, cause: Int? = nil, now: Int) {
    let changes = change(attributes, of: id)
    var entry = cause
    if !changes.isEmpty {
      let shown = changes.map { change -> Value in
        [
          "attribute": .string(change.name), "from": change.old ?? .null, "to": change.new ?? .null,
        ]
      }
      entry = note(
        .attributesChanged,
        at: now,
        cause: cause,
        ["user": user(id), "changes": .list(shown)]
      )
    }
    for change in attributes["subscription_groups"]?.items ?? [] {
      guard let group = change["subscription_group_id"]?.text, subscriptionGroups.contains(group),
        let state = change["subscription_state"]?.text, SubscriptionEndpoints.states.contains(state)
      else { continue }
      subscribe(id, to: group, state: state, cause: cause, now: now)
    }
    // That an attribute goes is no change to a value; what Braze makes of it is unconfirmed.
    for change in changes where change.isCustom {
      guard let value = change.new else { continue }
      begin(.attributeChange(name: change.name, to: value), for: id, cause: entry, now: now)
    }
  }

  private typealias AttributeChange = (name: String, old: Value?, new: Value?, isCustom: Bool)

  /// - Returns: What is different now.
  private mutating func change(_ attributes: Members, of id: String) -> [AttributeChange] {
    var profile = profiles[id] ?? [:]
    var standard = profile["attributes"]?.members ?? [:]
    var custom = profile["custom_attributes"]?.members ?? [:]
    var changes: [AttributeChange] = []
    let merges = attributes["_merge_objects"] == true
    for (name, value) in attributes where !ProfileAttribute.isReserved(name) {
      if ProfileAttribute.isStandard(name) {
        let old = standard[name]
        standard[name] = value.isNull ? Value?.none : value
        if old != standard[name] { changes.append((name, old, standard[name], false)) }
        continue
      }
      guard self.attributes[name]?["status"] != "Blocklisted" else { continue }
      let old = custom[name]
      custom[name] = ProfileAttribute.changed(old, by: value, mergingObjects: merges)
      if old != custom[name] { changes.append((name, old, custom[name], true)) }
      if let value = custom[name] { note(attribute: name, value) }
    }
    profile["attributes"] = .object(standard)
    profile["custom_attributes"] = .object(custom)
    profiles[id] = profile
    return changes
  }

  /// An attribute is there from its first use on, with the type of that value.
  private mutating func note(attribute name: String, _ value: Value) {
    guard !attributes.contains(name) else { return }
    attributes[name] = [
      "id": .string(name), "data_type": .string(ProfileAttribute.type(of: value)),
      "is_detected": true, "description": .null, "status": "Active", "tag_names": [],
    ]
  }
}
