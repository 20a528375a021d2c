internal import Model

extension Expectation {
  /// What it is called in a report.
  var label: String {
    switch subject {
    case .sms(let to, _, _): "sms to \(to)"
    case .ticket(let name, let comment, _):
      comment == nil ? "ticket \(name)" : "ticket \(name) with a comment"
    case .webhook(let webhook): "webhook of \(webhook.of)"
    case .profile(let user, _): "profile of \(user)"
    case .event(let user, let name, _): "event \(name) of \(user)"
    case .subscription(let user, let group, _): "subscription of \(user) to \(group.name)"
    case .message(let of, _, let outcome, _): "message of \(of) \(outcome)"
    }
  }

  /// What is said where nothing of its sort came of the step.
  var absence: String {
    switch subject {
    case .sms: "no SMS was sent that is not accounted for"
    case .ticket: "there is no such ticket"
    case .webhook(let webhook): "no webhook of \(webhook.of) was sent that is not accounted for"
    case .profile: "there is no such profile"
    case .event: "no event was tracked that is not accounted for"
    case .subscription: "there is no such profile"
    case .message(_, _, let outcome, _): "no message was \(outcome)"
    }
  }

  /// The person it is about.
  var user: String? {
    switch subject {
    case .sms(let user, _, _), .profile(let user, _), .event(let user, _, _),
      .subscription(let user, _, _):
      user
    case .message(_, let user, _, _): user
    case .ticket, .webhook: nil
    }
  }
}
