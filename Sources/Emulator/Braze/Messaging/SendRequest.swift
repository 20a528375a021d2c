internal import Values

/// What `/campaigns/trigger/send` and `/canvas/trigger/send` are asked for.
///
/// <https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_triggered_campaigns>.
/// The statuses and names of refusals are documented, the texts of most are not.
struct SendRequest {
  private static let limit = 50
  private static let logLimit = 10_000

  private let body: Members
  private let properties: Members
  private let recipients: [SendRecipient]

  /// - Parameter properties: What the properties for templates may be called, the newest first.
  init(_ body: Members, properties names: [String]) throws(Refusal) {
    self.body = body
    properties = try Self.properties(in: body, names)
    for name in ["broadcast", "audience", "attachments"] {
      guard let value = body[name] else { continue }
      let isRight =
        switch name {
        case "broadcast": value.boolean != nil
        case "audience": value.members != nil
        default: value.items != nil
        }
      guard isRight else { throw .braze("\(name) is invalid") }
    }
    guard let value = body["recipients"] else {
      guard body["broadcast"] == true else { throw .braze("No Recipients") }
      guard body["attachments"] == nil else {
        throw .braze("attachments cannot be used with broadcast")
      }
      recipients = []
      return
    }
    guard body["broadcast"] != true else {
      throw .braze("recipients cannot be used with broadcast")
    }
    guard let items = value.items else { throw .braze("recipients must be an array") }
    guard !items.isEmpty else { throw .braze("No Recipients") }
    guard items.count <= Self.limit else {
      throw .braze("The max number of external_ids and aliases per request was exceeded")
    }
    var found: [SendRecipient] = []
    for item in items {
      let recipient = try SendRecipient(
        item,
        properties: { object throws(Refusal) in try Self.properties(in: object, names) }
      )
      // Who is there twice gets one message.
      if !found.contains(where: { $0.address == recipient.address }) { found.append(recipient) }
    }
    recipients = found
  }

  private static func properties(
    in object: Members,
    _ names: [String]
  ) throws(Refusal) -> Members {
    guard let name = names.first(where: { object[$0] != nil }) else { return [:] }
    guard let members = object[name]?.members else { throw .braze("\(name) must be an object") }
    return members
  }

  /// Writes the recipients' attributes and the log, in which a recipient without a profile has no
  /// `braze_id`, and lets the campaign or the Canvas decide about each. Nobody gets anything where
  /// there is no profile, and the answer is the same.
  func accept(
    _ journey: Journey,
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) -> Answer {
    let found = recipients.map { profile(of: $0, &state, now: call.now) }
    let dispatch = state.identifiers.dispatchID()
    log(journey, dispatch, found, &state, now: call.now)
    var reached: Set<String> = []
    for (recipient, id) in zip(recipients, found) {
      guard let id else {
        state.noteUnknownRecipient(of: journey, recipient.address, now: call.now)
        continue
      }
      // Who is there by two addresses gets one message all the same.
      guard reached.insert(id).inserted else { continue }
      let given = properties.merging(recipient.properties)
      decide(journey, id, given, dispatch, &state, now: call.now)
    }
    if body["broadcast"] == true {
      for id in state.profiles.ids {
        decide(journey, id, properties, dispatch, &state, now: call.now)
      }
    }
    return Answer(
      status: 201,
      body: ["dispatch_id": .string(dispatch), "message": "success"]
    )
  }

  private func decide(
    _ journey: Journey,
    _ profile: String,
    _ properties: Members,
    _ dispatch: String,
    _ state: inout BrazeState,
    now: Int
  ) {
    let entrance = Entrance(
      journey: journey,
      profile: profile,
      impulse: .request(properties: properties),
      requestAudience: body["audience"]
    )
    state.decide(entrance, dispatch: dispatch, now: now)
  }

  private func profile(
    of recipient: SendRecipient,
    _ state: inout BrazeState,
    now: Int
  ) -> String? {
    let id =
      state.profiles(at: recipient.address).first
      ?? (recipient.existingOnly ? nil : state.makeProfile(at: recipient.address, now: now))
    if let id { state.write(recipient.attributes, to: id, now: now) }
    return id
  }

  private func log(
    _ journey: Journey,
    _ dispatch: String,
    _ profiles: [String?],
    _ state: inout BrazeState,
    now: Int
  ) {
    let entries = zip(recipients, profiles).map { recipient, id -> Value in
      [
        "braze_id": id.map { .string($0) } ?? .null, "given": recipient.given,
        "properties": .object(properties.merging(recipient.properties)),
      ]
    }
    var entry: Members = [
      "id": .string(dispatch), "\(journey.sort.rawValue)_id": .string(journey.id),
    ]
    entry["at"] = .integer(now)
    entry["broadcast"] = body["broadcast"] ?? false
    entry["properties"] = .object(properties)
    entry["audience"] = body["audience"]
    entry["attachments"] = body["attachments"]
    entry["send_id"] = body["send_id"]
    entry["recipients"] = .list(entries)
    state.sends[dispatch] = entry
    if state.sends.count > Self.logLimit { state.sends.keepLast(Self.logLimit * 9 / 10) }
  }
}
