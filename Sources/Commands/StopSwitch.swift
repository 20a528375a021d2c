internal import Synchronization

/// Whether somebody asked the run to stop; once on, it stays on.
package final class StopSwitch: Sendable {
  private let isOn = Atomic(false)

  package init() {}

  package var isStopping: Bool { isOn.load(ordering: .relaxed) }

  package func stop() { isOn.store(true, ordering: .relaxed) }
}
