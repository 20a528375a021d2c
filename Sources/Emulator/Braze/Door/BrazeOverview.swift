internal import Values

/// What the door tells of a whole workspace.
enum BrazeOverview {
  static func document(_ state: BrazeState) -> Value {
    var document: Members = [
      "content_blocks": .list(state.contentBlocks.ids.map { DashboardBlocks.shown($0, state) })
    ]
    for collection in BrazeDoor.collections {
      document[collection.path] = collection.list(state)
    }
    document["tags"] = .list(state.tags.ids.map { .string($0) })
    document["custom_attributes"] = .list(state.attributes.objects.map(DataEndpoints.shown))
    document["events"] = .list(state.events.ids.map { .string($0) })
    document["profiles"] = .list(state.profiles.objects.map(profile))
    document["keys"] = .list(
      state.keys.objects.map { ["permissions": $0["permissions"] ?? []] }
    )
    document["sends"] = .list(sends(state))
    document["activity"] = .list(activity(state))
    return .object(document)
  }

  /// `{"dispatch_id", "campaign_id" or "canvas_id", "at", "broadcast", "properties", "recipients":
  /// [{"braze_id" or null, "given", "properties"}], …}`
  static func sends(_ state: BrazeState) -> [Value] {
    state.sends.objects.map { send in
      .object(Members(send.map { ($0.key == "id" ? "dispatch_id" : $0.key, dated($0)) }))
    }
  }

  /// `{"id", "at", "type": "abort" or "failure", "campaign", "user", …}`, oldest first.
  static func activity(_ state: BrazeState) -> [Value] {
    state.activity.objects.map { .object(Members($0.map { ($0.key, dated($0)) })) }
  }

  private static func profile(_ profile: Members) -> Value {
    .object(Members(profile.map { ($0.key == "id" ? "braze_id" : $0.key, dated($0)) }))
  }

  private static func dated(_ member: Members.Element) -> Value {
    guard ["at", "created_at"].contains(member.key), let time = member.value.integer else {
      return member.value
    }
    return .string(BrazeTime.precise(time))
  }
}
