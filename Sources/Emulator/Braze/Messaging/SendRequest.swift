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

  /// Writes the recipients' attributes and then the log, in which a recipient without a profile has
  /// no `braze_id`: nobody gets anything there, and the answer is the same.
  func accept(
    _ subject: Members,
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) -> Answer {
    var entries: [Value] = []
    for recipient in recipients {
      let id =
        state.profiles(at: recipient.address).first
        ?? (recipient.existingOnly
          ? nil : state.makeProfile(at: recipient.address, now: call.now))
      if let id { state.write(recipient.attributes, to: id) }
      entries.append([
        "braze_id": id.map { .string($0) } ?? .null, "given": recipient.given,
        "properties": .object(properties.merging(recipient.properties)),
      ])
    }
    let dispatch = state.identifiers.dispatchID()
    var entry = Members([("id", .string(dispatch))]).merging(subject)
    entry["at"] = .integer(call.now)
    entry["broadcast"] = body["broadcast"] ?? false
    entry["properties"] = .object(properties)
    entry["audience"] = body["audience"]
    entry["attachments"] = body["attachments"]
    entry["send_id"] = body["send_id"]
    entry["recipients"] = .list(entries)
    state.sends[dispatch] = entry
    if state.sends.count > Self.logLimit { state.sends.keepLast(Self.logLimit * 9 / 10) }
    return Answer(
      status: 201,
      body: ["dispatch_id": .string(dispatch), "message": "success"]
    )
  }
}
