internal import Model
internal import Values

/// What profiles are after the step.
extension Matcher {
  mutating func matchState(_ expectation: Expectation, _ index: Int) {
    switch expectation.subject {
    case .profile(let user, let attributes): matchProfile(expectation, index, user, attributes)
    case .subscription(let user, let group, let state):
      matchSubscription(expectation, index, user, group, state)
    default: break
    }
  }

  private mutating func matchProfile(
    _ expectation: Expectation,
    _ index: Int,
    _ user: String,
    _ attributes: Members
  ) {
    let id = cast.profiles[user]?.brazeID ?? ""
    let profile = observation.profile(id)
    let values = (profile?["attributes"]?.members ?? [:])
      .merging(profile?["custom_attributes"]?.members ?? [:])
    let comparisons = attributes.flatMap { name, value in
      comparer.partial(name, value, values[name])
    }
    verdicts[index] = verdict(expectation, profile == nil ? [] : comparisons, nil, user: id)
    // An entry may hold changes that several expectations are about.
    expectedAttributes[id, default: []].formUnion(attributes.keys)
    for entry in observation.entries
    where entry.happening == .attributesChanged && entry.user == id {
      let changed = (entry["changes"]?.items ?? []).compactMap { $0["attribute"]?.text }
      if changed.allSatisfy({ expectedAttributes[id]?.contains($0) == true }) {
        claimed.insert(entry.number)
      }
    }
  }

  private mutating func matchSubscription(
    _ expectation: Expectation,
    _ index: Int,
    _ user: String,
    _ group: Address,
    _ state: String
  ) {
    let id = cast.profiles[user]?.brazeID ?? ""
    let groupID = cast.ids[group] ?? ""
    let profile = observation.profile(id)
    let comparison = Comparison(
      "state",
      expected: .string(state),
      actual: profile?["subscription_groups"]?[groupID]
    )
    verdicts[index] = verdict(expectation, profile == nil ? [] : [comparison], nil, user: id)
    for entry in observation.entries
    where entry.happening == .subscriptionChanged && entry.user == id
      && entry["subscription_group"]?["id"]?.text == groupID
    {
      claimed.insert(entry.number)
    }
  }
}
