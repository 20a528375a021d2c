internal import Values

/// Decides whether a user gets what a campaign or a Canvas sends.
struct Entrance: Sendable {
  let journey: Journey
  /// The user's `braze_id`.
  let profile: String
  let impulse: Impulse
  /// The `audience` of the request, where there is one.
  var requestAudience: Value?

  /// Everything that has to hold, also where something before does not.
  ///
  /// Where an attribute that is not set shall not equal something, the documents leave open what
  /// holds; that fact counts as touched only where nothing else decides.
  func checks(_ state: inout BrazeState, now: Int) -> [EntryCheck] {
    var checks = self.checks(state, now: now)
    guard checks.contains(where: { $0.holds == nil }) else { return checks }
    let fact = OpenFact.brazeMissingAttribute
    let isDecided = checks.contains { $0.holds == false }
    let differs =
      isDecided
      ? state.life.readings.name(of: fact) == "differs"
      : state.life.readings.take(fact, as: "differs")
    for index in checks.indices where checks[index].holds == nil { checks[index].holds = differs }
    return checks
  }

  private func checks(_ state: BrazeState, now: Int) -> [EntryCheck] {
    var checks = [
      EntryCheck("live", expected: "live", actual: journey.state, holds: journey.isLive)
    ]
    if let trigger = journey.trigger, let check = impulse.check(trigger, state) {
      checks.append(check)
    }
    let attributes = state.profiles[profile]?["custom_attributes"]?.members ?? [:]
    checks += journey.audience.map { AudienceFilter.check($0, attributes) }
    if let requestAudience {
      checks.append(AudienceFilter.check(connected: requestAudience, attributes))
    }
    // What a campaign sends by SMS it sends to subscribers alone; a Canvas lets everybody in and
    // asks at its steps.
    if journey.sort == .campaign, let sms = journey.messages.first?["sms"] {
      checks += Self.addressChecks(of: profile, sms["subscription_group_id"]?.text ?? "", state)
    }
    return checks + [state.entryEligibility(of: profile, for: journey, now: now)]
  }

  /// Whether an SMS from the group `group` can reach the user.
  ///
  /// <https://www.braze.com/docs/user_guide/channels/sms_mms_and_rcs>, "Subscription groups".
  static func addressChecks(
    of profile: String,
    _ group: String,
    _ state: BrazeState
  ) -> [EntryCheck] {
    let status = state.profiles[profile]?["subscription_groups"]?[group]?.text
    let phone = state.profiles[profile]?["attributes"]?["phone"]?.text ?? ""
    return [
      EntryCheck(
        "subscription",
        expected: "subscribed to \(state.name(ofGroup: group))",
        actual: status ?? "neither subscribed nor unsubscribed",
        holds: status == "subscribed"
      ),
      EntryCheck(
        "phone",
        expected: "a phone number",
        actual: phone.isEmpty ? "none" : phone,
        holds: !phone.isEmpty
      ),
    ]
  }
}
