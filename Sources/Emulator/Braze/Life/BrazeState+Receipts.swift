internal import Values

/// Which campaigns and Canvases a user has had, and when.
///
/// <https://www.braze.com/docs/api/endpoints/export/user_data/post_users_identifier>, from whose
/// sample answers the members are.
extension BrazeState {
  /// When the user last received the campaign, or entered the Canvas; nil for never.
  func lastTurn(of profile: String, in journey: Journey) -> Int? {
    let (list, key, member) = Self.receiptNames(journey.sort)
    let entry = profiles[profile]?[list]?.items?.first { $0[key] == .string(journey.id) }
    return entry?[member]?.integer
  }

  /// Whether the user may have it, or have it again.
  ///
  /// Counted in seconds since receipt, so that what was aborted or failed does not count.
  /// <https://www.braze.com/docs/user_guide/messaging/messaging_fundamentals/re_eligibility>
  func eligibility(of profile: String, for journey: Journey, now: Int) -> EntryCheck {
    let last = lastTurn(of: profile, in: journey)
    let verb = journey.sort == .campaign ? "received" : "entered"
    let expected =
      journey.isRepeatable
      ? (journey.pause == 0 ? "always" : "\(journey.pause) seconds since it was \(verb)")
      : "never \(verb) before"
    let actual = last.map { "\(verb) \(now - $0) seconds ago" } ?? "never \(verb)"
    let holds = last.map { journey.isRepeatable && now - $0 >= journey.pause } ?? true
    return EntryCheck("re-eligibility", expected: expected, actual: actual, holds: holds)
  }

  /// The same for one who is about to enter.
  ///
  /// What is on its way counts as received until it fails, so that who enters twice within a moment
  /// gets one message. The documents speak of receipt alone.
  func entryEligibility(of profile: String, for journey: Journey, now: Int) -> EntryCheck {
    var check = eligibility(of: profile, for: journey, now: now)
    let isAlways = journey.isRepeatable && journey.pause == 0
    if !isAlways, life.underway.contains(Turn(journey: journey.id, profile: profile)) {
      check.actual = "a message is on its way"
      check.holds = false
    }
    return check
  }

  /// The user received the campaign's message, or one of the Canvas's.
  mutating func noteReceipt(of journey: Journey, by profile: String, now: Int) {
    if journey.sort == .campaign {
      setReceipt(of: journey, by: profile, ["last_received": .integer(now)])
    } else {
      setReceipt(of: journey, by: profile, ["last_received_message": .integer(now)])
    }
  }

  mutating func noteEntry(of profile: String, into canvas: Journey, now: Int) {
    setReceipt(of: canvas, by: profile, ["last_entered": .integer(now)])
  }

  /// The campaign sent something, to whomever.
  mutating func noteSending(of journey: Journey, now: Int) {
    guard journey.sort == .campaign, campaigns.contains(journey.id) else { return }
    if campaigns[journey.id]?["first_sent"] == nil {
      campaigns[journey.id]?["first_sent"] = .integer(now)
    }
    campaigns[journey.id]?["last_sent"] = .integer(now)
  }

  private mutating func setReceipt(of journey: Journey, by profile: String, _ change: Members) {
    guard profiles.contains(profile) else { return }
    let (list, key, _) = Self.receiptNames(journey.sort)
    var entries = profiles[profile]?[list]?.items ?? []
    let place = entries.firstIndex { $0[key] == .string(journey.id) }
    var fresh: Members = ["name": .string(journey.name), key: .string(journey.id)]
    if journey.sort == .campaign {
      fresh["converted"] = false
      fresh["engaged"] = [:]
    }
    let entry = place.flatMap { entries[$0].members } ?? fresh
    let changed = Value.object(entry.merging(change))
    if let place { entries[place] = changed } else { entries.append(changed) }
    profiles[profile]?[list] = .list(entries)
  }

  private static func receiptNames(
    _ sort: Journey.Sort
  ) -> (list: String, key: String, member: String) {
    switch sort {
    case .campaign: ("campaigns_received", "api_campaign_id", "last_received")
    case .canvas: ("canvases_received", "api_canvas_id", "last_entered")
    }
  }
}
