package import Emulator
package import Messages

/// An emulator in this process.
package struct EmulatorWorld: World {
  /// The time at which every scenario begins: 2026-01-05T09:00:00Z, a Monday morning.
  package static let beginning = 1_767_603_600

  private let emulator: EmulatorInstance

  package init(_ emulator: EmulatorInstance) {
    self.emulator = emulator
  }

  /// One with nothing in it but what every account has.
  package static func empty() throws(EmulatorError) -> EmulatorWorld {
    EmulatorWorld(try EmulatorInstance(options(reading: [:])))
  }

  package var transport: any Transport { EmulatorTransport(emulator) }

  package func continued(reading readings: [OpenFact: String]) async -> any World {
    EmulatorWorld(
      await EmulatorInstance(Self.options(reading: readings), continuing: emulator)
    )
  }

  private static func options(reading readings: [OpenFact: String]) -> EmulatorOptions {
    var options = EmulatorOptions(readings: readings, now: { Self.beginning })
    options.waits = false
    return options
  }
}
