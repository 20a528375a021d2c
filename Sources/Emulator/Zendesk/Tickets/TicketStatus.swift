internal import Values

/// What becomes of a ticket's status and assignee without anybody saying so.
///
/// - <https://support.zendesk.com/hc/en-us/articles/4408832456858-About-ticket-fields>
enum TicketStatus {
  /// A ticket that an agent has is new no longer, and it is in a group: the agent's own.
  ///
  /// - Parameter solver: The agent who gets a ticket by solving it, as it is where an account was
  ///   not told otherwise; nil for a rule. That this is so through the API too is unconfirmed.
  static func settle(
    _ ticket: inout Members,
    before: Members?,
    solver: Int?,
    _ state: ZendeskState
  ) {
    let isSolvedNow = ticket["status"] == "solved" && before?["status"] != "solved"
    if isSolvedNow, ticket["assignee_id"]?.isNull ?? true, let solver {
      ticket["assignee_id"] = .integer(solver)
    }
    guard ticket["assignee_id"]?.integer != nil else { return }
    if ticket["status"] == "new" { ticket["status"] = "open" }
    if ticket["group_id"]?.isNull ?? true,
      let group = state.user(ticket["assignee_id"])?["default_group_id"]
    {
      ticket["group_id"] = group
    }
  }

  /// A comment by an end user opens a ticket that waits or is solved, unless the request says what
  /// the status shall be.
  ///
  /// All requests come with an agent's credentials: whether the comment's author counts is open.
  static func reopens(
    _ ticket: Members,
    author: Int,
    saysStatus: Bool,
    _ state: inout ZendeskState
  ) -> Bool {
    guard !saysStatus, ["pending", "hold", "solved"].contains(ticket["status"]?.text ?? ""),
      !state.isAgent(author)
    else { return false }
    return state.life.readings.take(.zendeskReopening, as: "author")
  }
}
