internal import Model
internal import Values

/// What a subscription group is held to by itself.
enum SubscriptionGroupCheck {
  @Sendable static func findings(_ group: Members) -> [Finding] {
    guard let id = group["id"]?.text,
      !id.trimmingBlanks.contains(wholeUUID)
    else { return [] }
    return [
      Finding(
        code: "invalid-group-id",
        summary: "Invalid id of a subscription group",
        detail: "An id is of the form 6ff593d7-cf69-448b-aca9-abf7d7b8c273, and \"\(id)\" is not. "
          + "Copy it from Audience > Subscription Group Management.",
        at: ["id"]
      )
    ]
  }

  private static var wholeUUID: Regex<Substring> {
    /^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/
  }
}
