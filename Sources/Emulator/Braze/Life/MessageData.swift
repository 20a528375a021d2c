internal import Liquid
internal import Values

/// What a message's templates know.
///
/// <https://www.braze.com/docs/user_guide/messaging/design_and_edit/personalize/liquid/supported_personalization_tags>
enum MessageData {
  /// What templates call the attributes that the API calls otherwise.
  private static let names = [
    "email": "email_address", "phone": "phone_number", "home_city": "city",
    "dob": "date_of_birth",
  ]

  static func members(
    _ order: MessageOrder,
    _ journey: Journey,
    _ message: Members,
    _ state: BrazeState
  ) -> Members {
    let profile = state.profiles[order.profile] ?? [:]
    var data: Members = [
      "attributes": .object(attributes(profile)),
      "custom_attribute": profile["custom_attributes"] ?? [:],
      "subscribed_state": .object(subscriptions(profile, state)),
      "content_blocks": .object(blocks(state)),
      journey.sort.rawValue: .object(journey.facts(of: message, dispatch: order.dispatch)),
    ]
    for (name, value) in given(by: order) { data[name] = value }
    return data
  }

  private static func given(by order: MessageOrder) -> Members {
    switch order.impulse {
    case .request(let properties) where order.sort == .canvas:
      // The older name is still taken.
      ["context": .object(properties), "canvas_entry_properties": .object(properties)]
    case .request(let properties): ["api_trigger_properties": .object(properties)]
    case .event(_, let properties) where order.sort == .canvas:
      [
        "event_properties": .object(properties), "context": .object(properties),
        "canvas_entry_properties": .object(properties),
      ]
    case .event(_, let properties): ["event_properties": .object(properties)]
    case .inboundSMS(let sms):
      [
        "sms": [
          "inbound_message_body": .string(sms.body),
          "inbound_media_urls": .list(sms.mediaURLs.map { .string($0) }),
        ]
      ]
    case .attributeChange: [:]
    }
  }

  private static func attributes(_ profile: Members) -> Members {
    var attributes: Members = [:]
    for (name, value) in profile["attributes"]?.members ?? [:] {
      attributes[names[name] ?? name] = value
    }
    attributes["user_id"] = profile["external_id"]
    attributes["braze_id"] = profile["id"]
    return attributes
  }

  private static func subscriptions(_ profile: Members, _ state: BrazeState) -> Members {
    var states = profile["subscription_groups"]?.members ?? [:]
    for id in state.subscriptionGroups.ids where states[id] == nil { states[id] = "unsubscribed" }
    states["email_global"] = profile["attributes"]?["email_subscribe"] ?? "subscribed"
    return states
  }

  /// The active ones, by name.
  private static func blocks(_ state: BrazeState) -> Members {
    var blocks: Members = [:]
    for block in state.contentBlocks.objects {
      guard block["archived"] != true, block["state"] != "draft", let name = block["name"]?.text
      else { continue }
      blocks[name] = block["content"]
    }
    return blocks
  }
}
