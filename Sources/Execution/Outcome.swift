package import Client
package import Model
package import Planning

/// What became of one change.
package struct Outcome: Sendable {
  package enum Result: Sendable {
    case done
    case failed(APIFailure)
    /// Not begun, because this change before it was not done.
    case skipped(because: Address)
    /// Not begun, because the run was interrupted.
    case interrupted
  }

  package let address: Address
  package let action: Action
  package let result: Result
  /// The object's id, if it has one now.
  package let id: String?
  /// Some write of this change took effect, or may have.
  package let wroteSomething: Bool

  package init(
    address: Address,
    action: Action,
    result: Result,
    id: String?,
    wroteSomething: Bool
  ) {
    self.address = address
    self.action = action
    self.result = result
    self.id = id
    self.wroteSomething = wroteSomething
  }

  package var failure: APIFailure? {
    if case .failed(let failure) = result { failure } else { nil }
  }

  package var isDone: Bool {
    if case .done = result { true } else { false }
  }
}
