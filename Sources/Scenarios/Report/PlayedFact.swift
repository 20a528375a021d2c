internal import Emulator

/// An open fact that decided something and was played in all its readings.
package struct PlayedFact: Sendable, Hashable {
  package let name: String
  package let readings: [String]

  init(_ fact: OpenFact) {
    name = fact.rawValue
    readings = fact.readings.map(\.name)
  }
}
