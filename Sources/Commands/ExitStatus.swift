internal import Client
internal import Execution

/// What the process tells its caller; the numbers are documented in README and never change.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Done, also with changes found by a `plan` that was not asked to tell.
  case done = 0
  /// Declined at the prompt, or failed by none of the below.
  case failed = 1
  /// Changes (`plan --detailed-exitcode`) or drift.
  case changes = 2
  /// The spec, the command line or the lock is wrong; nothing was written, and if it could be known
  /// offline, no request was sent.
  case invalid = 3
  /// Authentication or permission refused.
  case refused = 4
  /// The network or the server was not there, or asked for too much patience.
  case unreachable = 5
  /// A change needs consent that was not given.
  case noConsent = 6
  /// The saved plan is stale.
  case stale = 7
  /// Some writes succeeded or are in doubt, and something failed or was interrupted.
  case partial = 8
  /// Deciding would be guessing: a list is incomplete, or an identity ambiguous.
  case undecidable = 9
}

extension ExitStatus {
  /// The status of a run that failed thus before any write.
  init(_ cause: APIFailure.Cause) {
    self =
      switch cause {
      case .authentication, .permission: .refused
      case .unreachable, .tls, .timeout, .disconnected, .rateLimited, .server: .unreachable
      case .malformed, .incomplete, .ambiguous: .undecidable
      case .insecure: .invalid
      case .notFound, .invalid, .conflict, .dropped, .cancelled: .failed
      }
  }

  init(_ report: RunReport) {
    if report.isComplete {
      self = .done
    } else if report.wroteSomething {
      self = .partial
    } else {
      self =
        report.outcomes.lazy.compactMap(\.failure).first.map { ExitStatus($0.cause) } ?? .failed
    }
  }
}
