internal import Model
internal import Values

/// What a subscription group is held to by itself.
enum SubscriptionGroupCheck {
  @Sendable static func findings(_ group: Members) -> [Finding] {
    finding(group["id"], otherwise: "", at: ["id"])
  }

  /// The same of the group that `members`, which stands at `path`, names by its id instead of `!ref`.
  static func mention(in members: Members?, at path: ValuePath) -> [Finding] {
    finding(
      members?["subscription_group"],
      otherwise: ", or declare the group and write !ref braze.subscription_groups.NAME",
      at: path.appending("subscription_group")
    )
  }

  private static func finding(
    _ value: Value?,
    otherwise: String,
    at path: ValuePath
  ) -> [Finding] {
    guard let id = value?.scalarText, !id.trimmingBlanks.contains(wholeUUID) else { return [] }
    return [
      Finding(
        code: "invalid-group-id",
        summary: "Invalid id of a subscription group",
        detail: "An id is of the form 6ff593d7-cf69-448b-aca9-abf7d7b8c273, and \"\(id)\" is not. "
          + "Copy it from Audience > Subscription Group Management\(otherwise).",
        at: path
      )
    ]
  }

  private static var wholeUUID: Regex<Substring> {
    /^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/
  }
}
