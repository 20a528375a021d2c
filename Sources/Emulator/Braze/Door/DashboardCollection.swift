internal import Values

/// Objects that are made in Braze's dashboard and by no API.
protocol DashboardCollection: Sendable {
  /// Its name at the door: `campaigns`.
  var path: String { get }
  var table: BrazeTablePath { get }
  /// What a client gives of an object, "id" among it.
  var members: [DoorShape.Member] { get }
  /// What is there where a client leaves it out.
  var defaults: Members { get }

  /// Checks what a shape cannot say and adds what Braze does by itself. `object` is written as it
  /// is left.
  func settle(
    _ object: inout Members,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal)
  /// - Throws: What stands in the way of the object's removal.
  func checkRemoval(of id: String, _ state: BrazeState) throws(Refusal)
}

extension DashboardCollection {
  func checkRemoval(of id: String, _ state: BrazeState) throws(Refusal) {}

  func list(_ state: BrazeState) -> Value {
    .list(state[keyPath: table].objects.map(shown))
  }

  /// An object with its times as text.
  func shown(_ object: Members) -> Value {
    var shown = object
    for name in ["created_at", "updated_at", "first_sent", "last_sent"] {
      if let time = object[name]?.integer { shown[name] = .string(BrazeTime.precise(time)) }
    }
    return .object(shown)
  }

  func create(_ visit: DoorVisit, _ state: inout BrazeState) throws(Refusal) -> Answer {
    try DoorShape.members(members).check(visit.body)
    var object = defaults.merging(visit.body.members ?? [:])
    let id = object["id"]?.text ?? state.identifiers.uuid()
    guard !state[keyPath: table].contains(id) else {
      throw EmulatorDoor.mistake("id: \(id) is taken")
    }
    object = Members([("id", .string(id))]).merging(object)
    object["created_at"] = .integer(visit.now)
    return Answer(status: 201, body: try save(object, id, visit, &state))
  }

  /// Members are merged as in RFC 7396: objects member by member, null removes.
  func change(
    _ id: String,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let old = state[keyPath: table][id] ?? [:]
    let names = members.map(\.name)
    let given = Value.object(old.filter { name, _ in names.contains(name) })
    let changed = given.patched(by: visit.body)
    try DoorShape.members(members).check(changed)
    guard changed["id"] == .string(id) else { throw EmulatorDoor.mistake("id: cannot be changed") }
    let kept = old.filter { name, _ in !names.contains(name) }
    let object = defaults.merging(changed.members ?? [:]).merging(kept)
    return Answer(body: try save(object, id, visit, &state))
  }

  func remove(_ id: String, _ state: inout BrazeState) throws(Refusal) -> Answer {
    try checkRemoval(of: id, state)
    state[keyPath: table][id] = nil
    return Answer(status: 204)
  }

  private func save(
    _ object: Members,
    _ id: String,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) -> Value {
    var object = object
    try settle(&object, visit, &state)
    object["updated_at"] = .integer(visit.now)
    state[keyPath: table][id] = object
    return shown(object)
  }
}

extension Value {
  /// This value changed as a JSON Merge Patch (RFC 7396) says.
  func patched(by patch: Value) -> Value {
    guard let changes = patch.members else { return patch }
    var result = members ?? [:]
    for (name, change) in changes {
      result[name] = change.isNull ? Value?.none : (result[name] ?? .null).patched(by: change)
    }
    return .object(result)
  }
}
