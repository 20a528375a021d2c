internal import Values

/// `POST /users/track`: attributes, events and purchases of users.
///
/// <https://www.braze.com/docs/api/endpoints/user_data/post_user_track>. It is checked and answered at
/// once; when it takes effect, `OpenFact.brazeTracking` says. The texts of what is wrong with one
/// object, and of having nothing valid, are unconfirmed.
struct UserTracking {
  private static let limit = 75
  /// Seconds until it takes effect, where that is later.
  private static let lag = 2

  private var objects: [TrackedObject] = []
  private var processed: Members = [:]
  private var errors: [Value] = []

  static func answer(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let tracking = try UserTracking(try call.body(), state)
    tracking.take(&state, now: call.now)
    var answer: Members = ["message": "success"]
    answer = answer.merging(tracking.processed)
    if !tracking.errors.isEmpty { answer["errors"] = .list(tracking.errors) }
    return Answer(status: 201, body: .object(answer))
  }

  private init(_ body: Members, _ state: BrazeState) throws(Refusal) {
    for list in TrackedObject.List.allCases {
      guard let value = body[list.rawValue] else { continue }
      guard let items = value.items else { throw .braze("'\(list.rawValue)' must be an array") }
      guard items.count <= Self.limit else { throw .braze("Max Input Length Exceeded") }
    }
    for list in TrackedObject.List.allCases {
      guard let items = body[list.rawValue]?.items else { continue }
      read(items, from: list, state)
    }
    guard !objects.isEmpty else {
      var body: Members = [
        "message":
          "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields."
      ]
      if !errors.isEmpty { body["errors"] = .list(errors) }
      throw Refusal(status: 400, body: .object(body))
    }
  }

  private mutating func read(
    _ items: [Value],
    from list: TrackedObject.List,
    _ state: BrazeState
  ) {
    let before = objects.count
    for (index, item) in items.enumerated() {
      do throws(TrackedObject.Fault) {
        objects.append(try TrackedObject(item, from: list, state))
      } catch {
        errors.append([
          "type": .string(error.type), "input_array": .string(list.rawValue),
          "index": .integer(index),
        ])
      }
    }
    processed["\(list.rawValue)_processed"] = .integer(objects.count - before)
  }

  private func take(_ state: inout BrazeState, now: Int) {
    let isOfAny = objects.contains { object in
      !object.existingOnly || !state.profiles(at: object.address).isEmpty
    }
    if isOfAny, state.life.readings.take(.brazeTracking, as: "later") {
      state.life.plan(.braze(.track(objects)), due: now + Self.lag, cause: state.life.cause)
    } else {
      Self.apply(objects, to: &state, now: now)
    }
  }
}

extension UserTracking {
  static func apply(_ objects: [TrackedObject], to state: inout BrazeState, now: Int) {
    for object in objects {
      guard let id = profile(of: object, &state, now: now) else { continue }
      switch object.list {
      case .attributes: state.write(object.members, to: id, now: now)
      case .events: addEvent(object, to: id, &state, now: now)
      case .purchases:
        count(object.members["product_id"]?.text ?? "", object, of: id, &state, now: now)
      }
    }
  }

  /// Nil where nothing is to be written: an existing profile was asked for and is not there.
  private static func profile(
    of object: TrackedObject,
    _ state: inout BrazeState,
    now: Int
  ) -> String? {
    if let id = state.profiles(at: object.address).first { return id }
    return object.existingOnly ? nil : state.makeProfile(at: object.address, now: now)
  }

  private static func addEvent(
    _ object: TrackedObject,
    to id: String,
    _ state: inout BrazeState,
    now: Int
  ) {
    let name = object.members["name"]?.text ?? ""
    let properties = object.members["properties"]?.members ?? [:]
    count(name, object, of: id, &state, now: now)
    if !state.events.contains(name) { state.events[name] = ["id": .string(name)] }
    let entry = state.note(
      .eventTracked,
      at: now,
      ["user": state.user(id), "event": .string(name), "properties": .object(properties)]
    )
    state.begin(.event(name: name, properties: properties), for: id, cause: entry, now: now)
  }

  /// What lies in the future happens now.
  private static func count(
    _ name: String,
    _ object: TrackedObject,
    of id: String,
    _ state: inout BrazeState,
    now: Int
  ) {
    let list = object.list == .events ? "custom_events" : "purchases"
    let time = min(object.members["time"]?.text.flatMap { BrazeTime.seconds($0) } ?? now, now)
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
