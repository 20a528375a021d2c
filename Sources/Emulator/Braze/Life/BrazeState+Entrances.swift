internal import Values

/// Campaigns and Canvases that begin.
extension BrazeState {
  /// Lets every action-based campaign and Canvas that waits for this sort of thing decide.
  ///
  /// - Parameter cause: The chronicle's entry of what the user did.
  /// - Returns: How many the user entered.
  @discardableResult
  mutating func begin(_ impulse: Impulse, for profile: String, cause: Int?, now: Int) -> Int {
    var count = 0
    for journey in Journey.all(in: self) {
      guard let trigger = journey.trigger, impulse.concerns(trigger) else { continue }
      let entrance = Entrance(journey: journey, profile: profile, impulse: impulse)
      if decide(entrance, dispatch: nil, cause: cause, now: now) { count += 1 }
    }
    return count
  }

  /// Decides, says why, and plans the first message where the user enters.
  ///
  /// - Parameter dispatch: The id of the request's dispatch; nil for one of its own.
  @discardableResult
  mutating func decide(
    _ entrance: Entrance,
    dispatch: String?,
    cause: Int? = nil,
    now: Int
  ) -> Bool {
    let journey = entrance.journey
    let checks = entrance.checks(&self, now: now)
    let enters = checks.allSatisfy { $0.holds == true }
    let entry = note(
      enters ? .campaignEntered : .campaignSkipped,
      at: now,
      cause: cause,
      [
        "campaign": journey.label, "of": .string(journey.sort.rawValue),
        "user": user(entrance.profile), "checks": .list(checks.map(\.document)),
      ]
    )
    guard enters else { return false }
    if journey.sort == .canvas { noteEntry(of: entrance.profile, into: journey, now: now) }
    let order = MessageOrder(
      sort: journey.sort,
      journey: journey.id,
      step: 0,
      profile: entrance.profile,
      dispatch: dispatch ?? identifiers.dispatchID(),
      impulse: entrance.impulse
    )
    if journey.sort == .campaign { life.underway.insert(order.turn) }
    life.plan(.braze(.send(order)), due: now + journey.delay, cause: entry)
    return true
  }

  /// Says that a request named somebody who is not there.
  mutating func noteUnknownRecipient(of journey: Journey, _ address: ProfileAddress, now: Int) {
    let externalID: Value =
      if case .externalID(let id) = address { .string(id) } else { .null }
    let check = EntryCheck(
      "user",
      expected: "a profile that is there",
      actual: "none",
      holds: false
    )
    note(
      .campaignSkipped,
      at: now,
      [
        "campaign": journey.label, "of": .string(journey.sort.rawValue),
        "user": ["braze_id": .null, "external_id": externalID],
        "checks": .list([check.document]),
      ]
    )
  }
}
