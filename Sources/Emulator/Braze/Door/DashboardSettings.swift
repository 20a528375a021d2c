internal import Values

/// What is set in the dashboard once: API keys, tags, the types of custom attributes.
enum DashboardSettings {
  /// The answer does not repeat the key.
  static func addKey(_ visit: DoorVisit, _ state: inout BrazeState) throws(Refusal) -> Answer {
    try DoorShape.members([
      .required("value", .words), .required("permissions", .list(.words)),
    ]).check(visit.body)
    guard let value = visit.body["value"]?.text, BrazeKeys.isWellFormed(value) else {
      throw EmulatorDoor.mistake("value: must be ASCII without blanks and quotes")
    }
    guard !state.keys.contains(value) else { throw EmulatorDoor.mistake("value: is taken") }
    let permissions = visit.body["permissions"] ?? []
    state.keys[value] = ["id": .string(value), "permissions": permissions]
    return Answer(status: 201, body: ["permissions": permissions])
  }

  static func setAttribute(
    _ name: String,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    try DoorShape.members([
      .required("data_type", .choice(ProfileAttribute.types)), .optional("description", .freeText),
      .optional("tag_names", .list(.words)),
    ]).check(visit.body)
    guard !ProfileAttribute.isReserved(name), !ProfileAttribute.isStandard(name) else {
      throw EmulatorDoor.mistake("\(name) is no custom attribute")
    }
    let fresh: Members = [
      "id": .string(name), "description": .null, "status": "Active", "tag_names": [],
    ]
    var attribute = (state.attributes[name] ?? fresh).merging(visit.body.members ?? [:])
    attribute["is_detected"] = false
    state.attributes[name] = attribute
    state.addTags((visit.body["tag_names"]?.items ?? []).compactMap(\.text))
    return Answer(body: DataEndpoints.shown(attribute))
  }

  static func addTag(_ visit: DoorVisit, _ state: inout BrazeState) throws(Refusal) -> Answer {
    let name = try tagName(visit)
    guard !state.tags.contains(name) else { throw EmulatorDoor.mistake("name: is taken") }
    state.addTags([name])
    return Answer(status: 201, body: ["name": .string(name)])
  }

  /// The tag goes from everything that has it.
  static func removeTag(
    _ name: String?,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let name = if let name { name } else { try tagName(visit) }
    guard state.tags.contains(name) else { throw BrazeDoor.missing(name) }
    state.tags[name] = nil
    let tagged: [(BrazeTablePath, String)] = [
      (\.contentBlocks, "tags"), (\.campaigns, "tags"), (\.canvases, "tags"),
      (\.attributes, "tag_names"),
    ]
    for (table, member) in tagged {
      for id in state[keyPath: table].ids {
        let tags = state[keyPath: table][id]?[member]?.items ?? []
        guard tags.contains(.string(name)) else { continue }
        state[keyPath: table][id]?[member] = .list(tags.filter { $0 != .string(name) })
      }
    }
    return Answer(status: 204)
  }

  private static func tagName(_ visit: DoorVisit) throws(Refusal) -> String {
    try DoorShape.members([.required("name", .words)]).check(visit.body)
    return visit.body["name"]?.text ?? ""
  }
}
