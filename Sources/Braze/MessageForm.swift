internal import Model
internal import Values

/// The messages of campaigns and Canvas steps: as the spec writes them, and as Braze answers them.
///
/// https://www.braze.com/docs/api/endpoints/export/campaigns/get_campaign_details
enum MessageForm {
  static let webhook = Attribute(
    .object([
      "url": Attribute(.text, "The URL it calls; may hold Liquid.").required
        .cleaned(by: BlockReference.withoutIDs).labelled("Webhook URL"),
      "method": Attribute(.choice(["POST", "GET", "PUT", "DELETE"]), "The request's method.")
        .required.labelled("HTTP Method"),
      "headers": Attribute(.map(.text), "The request's headers; a credential by !bearer or !basic.")
        .holdingSecrets(
          except: ["accept", "accept-language", "cache-control", "content-type", "user-agent"]
        ).labelled("Request Headers"),
      "body": Attribute(.body, "The request's body, with Liquid.")
        .cleaned(by: BlockReference.withoutIDs).labelled("Request Body > Raw Text"),
    ]),
    "For the channel webhook: the request it sends."
  ).labelled("Compose webhook")

  static let sms = Attribute(
    .object([
      "subscription_group": Attribute(
        .identifier(of: Kind.subscriptionGroup.name),
        "The group whose numbers send it."
      ).required.labelled("Subscription group"),
      "body": Attribute(.text, "The message, with Liquid.").required
        .cleaned(by: BlockReference.withoutIDs).labelled("Message"),
    ]),
    "For the channel sms: the message it sends."
  ).labelled("Compose SMS")

  /// A campaign's details as attributes: the one message of its variants.
  ///
  /// Several messages stand as the channel `several: sms, webhook`, which no spec can write, so that they
  /// are seen to differ.
  @Sendable static func campaign(_ answer: Members) -> Members {
    guard let messages = answer["messages"]?.members else { return answer }
    return answer.merging(content(messages))
  }

  /// A Canvas's details as attributes: the steps that send something.
  @Sendable static func canvas(_ answer: Members) -> Members {
    guard let steps = answer["steps"]?.items else { return answer }
    let sending = steps.compactMap { step -> Value? in
      guard let messages = step["messages"]?.members, !messages.isEmpty else { return nil }
      return .object((["name": step["name"] ?? .null] as Members).merging(content(messages)))
    }
    return answer.merging(["steps": .list(sending)])
  }

  private static func content(_ messages: Members) -> Members {
    let sent = messages.map(\.value).filter { $0["type"]?.text != "control" }
    guard let message = sent.first else { return [:] }
    guard sent.count == 1 else {
      let channels = sent.map { $0["channel"]?.text ?? "?" }.sorted()
      return ["channel": .string("several: " + channels.joined(separator: ", "))]
    }
    var content: Members = ["channel": message["channel"] ?? .null]
    switch message["channel"]?.text {
    case "webhook":
      content["webhook"] = [
        "url": message["url"] ?? .null,
        "method": message["method"] ?? .null,
        "headers": evaluated(message["headers"]),
        "body": message["body"] ?? .null,
      ]
    case "sms":
      content["sms"] = [
        "subscription_group": message["subscription_group_id"] ?? .null,
        "body": message["body"] ?? .null,
      ]
    default: break
    }
    return content
  }

  /// Headers with `{{ 'user:password' | base64_encode }}` replaced by what it comes to, so that they can
  /// be compared with what the spec makes of `!basic`.
  private static func evaluated(_ headers: Value?) -> Value {
    guard let members = headers?.members else { return headers ?? .null }
    return .object(
      members.mapValues { value in
        guard let text = value.text else { return value }
        return .string(
          text.replacing(/\{\{\s*(?:'([^']*)'|"([^"]*)")\s*\|\s*base64_encode\s*\}\}/) { match in
            Base64.encode(String(match.1 ?? match.2 ?? ""))
          }
        )
      }
    )
  }
}

/// The same as the emulator's dashboard takes it.
extension MessageForm {
  @Sendable static func rehearsed(_ attributes: Members) -> Members {
    var form = attributes
    form["sms"] = attributes["sms"].map(sent)
    form["delivery"] = attributes["delivery"].map(rehearsedDelivery)
    return form
  }

  @Sendable static func rehearsedCanvas(_ attributes: Members) -> Members {
    var form = attributes
    let entry = attributes["entry"]
    form["entry"] = entry.map(rehearsedDelivery)
    form["schedule_type"] = entry?["type"]
    form["re_eligible"] = entry?["re_eligible"]
    form["steps"] = .list(
      (attributes["steps"]?.items ?? []).map { step in
        var members = step.members ?? [:]
        members["type"] = "message"
        members["sms"] = members["sms"].map(sent)
        return .object(members)
      }
    )
    return form
  }

  private static func sent(_ sms: Value) -> Value {
    [
      "subscription_group_id": sms["subscription_group"] ?? .null,
      "body": sms["body"] ?? .null,
    ]
  }

  /// Two of the categories that every group has are spelt otherwise there.
  private static func rehearsedCategory(_ category: Value) -> Value {
    switch category {
    case "opt_in": "Opt-in"
    case "opt_out": "Opt-out"
    default: category
    }
  }

  private static func rehearsedDelivery(_ delivery: Value) -> Value {
    var form: Members = ["type": delivery["type"] ?? .null]
    if let sms = delivery["inbound_sms"] {
      form["trigger"] = [
        "type": "inbound_sms",
        "subscription_group_id": sms["subscription_group"] ?? .null,
        "keyword_category": rehearsedCategory(sms["keyword_category"] ?? .null),
      ]
    } else if let event = delivery["custom_event"] {
      form["trigger"] = ["type": "custom_event", "event": event]
    } else if let change = delivery["attribute_change"] {
      form["trigger"] = [
        "type": "attribute_change", "attribute": change["custom_attribute"] ?? .null,
        "value": change["value"] ?? .null,
      ]
    }
    for name in ["schedule", "re_eligible", "re_eligible_after_seconds", "delay_seconds"] {
      form[name] = delivery[name]
    }
    return .object(form)
  }
}
