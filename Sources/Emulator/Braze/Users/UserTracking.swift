internal import Values

/// `POST /users/track`: attributes, events and purchases of users.
///
/// <https://www.braze.com/docs/api/endpoints/user_data/post_user_track>. It takes effect at once;
/// Braze's own does a little later. The texts of what is wrong with one object, and of having
/// nothing valid, are unconfirmed.
struct UserTracking {
  private static let limit = 75
  private static let lists = ["attributes", "events", "purchases"]

  let now: Int
  private var processed: Members = [:]
  private var errors: [Value] = []

  init(now: Int) {
    self.now = now
  }

  mutating func answer(
    _ body: Members,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    for list in Self.lists {
      guard let value = body[list] else { continue }
      guard let items = value.items else { throw .braze("'\(list)' must be an array") }
      guard items.count <= Self.limit else { throw .braze("Max Input Length Exceeded") }
    }
    for list in Self.lists {
      guard let items = body[list]?.items else { continue }
      var count = 0
      for (index, item) in items.enumerated() {
        do throws(TrackedObject.Fault) {
          try take(item, from: list, &state)
          count += 1
        } catch {
          errors.append([
            "type": .string(error.type), "input_array": .string(list), "index": .integer(index),
          ])
        }
      }
      processed["\(list)_processed"] = .integer(count)
    }
    guard processed.contains(where: { $0.value.integer ?? 0 > 0 }) else {
      var body: Members = [
        "message":
          "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields."
      ]
      if !errors.isEmpty { body["errors"] = .list(errors) }
      throw Refusal(status: 400, body: .object(body))
    }
    var answer: Members = ["message": "success"]
    answer = answer.merging(processed)
    if !errors.isEmpty { answer["errors"] = .list(errors) }
    return Answer(status: 201, body: .object(answer))
  }

  private func take(
    _ item: Value,
    from list: String,
    _ state: inout BrazeState
  ) throws(TrackedObject.Fault) {
    let object = try TrackedObject(item, from: list, state)
    guard let id = profile(of: object, &state) else { return }
    switch list {
    case "events": addEvent(object.members, to: id, &state)
    case "purchases": addPurchase(object.members, to: id, &state)
    default: state.write(object.members, to: id)
    }
  }

  /// Nil where nothing is to be written: an existing profile was asked for and is not there.
  ///
  /// One that has an alias alone is only made when asked for.
  private func profile(of object: TrackedObject, _ state: inout BrazeState) -> String? {
    if let id = state.profiles(at: object.address).first { return id }
    let existingOnly =
      object.members["_update_existing_only"]?.boolean ?? object.address.isAlias
    return existingOnly ? nil : state.makeProfile(at: object.address, now: now)
  }
}

extension UserTracking {
  private func addEvent(_ object: Members, to id: String, _ state: inout BrazeState) {
    let name = object["name"]?.text ?? ""
    count(name, object, in: "custom_events", of: id, &state)
    if !state.events.contains(name) { state.events[name] = ["id": .string(name)] }
  }

  private func addPurchase(_ object: Members, to id: String, _ state: inout BrazeState) {
    count(object["product_id"]?.text ?? "", object, in: "purchases", of: id, &state)
  }

  /// What lies in the future happens now.
  private func count(
    _ name: String,
    _ object: Members,
    in list: String,
    of id: String,
    _ state: inout BrazeState
  ) {
    let time = min(object["time"]?.text.flatMap { BrazeTime.seconds($0) } ?? now, now)
    var entries = state.profiles[id]?[list]?.items ?? []
    let place = entries.firstIndex { $0["name"] == .string(name) }
    let old = place.map { entries[$0] }
    let entry: Value = [
      "name": .string(name), "first": .integer(min(old?["first"]?.integer ?? time, time)),
      "last": .integer(max(old?["last"]?.integer ?? time, time)),
      "count": .integer((old?["count"]?.integer ?? 0) + 1),
    ]
    if let place { entries[place] = entry } else { entries.append(entry) }
    state.profiles[id]?[list] = .list(entries)
  }
}
