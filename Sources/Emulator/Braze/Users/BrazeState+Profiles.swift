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
  mutating func makeProfile(at address: ProfileAddress, now: Int) -> String? {
    var profile: Members = [
      "created_at": .integer(now), "user_aliases": [], "attributes": [:],
      "custom_attributes": [:], "subscription_groups": [:], "custom_events": [], "purchases": [],
    ]
    switch address {
    case .brazeID: return nil
    case .externalID(let id): profile["external_id"] = .string(id)
    case .alias(let name, let label):
      profile["user_aliases"] = [
        ["alias_name": .string(name), "alias_label": .string(label)]
      ]
    case .email(let email): profile["attributes"] = ["email": .string(email)]
    case .phone(let phone): profile["attributes"] = ["phone": .string(phone)]
    }
    let id = identifiers.brazeID()
    profile["id"] = .string(id)
    profiles[id] = profile
    return id
  }

  /// Subscribes the profile to the group or unsubscribes it.
  mutating func subscribe(_ profile: String, to group: String, state: String) {
    var groups = profiles[profile]?["subscription_groups"]?.members ?? [:]
    groups[group] = .string(state)
    profiles[profile]?["subscription_groups"] = .object(groups)
  }

  /// Writes attributes as `/users/track` and the sending endpoints take them.
  mutating func write(_ attributes: Members, to id: String) {
    var profile = profiles[id] ?? [:]
    var standard = profile["attributes"]?.members ?? [:]
    var custom = profile["custom_attributes"]?.members ?? [:]
    let merges = attributes["_merge_objects"] == true
    for (name, value) in attributes where !ProfileAttribute.isReserved(name) {
      if ProfileAttribute.isStandard(name) {
        standard[name] = value.isNull ? Value?.none : value
        continue
      }
      guard self.attributes[name]?["status"] != "Blocklisted" else { continue }
      custom[name] = ProfileAttribute.changed(custom[name], by: value, mergingObjects: merges)
      if let value = custom[name] { note(attribute: name, value) }
    }
    profile["attributes"] = .object(standard)
    profile["custom_attributes"] = .object(custom)
    profiles[id] = profile
    for change in attributes["subscription_groups"]?.items ?? [] {
      guard let group = change["subscription_group_id"]?.text, subscriptionGroups.contains(group),
        let state = change["subscription_state"]?.text, SubscriptionEndpoints.states.contains(state)
      else { continue }
      subscribe(id, to: group, state: state)
    }
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
