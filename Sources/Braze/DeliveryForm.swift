internal import Model

/// What a campaign and a Canvas say of when they begin, and for whom.
///
/// No API tells any of it.
/// https://www.braze.com/docs/user_guide/messaging/campaigns/schedule_your_campaign/triggered_delivery
enum DeliveryForm {
  static let campaign: Schema = [
    "type": type,
    "inbound_sms": inboundSMS,
    "custom_event": customEvent,
    "attribute_change": attributeChange,
    "schedule": schedule,
    "re_eligible": Attribute(.boolean, "Whether a user may get it more than once.")
      .labelled("Delivery Controls > Allow users to become re-eligible to receive campaign"),
    "re_eligible_after_seconds": after,
    "delay_seconds": Attribute(
      .integer,
      "For action_based: how long after what triggers it the message is sent; 0."
    ).labelled("Schedule Delay (seconds)"),
  ]

  static let canvas: Schema = [
    "type": type,
    "inbound_sms": inboundSMS,
    "custom_event": customEvent,
    "attribute_change": attributeChange,
    "schedule": schedule,
    "re_eligible": Attribute(.boolean, "Whether a user may enter it more than once.")
      .labelled("Entry Controls > Allow users to re-enter this Canvas"),
    "re_eligible_after_seconds": after,
  ]

  static let audience = Attribute(
    .list(
      .object([
        "custom_attribute": Attribute(
          .identifier(of: Kind.customAttribute.name),
          "The attribute that is compared."
        ).labelled("Custom Attributes"),
        "comparison": Attribute(
          .choice([
            "equals", "does_not_equal", "exists", "does_not_exist", "greater_than", "less_than",
            "matches_regex",
          ]),
          "How it is compared."
        ).labelled("Comparison"),
        "value": Attribute(.either([.boolean, .integer, .text]), "What it is compared with.")
          .labelled("Value"),
        "segment": Attribute(.text, "The name of a segment, in place of an attribute.")
          .labelled("Segment"),
      ])
    ),
    "Conditions that a user must meet, all of them."
  ).attested.labelled("Target Audience")

  private static let type = Attribute(
    .choice(["api_triggered", "action_based", "scheduled"]),
    "By a request, by what a user does, or at a time."
  ).required.labelled("Delivery type")

  private static let inboundSMS = Attribute(
    .object([
      "subscription_group": Attribute(
        .identifier(of: Kind.subscriptionGroup.name),
        "The group whose number it was sent to."
      ).required.labelled("Subscription group"),
      "keyword_category": Attribute(
        .identifier(of: Kind.keywordCategory.name),
        "The category of the message: opt_in, opt_out, help, other, or a !ref to one of the spec."
      ).required.labelled("Keyword category"),
    ]),
    "For action_based: an SMS that a user sends."
  ).labelled("Trigger: Send an SMS inbound message")

  private static let customEvent = Attribute(
    .text,
    "For action_based: the name of an event that a user performs."
  ).labelled("Trigger: Perform custom event")

  private static let attributeChange = Attribute(
    .object([
      "custom_attribute": Attribute(
        .identifier(of: Kind.customAttribute.name),
        "The attribute whose value changes."
      ).required.labelled("Custom attribute"),
      "value": Attribute(.either([.boolean, .integer, .text]), "The new value; any if left out.")
        .labelled("New value"),
    ]),
    "For action_based: a change of a user's attribute."
  ).labelled("Trigger: Change custom attribute value")

  private static let schedule = Attribute(
    .text,
    "For scheduled: when, in the words of whoever sets it."
  ).labelled("Time-Based Options")

  private static let after = Attribute(
    .integer,
    "For re_eligible: how long after it the next may come, at most 720 days; 0."
  ).labelled("Re-eligible after (seconds)")
}
