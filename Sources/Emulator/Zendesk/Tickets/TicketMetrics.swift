internal import Values

/// What is counted and timed of a ticket, for the rules that ask for it.
///
/// <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_metrics/>
///
/// It is the stored ticket's hidden member `metrics`; times are in seconds since 1970:
///
///     {"reopens": 0, "replies": 0, "assignee_stations": 0, "group_stations": 0,
///      "assigned_at": null, "requester_updated_at": 1, "assignee_updated_at": null,
///      "updated_at": 1, "since": {"new": 1, "open": 2, …: when it last came to that status}}
enum TicketMetrics {
  static let fresh: Members = [
    "reopens": 0, "replies": 0, "assignee_stations": 0, "group_stations": 0, "assigned_at": .null,
    "requester_updated_at": .null, "assignee_updated_at": .null, "updated_at": .null, "since": [:],
  ]

  /// Takes in what became of `before`.
  ///
  /// - Parameter actor: Who did it; nil for a rule.
  /// - Parameter comment: What was said along.
  static func note(
    _ ticket: inout Members,
    before: Members?,
    actor: Int?,
    comment: Members?,
    repliesAsAgent: Bool,
    now: Int
  ) {
    var metrics = ticket["metrics"]?.members ?? fresh
    func changed(_ name: String) -> Bool { before?[name] ?? .null != ticket[name] ?? .null }
    if changed("status") {
      var since = metrics["since"]?.members ?? [:]
      since[ticket["status"]?.text ?? ""] = .integer(now)
      metrics["since"] = .object(since)
      let wasSolved = before?["status"] == "solved"
      if wasSolved, ticket["status"] != "closed" { count("reopens", &metrics) }
    }
    if changed("assignee_id"), ticket["assignee_id"]?.integer != nil {
      count("assignee_stations", &metrics)
      metrics["assigned_at"] = .integer(now)
    }
    if changed("group_id"), ticket["group_id"]?.integer != nil { count("group_stations", &metrics) }
    if repliesAsAgent, comment?["public"] == true { count("replies", &metrics) }
    metrics["updated_at"] = .integer(now)
    if let actor {
      for who in ["requester", "assignee"] where ticket["\(who)_id"]?.integer == actor {
        metrics["\(who)_updated_at"] = .integer(now)
      }
    }
    ticket["metrics"] = .object(metrics)
  }

  private static func count(_ name: String, _ metrics: inout Members) {
    metrics[name] = .integer((metrics[name]?.integer ?? 0) + 1)
  }
}
