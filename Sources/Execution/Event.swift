package import Model
package import Planning

/// What happens while a plan is executed, as it happens.
package enum Event: Sendable {
  case started(Address, Action)
  case finished(Outcome)
}
