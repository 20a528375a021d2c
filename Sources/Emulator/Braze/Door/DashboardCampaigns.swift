internal import Values

/// Campaigns as the dashboard's composer makes them.
///
/// <https://www.braze.com/docs/user_guide/messaging/campaigns>
struct DashboardCampaigns: DashboardCollection {
  let path = "campaigns"
  var table: BrazeTablePath { \.campaigns }

  let defaults: Members = [
    "tags": [], "draft": false, "enabled": true, "archived": false,
  ]

  /// Up to 720 days.
  private static let eligibility = DoorShape.number(0...62_208_000)

  /// Up to a year; what Braze takes at most is unconfirmed.
  private static let delay = DoorShape.number(0...31_536_000)

  private static let triggers: [String: [DoorShape.Member]] = [
    "inbound_sms": [
      .required("subscription_group_id", .uuid), .required("keyword_category", .words),
    ],
    "custom_event": [.required("event", .words)],
    "attribute_change": [.required("attribute", .words), .optional("value", .anything)],
  ]

  private static let delivery: [DoorShape.Member] = [
    .required("type", .choice(["api_triggered", "action_based", "scheduled"])),
    .optional("trigger", .variants(triggers)), .optional("schedule", .anything),
    .optional("re_eligible", .flag), .optional("re_eligible_after_seconds", eligibility),
    .optional("delay_seconds", delay),
  ]

  let members: [DoorShape.Member] =
    [
      .optional("id", .uuid), .required("name", .words), .optional("description", .freeText),
      .required("channel", .choice(DashboardMessage.channels)),
      .optional("tags", .list(.words)), .optional("draft", .flag), .optional("enabled", .flag),
      .optional("archived", .flag), .required("delivery", .members(delivery)),
      .optional("audience", .list(.anything)),
    ] + DashboardMessage.members

  func settle(
    _ object: inout Members,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) {
    var delivery = object["delivery"]?.members ?? [:]
    if delivery["re_eligible"] == nil { delivery["re_eligible"] = false }
    object["delivery"] = .object(delivery)
    try check(delivery, state)
    try DashboardMessage.settle(
      &object,
      isComplete: object["draft"] == false,
      at: "",
      visit,
      &state
    )
    state.addTags((object["tags"]?.items ?? []).compactMap(\.text))
  }

  private func check(_ delivery: Members, _ state: BrazeState) throws(Refusal) {
    for (part, type) in [("trigger", "action_based"), ("schedule", "scheduled")] {
      let isRight = (delivery[part] != nil) == (delivery["type"] == .string(type))
      guard isRight else {
        throw EmulatorDoor.mistake("delivery.\(part): is for the type \(type), and for it alone")
      }
    }
    guard delivery["type"] == "action_based" || delivery["delay_seconds"] == nil else {
      throw EmulatorDoor.mistake("delivery.delay_seconds: is for the type action_based alone")
    }
    guard delivery["re_eligible"] == true || delivery["re_eligible_after_seconds"] == nil else {
      throw EmulatorDoor.mistake("delivery.re_eligible_after_seconds: re_eligible is not true")
    }
    guard let trigger = delivery["trigger"], trigger["type"] == "inbound_sms" else { return }
    let group = try DashboardMessage.smsGroup(
      trigger["subscription_group_id"],
      at: "delivery.trigger.subscription_group_id",
      state
    )
    let category = trigger["keyword_category"]?.text ?? ""
    guard KeywordCategories.isThere(category, in: group, state) else {
      throw EmulatorDoor.mistake(
        "delivery.trigger.keyword_category: the subscription group has none called \(category)"
      )
    }
  }
}
