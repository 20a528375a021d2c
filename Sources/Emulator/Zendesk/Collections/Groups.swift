internal import Values

/// <https://developer.zendesk.com/api-reference/ticketing/groups/groups/>
struct Groups: EmulatedCollection {
  let path = "groups"
  let singular = "group"
  let service = Service.classic
  let controller = "api/v2/groups"
  let keys = [
    "id", "is_public", "name", "description", "default", "deleted", "created_at", "updated_at",
  ]
  let listParameters: Set = ["sort", "exclude_deleted", "include"]
  var table: TablePath { \.groups }
  var endpoints: [Endpoint] { GroupEndpoints.all }

  func permitted(_ verb: Verb) -> Permitted {
    .members([singular: .only("name", "description", "is_public")])
  }

  func ordering(_ query: Query) throws(Refusal) -> Ordering {
    try .sorted(query, by: ["id", "name", "created_at", "updated_at"], otherwise: "id")
  }

  func filters(_ call: Call) -> Bool { true }

  func matches(_ object: Members, _ call: Call) -> Bool {
    if call.unconfirmed.listsDeletedGroups, call.request.query["exclude_deleted"] != "true" {
      return true
    }
    return object["deleted"] == false
  }

  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String {
    let fresh: Members = [
      "is_public": true, "description": "", "default": false, "deleted": false,
      "created_at": call.stamp,
    ]
    var group = try group(parameters(input, .create), over: fresh, id: nil, call, state)
    let number = state.identifiers.integer()
    group["id"] = .integer(number)
    state.groups[String(number)] = group
    return String(number)
  }

  /// What a change of a deleted group gets is unconfirmed.
  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) {
    guard let old = state.groups[id], old["deleted"] == false else { throw missing(id) }
    state.groups[id] = try group(parameters(input, .update), over: old, id: id, call, state)
  }

  /// The group stays, marked as deleted, and its name is free again.
  func delete(_ id: String, _ call: Call, _ state: inout ZendeskState) throws(Refusal) {
    guard var group = state.groups[id], group["deleted"] == false else { throw missing(id) }
    guard call.unconfirmed.deletesDefaults || group["default"] != true else {
      throw .recordInvalid("The default group cannot be deleted")
    }
    group["deleted"] = true
    group["updated_at"] = call.stamp
    state.groups[id] = group
  }

  private func group(
    _ given: Parameters,
    over old: Members,
    id: String?,
    _ call: Call,
    _ state: ZendeskState
  ) throws(Refusal) -> Members {
    var group = old
    var errors = RecordErrors()
    if id == nil || given.has("name") {
      let name = call.trimmed(try given.text("name") ?? "")
      if name.isEmpty { errors.blank("name", "Name") }
      let isTaken = state.groups.objects.contains { other, group in
        other != id && group["deleted"] == false && group["name"] == .string(name)
      }
      if isTaken { errors.taken("name", "Name", name) }
      group["name"] = .string(name)
    }
    if given.has("description") {
      group["description"] = .string(try given.text("description") ?? "")
    }
    if let isPublic = try given.flag("is_public") {
      // That it cannot be done is documented; how it is refused is unconfirmed.
      if isPublic, old["is_public"] == false {
        errors.add("is_public", "A private group cannot be made public", error: "InvalidValue")
      }
      group["is_public"] = .boolean(isPublic)
    }
    try errors.throwIfAny()
    group["updated_at"] = call.stamp
    return group
  }
}
