internal import Values

/// Subscription groups, which Braze's staff sets up for SMS.
///
/// <https://www.braze.com/docs/user_guide/channels/sms_mms_and_rcs>, "Subscription groups".
struct SubscriptionGroups: DashboardCollection {
  let path = "subscription_groups"
  var table: BrazeTablePath { \.subscriptionGroups }
  let defaults: Members = [:]

  let members: [DoorShape.Member] = [
    .optional("id", .uuid), .required("name", .words),
    .required("channel", .choice(["sms", "email"])),
  ]

  func settle(
    _ object: inout Members,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) {
    let old = object["id"]?.text.flatMap { state.subscriptionGroups[$0] }
    guard old == nil || old?["channel"] == object["channel"] else {
      throw EmulatorDoor.mistake("channel: cannot be changed")
    }
  }

  /// A group that anything names stays.
  func checkRemoval(of id: String, _ state: BrazeState) throws(Refusal) {
    let steps = state.canvases.objects.flatMap { $0["steps"]?.items ?? [] }
    let users =
      state.keywordCategories.objects.map { $0["subscription_group_id"] }
      + state.campaigns.objects.map { $0["sms"]?["subscription_group_id"] }
      + Journey.all(in: state).map { $0.trigger?["subscription_group_id"] }
      + steps.map { $0["sms"]?["subscription_group_id"] }
    guard !users.contains(.string(id)) else {
      throw EmulatorDoor.mistake("a keyword category, a campaign or a canvas uses it")
    }
  }
}
