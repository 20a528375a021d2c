internal import HTTPTypes
internal import Model
internal import Values

/// Makes the people of a scenario, by the vendors' APIs.
///
/// Campaigns rest meanwhile: people are there before the integration, and set nothing off by that.
struct Setting {
  let visit: Visit
  private(set) var cast: Cast

  init(visit: Visit, ids: [Address: String]) {
    self.visit = visit
    cast = Cast(ids: ids)
  }

  /// - Throws: `Visit.Refusal` where an API takes somebody not.
  mutating func make(_ people: [Person]) async throws(Visit.Refusal) {
    let resting = try await rest()
    for person in people {
      switch person.role {
      case .agent(let agent): try await make(agent, called: person.name)
      case .profile(let profile): try await make(profile, called: person.name)
      }
    }
    for path in resting { try await visit.door(.patch, path, ["enabled": true]) }
    try await find()
  }

  private mutating func make(
    _ agent: Person.Agent,
    called name: String
  ) async throws(Visit.Refusal) {
    let user: Value = [
      "name": .string(agent.name), "email": .string(agent.email), "role": .string(agent.role),
      "verified": true,
    ]
    let answer = try await visit.send(.post, "zendesk", "/api/v2/users.json", ["user": user])
    guard let id = answer["user"]?["id"]?.integer else {
      throw Visit.Refusal(explanation: "Zendesk did not say the id of its new user \(name).")
    }
    cast.agents[name] = id
  }

  private mutating func make(
    _ profile: Person.Profile,
    called name: String
  ) async throws(Visit.Refusal) {
    let persona = Cast.Persona(
      externalID: profile.externalID,
      phone: profile.attributes["phone"]?.text,
      email: profile.attributes["email"]?.text
    )
    cast.profiles[name] = persona
    let object = persona.address.merging(profile.customAttributes).merging(profile.attributes)
    try await visit.send(.post, "braze", "/users/track", ["attributes": [.object(object)]])
    for (group, state) in profile.subscriptions {
      var change = persona.address
      change["subscription_group_id"] = .string(cast.ids[group] ?? "")
      change["subscription_state"] = .string(state)
      try await visit.send(.post, "braze", "/subscription/status/set", .object(change))
    }
  }

  /// Stops every campaign and canvas that is live, and tells their doors.
  private func rest() async throws(Visit.Refusal) -> [String] {
    let workspace = try await visit.door(.get, "braze")
    var resting: [String] = []
    for collection in ["campaigns", "canvases"] {
      for object in workspace[collection]?.items ?? [] where object["enabled"] == true {
        guard let id = object["id"]?.text else { continue }
        let path = "braze/\(collection)/\(id)"
        try await visit.door(.patch, path, ["enabled": false])
        resting.append(path)
      }
    }
    return resting
  }

  /// Looks up the ids that Braze gave the profiles.
  private mutating func find() async throws(Visit.Refusal) {
    let profiles = try await visit.door(.get, "braze")["profiles"]?.items ?? []
    for (name, persona) in cast.profiles {
      let found = profiles.first { profile in
        if let id = persona.externalID { return profile["external_id"] == .string(id) }
        if let email = persona.email {
          return profile["attributes"]?["email"] == .string(email)
        }
        return profile["attributes"]?["phone"]?.text == persona.phone
      }
      guard let id = found?["braze_id"]?.text else {
        throw Visit.Refusal(explanation: "Braze has no profile of \(name) after it was tracked.")
      }
      cast.profiles[name]?.brazeID = id
    }
  }
}
