internal import Values

/// A campaign's or a canvas step's message as details show it.
///
/// <https://www.braze.com/docs/api/endpoints/export/campaigns/get_campaign_details#messages>
enum BrazeMessage {
  /// By the id of the message variation; empty where nothing is written yet.
  static func messages(of object: Members, _ unconfirmed: UnconfirmedBrazeBehaviour) -> Value {
    guard let id = object["message_variation_id"]?.text,
      let message = message(of: object, unconfirmed)
    else { return [:] }
    return .object([id: message])
  }

  private static func message(
    of object: Members,
    _ unconfirmed: UnconfirmedBrazeBehaviour
  ) -> Value? {
    if let webhook = object["webhook"] {
      return [
        "channel": "webhook", "name": "Variant 1", "url": webhook["url"] ?? .null,
        "body": webhook["body"] ?? "", "type": .string(unconfirmed.webhookBodyType),
        "headers": webhook["headers"] ?? [:], "method": webhook["method"] ?? .null,
      ]
    }
    if let sms = object["sms"] {
      // The group's numbers are Braze's own affair; the door knows none.
      return [
        "channel": "sms", "body": sms["body"] ?? .null, "from": [],
        "subscription_group_id": sms["subscription_group_id"] ?? .null,
      ]
    }
    return nil
  }
}
