package import Model
internal import Values

extension Kind {
  package static let subscriptionGroup = Kind(
    "braze.subscription_group",
    collection: "subscription_groups",
    summary: "The numbers that an SMS comes from, and who agreed to get it.",
    page: "https://www.braze.com/docs/user_guide/message_building_by_channel/sms_mms_rcs/"
      + "sms_setup/message_setup/subscription_groups",
    identity: .attribute("id"),
    mode: .attested,
    idAttribute: "id",
    handwork: Handwork(
      place: { _ in "Audience > Subscription Group Management" },
      placeOfChange: "Audience > Subscription Group Management",
      verification: "no API lists subscription groups: look at the page",
      rehearsal: Handwork.Rehearsal("subscription_groups") { attributes in
        // The dashboard asks for both.
        attributes.merging([
          "name": attributes["name"] ?? attributes["id"] ?? .null,
          "channel": attributes["channel"] ?? "sms",
        ])
      }
    ),
    schema: [
      "id": Attribute(.text, "Its id, a UUID, as the dashboard shows it.").required.trimmed.attested
        .labelled("Subscription group ID"),
      "name": Attribute(.text, "Its name.").attested.labelled("Subscription group name"),
      "channel": Attribute(
        .choice(["sms", "whatsapp", "email"]),
        "What is sent to its users; sms."
      )
      .attested.labelled("Channel"),
    ],
    checks: [SubscriptionGroupCheck.findings],
    examples: [
      Example(
        "The group that Braze set up for support",
        name: "support_sms",
        spec: """
          id: 6ff593d7-cf69-448b-aca9-abf7d7b8c273
          name: Support
          """
      )
    ]
  )
}
