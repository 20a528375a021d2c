package import Emulator
package import Messages

/// Emulated accounts that a scenario is played in.
package protocol World: Sendable {
  /// Carries requests to them, and to their door.
  var transport: any Transport { get }

  /// Accounts of their own that begin where these stand, with the open facts read as `readings` say.
  func continued(reading readings: [OpenFact: String]) async -> any World
}
