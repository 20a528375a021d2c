internal import Values

/// The messages that are written in the dashboard: a webhook or an SMS.
///
/// <https://www.braze.com/docs/user_guide/channels/webhooks/create_a_webhook>
enum DashboardMessage {
  static let channels = ["webhook", "sms"]

  static let members: [DoorShape.Member] = [
    .optional(
      "webhook",
      .members([
        .required("url", .words), .required("method", .choice(["POST", "GET", "PUT", "DELETE"])),
        .optional("headers", .map(.freeText)), .optional("body", .freeText),
      ])
    ),
    .optional(
      "sms",
      .members([.required("subscription_group_id", .uuid), .required("body", .freeText)])
    ),
  ]

  /// - Parameter path: Where the message stands: empty, or `steps[0].`.
  static func settle(
    _ object: inout Members,
    isComplete: Bool,
    at path: String,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) {
    let channel = object["channel"]?.text ?? ""
    for other in channels where other != channel && object[other] != nil {
      throw EmulatorDoor.mistake("\(path)\(other): the channel is \(channel)")
    }
    guard var message = object[channel]?.members else {
      guard !isComplete else {
        throw EmulatorDoor.mistake("\(path)\(channel): is missing, and this is no draft")
      }
      return
    }
    if channel == "webhook" {
      message = Members([("headers", [:]), ("body", "")]).merging(message)
      guard message["method"] != "GET" || message["body"] == "" else {
        throw EmulatorDoor.mistake("\(path)webhook.body: a GET has none")
      }
    } else {
      let place = "\(path)sms.subscription_group_id"
      _ = try smsGroup(message["subscription_group_id"], at: place, state)
    }
    if visit.unconfirmed.numbersReferencesInMessages {
      message = message.mapValues { value in
        value.text.map { .string(state.numberingReferences(in: $0)) } ?? value
      }
    }
    object[channel] = .object(message)
    if object["message_variation_id"] == nil {
      object["message_variation_id"] = .string(state.identifiers.uuid())
    }
  }

  /// The id of an SMS subscription group that is there.
  static func smsGroup(
    _ value: Value?,
    at path: String,
    _ state: BrazeState
  ) throws(Refusal) -> String {
    guard let id = value?.text, let group = state.subscriptionGroups[id] else {
      throw EmulatorDoor.mistake("\(path): there is no such subscription group")
    }
    guard group["channel"] == "sms" else {
      throw EmulatorDoor.mistake("\(path): that subscription group is not for SMS")
    }
    return id
  }
}
