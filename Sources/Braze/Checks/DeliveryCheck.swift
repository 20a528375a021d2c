internal import Model
internal import Values

/// What a campaign's delivery and a Canvas's entry are held to.
///
/// https://www.braze.com/docs/user_guide/messaging/campaigns/schedule_your_campaign/triggered_delivery
enum DeliveryCheck {
  /// What begins an action-based delivery.
  private static let triggers = ["inbound_sms", "custom_event", "attribute_change"]
  /// The categories of keywords that every subscription group has.
  private static let categories = ["opt_in", "opt_out", "help", "other"]
  /// 720 days, in seconds.
  private static let longestPause = 720 * 86_400

  @Sendable static func campaign(_ campaign: Members) -> [Finding] {
    findings(campaign["delivery"], at: ["delivery"])
  }

  @Sendable static func canvas(_ canvas: Members) -> [Finding] {
    findings(canvas["entry"], at: ["entry"])
  }

  private static func findings(_ delivery: Value?, at path: ValuePath) -> [Finding] {
    guard let delivery = delivery?.members else { return [] }
    return trigger(delivery, at: path)
      + BlankCheck.findings(delivery, ["custom_event", "schedule"], at: path)
      + SubscriptionGroupCheck.mention(
        in: delivery["inbound_sms"]?.members,
        at: path.appending("inbound_sms")
      ) + category(delivery, at: path) + pause(delivery, at: path) + delay(delivery, at: path)
  }

  private static func trigger(_ delivery: Members, at path: ValuePath) -> [Finding] {
    guard let type = delivery["type"]?.text else { return [] }
    let written = triggers.filter { delivery.written($0) != nil }
    let names = triggers.joined(separator: ", ")
    switch type {
    case "action_based" where written.isEmpty:
      return [
        mismatch("A delivery that is action_based needs one of \(names). Add one.", path, "type")
      ]
    case "action_based":
      return
        written.dropFirst().map { key in
          mismatch(
            "A delivery has one of \(names), and this is one more. Make a campaign of each.",
            path,
            key
          )
        } + superfluous(["schedule"], delivery, type, at: path)
    case "scheduled":
      let missing = mismatch(
        "A delivery that is scheduled needs the key \"schedule\", which says when. Add it.",
        path,
        "type"
      )
      return (delivery.written("schedule") == nil ? [missing] : [])
        + superfluous(triggers + ["delay_seconds"], delivery, type, at: path)
    default:
      return superfluous(triggers + ["schedule", "delay_seconds"], delivery, type, at: path)
    }
  }

  private static func superfluous(
    _ keys: [String],
    _ delivery: Members,
    _ type: String,
    at path: ValuePath
  ) -> [Finding] {
    keys.filter { delivery.written($0) != nil }.map { key in
      mismatch(
        "\"\(key)\" has no meaning where the type is \(type). Remove it, or change the type.",
        path,
        key
      )
    }
  }

  private static func category(_ delivery: Members, at path: ValuePath) -> [Finding] {
    guard let name = delivery["inbound_sms"]?["keyword_category"]?.text,
      !categories.contains(name)
    else { return [] }
    return [
      Finding(
        code: "unknown-keyword-category",
        summary: "Unknown category of keywords",
        detail: "\"\(name)\" is none of the categories that every group has: "
          + "\(categories.joined(separator: ", ")). Name one of the spec by !ref, or correct it.",
        at: path.appending("inbound_sms").appending("keyword_category")
      )
    ]
  }

  private static func pause(_ delivery: Members, at path: ValuePath) -> [Finding] {
    guard let seconds = delivery["re_eligible_after_seconds"]?.integer else { return [] }
    let place = path.appending("re_eligible_after_seconds")
    if delivery["re_eligible"]?.boolean != true {
      return [
        Finding(
          code: "re-eligibility",
          summary: "Re-eligibility that is none",
          detail: "It has a meaning with re_eligible: true alone. Add that, or remove it.",
          at: place
        )
      ]
    }
    guard !(0...longestPause).contains(seconds) else { return [] }
    return [
      Finding(
        code: "re-eligibility",
        summary: "Re-eligibility that is none",
        detail: "Braze takes from 0 to \(longestPause) seconds, which is 720 days, and this is "
          + "\(seconds). Correct it.",
        at: place
      )
    ]
  }

  private static func delay(_ delivery: Members, at path: ValuePath) -> [Finding] {
    guard let seconds = delivery["delay_seconds"]?.integer, seconds < 0 else { return [] }
    return [
      Finding(
        code: "delivery-delay",
        summary: "Delay that is none",
        detail: "A message is sent after what triggers it, not before, and this is \(seconds). "
          + "Correct it.",
        at: path.appending("delay_seconds")
      )
    ]
  }

  private static func mismatch(_ detail: String, _ path: ValuePath, _ key: String) -> Finding {
    Finding(
      code: "delivery-mismatch",
      summary: "Delivery of another type",
      detail: detail,
      at: path.appending(.key(key))
    )
  }
}
