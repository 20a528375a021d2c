internal import Diagnostics
internal import Model
internal import Planning

/// Whether a plan may be carried out.
struct Consent {
  /// `--yes`, or a plan that was saved and approved before.
  var yes: Bool
  /// The value of `--confirm`.
  var confirmed: String?
  var isProtected: Bool
  /// What the person who is asked must have seen, if it was not shown before.
  var preamble = ""

  enum Decision {
    case given
    case declined
    case missing([Diagnostic])
  }

  func decision(on plan: Plan, session: Session) -> Decision {
    guard plan.refusals.isEmpty else {
      return .missing(
        plan.refusals.map { refusal in
          Diagnostic(
            code: refusal.cause.rawValue,
            summary: refusal.cause.summary,
            detail: refusal.explanation
          )
        }
      )
    }
    if !plan.isExecuted { return .given }
    return isProtected ? protected(plan, session) : unprotected(plan, session)
  }

  private func protected(_ plan: Plan, _ session: Session) -> Decision {
    if let confirmed {
      guard confirmed == plan.environment else {
        return .missing([
          Diagnostic(
            code: "wrong-confirmation",
            summary: "Another environment was confirmed",
            detail: "--confirm says \(confirmed), and the environment is \(plan.environment)."
          )
        ])
      }
      return yes || ask("Apply these changes? Type yes: ", expecting: "yes", session)
        ? .given : unanswered(plan, session)
    }
    guard session.isInputTerminal else {
      return .missing([
        Diagnostic(
          code: "protected-environment",
          summary: "The environment is protected",
          detail: "\(plan.environment) has `protected: true`. To consent, add "
            + "--yes --confirm \(plan.environment)"
        )
      ])
    }
    let question = "\(plan.environment) is protected. Type its name to apply these changes: "
    return ask(question, expecting: plan.environment, session) ? .given : .declined
  }

  private func unprotected(_ plan: Plan, _ session: Session) -> Decision {
    if yes { return .given }
    return ask("Apply these changes? Type yes: ", expecting: "yes", session)
      ? .given : unanswered(plan, session)
  }

  private func unanswered(_ plan: Plan, _ session: Session) -> Decision {
    guard !session.isInputTerminal else { return .declined }
    return .missing([
      Diagnostic(
        code: "no-consent",
        summary: "Nobody can be asked",
        detail: "Standard input is no terminal. To consent, add --yes."
      )
    ])
  }

  /// Asks, if there is somebody to ask.
  private func ask(_ question: String, expecting answer: String, _ session: Session) -> Bool {
    guard session.isInputTerminal else { return false }
    session.complain(preamble + question)
    return session.readLine()?.trimmingBlanks == answer
  }
}
