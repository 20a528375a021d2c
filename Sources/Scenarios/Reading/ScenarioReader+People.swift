internal import Diagnostics
internal import Model
internal import Spec
internal import Values
internal import YAML

/// Who takes part.
extension ScenarioReader {
  /// Braze's own attributes of a profile that are texts.
  ///
  /// <https://www.braze.com/docs/api/objects_filters/user_attributes_object>
  private static let attributes = [
    "first_name", "last_name", "email", "phone", "country", "home_city", "language", "gender",
    "dob", "time_zone",
  ]

  mutating func people(_ entry: Findings.Entry) -> [Person] {
    var people: [Person] = []
    for part in findings.optionalEntries(of: entry.value, label: "people") ?? [] {
      if !Address.isName(part.key) || part.key == "requester" {
        findings.report(
          "invalid-name",
          "Invalid name",
          "\"\(part.key)\" cannot be a name here. A person's name consists of a-z, 0-9 and \"_\", and is "
            + "not \"requester\".",
          at: part.keyRange
        )
      }
      let role = role(part)
      roles[part.key] = .some(role)
      guard let role else { continue }
      people.append(Person(name: part.key, place: part.keyRange.place, role: role))
    }
    return people
  }

  private mutating func role(_ entry: Findings.Entry) -> Person.Role? {
    let label = "The person \"\(entry.key)\""
    guard let form = form(entry.value, label: label, keys: ["profile", "agent"]) else { return nil }
    switch (form["profile"], form["agent"]) {
    case (let profile?, nil): return self.profile(profile, of: entry.key).map(Person.Role.profile)
    case (nil, let agent?): return self.agent(agent, of: entry.key).map(Person.Role.agent)
    default:
      findings.report(
        "invalid-person",
        "Person without a role",
        "\(label) is either a \"profile\" of Braze's or an \"agent\" of Zendesk's. Write one of them.",
        at: entry.keyRange
      )
      return nil
    }
  }

  private mutating func agent(_ entry: Findings.Entry, of person: String) -> Person.Agent? {
    guard
      let form = form(
        entry.value,
        label: "An agent",
        keys: ["name", "email", "role"],
        required: ["name", "email"]
      )
    else { return nil }
    let role = form["role"] == nil ? "agent" : choice(form["role"], of: ["agent", "admin"])
    guard let name = text(form["name"]), let email = text(form["email"]), let role else {
      return nil
    }
    claim(form["email"], in: "Zendesk", for: person)
    return Person.Agent(name: name, email: email, role: role)
  }

  private mutating func profile(_ entry: Findings.Entry, of person: String) -> Person.Profile? {
    let keys = ["external_id"] + Self.attributes + ["subscriptions", "custom_attributes"]
    guard let form = form(entry.value, label: "A profile", keys: keys) else { return nil }
    var profile = Person.Profile()
    profile.externalID = text(form["external_id"])
    for name in Self.attributes {
      if let text = text(form[name]) { profile.attributes[name] = .string(text) }
    }
    profile.customAttributes = members(form["custom_attributes"]) ?? [:]
    if form["external_id"] == nil, form["phone"] == nil, form["email"] == nil {
      findings.report(
        "invalid-person",
        "Profile that nobody can find",
        "A profile needs an \"external_id\", a \"phone\" or an \"email\" that it is known by.",
        at: entry.keyRange
      )
      return nil
    }
    claim(form["external_id"] ?? form["email"] ?? form["phone"], in: "Braze", for: person)
    for part in subscriptions(form) {
      let group = resource(
        named: part.key,
        in: "braze",
        "subscription_groups",
        at: part.keyRange
      )
      let state = choice(part, of: ["subscribed", "unsubscribed"])
      if let group, let state { profile.subscriptions.append((group, state)) }
    }
    return profile
  }

  /// Reports that two people would be one, since `system` finds both by the same.
  private mutating func claim(
    _ entry: Findings.Entry?,
    in system: String,
    for person: String
  ) {
    guard let entry, let text = entry.value.scalarText else { return }
    let value = entry.key == "email" ? text.lowercased() : text
    let identity = "\(system) \(entry.key) \(value)"
    guard let other = identities[identity] else {
      identities[identity] = person
      return
    }
    findings.report(
      "invalid-person",
      "Two people who are one",
      "\"\(other)\" has this \"\(entry.key)\" already, by which \(system) finds a user. Give \"\(person)\" "
        + "another.",
      at: entry.value.range
    )
  }

  private mutating func subscriptions(_ form: Form) -> [Findings.Entry] {
    guard let entry = form["subscriptions"] else { return [] }
    return findings.optionalEntries(of: entry.value, label: "subscriptions") ?? []
  }

  enum RoleName: String {
    case profile = "a profile of Braze's"
    case agent = "an agent of Zendesk's"
  }

  /// The name of a person who is declared and in that role.
  mutating func person(_ entry: Findings.Entry?, as wanted: RoleName) -> String? {
    guard let entry, let name = text(entry) else { return nil }
    guard let role = roles[name] else {
      let names = roles.keys.sorted()
      findings.report(
        "unknown-person",
        "Unknown person",
        "\"people\" declares nobody called \"\(name)\"." + findings.suggestion(for: name, in: names)
          + (names.isEmpty ? "" : " There are \(names.joined(separator: ", "))."),
        at: entry.value.range
      )
      return nil
    }
    switch (role, wanted) {
    case (.profile?, .profile), (.agent?, .agent), (nil, _): return name
    case (.profile?, .agent), (.agent?, .profile):
      findings.report(
        "wrong-role",
        "Person in another role",
        "\"\(entry.key)\" needs \(wanted.rawValue), and \"\(name)\" is none.",
        at: entry.value.range
      )
      return nil
    }
  }
}
