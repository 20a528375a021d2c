internal import Values

/// What the chronicle says of a workspace.
extension BrazeState {
  @discardableResult
  mutating func note(
    _ occurrence: Occurrence,
    at now: Int,
    cause: Int? = nil,
    _ details: Members
  ) -> Int {
    life.note(occurrence, in: .braze, at: now, cause: cause, details)
  }

  /// A user, as the chronicle names one.
  func user(_ profile: String) -> Value {
    ["braze_id": .string(profile), "external_id": profiles[profile]?["external_id"] ?? .null]
  }

  /// A subscription group, as the chronicle names one.
  func group(_ id: String) -> Value {
    ["id": .string(id), "name": subscriptionGroups[id]?["name"] ?? .null]
  }
}

/// The message activity log: what was not sent, or not received, and why.
///
/// <https://www.braze.com/docs/user_guide/administrative/app_settings/message_activity_log_tab/>
extension BrazeState {
  /// The oldest entries go first.
  private static let activityLimit = 1_000

  /// - Parameter type: `abort` or `failure`.
  mutating func logActivity(_ type: String, at now: Int, _ details: Members) {
    let id = identifiers.uuid()
    let head: Members = ["id": .string(id), "at": .integer(now), "type": .string(type)]
    activity[id] = head.merging(details)
    if activity.count > Self.activityLimit { activity.keepLast(Self.activityLimit * 9 / 10) }
  }
}
