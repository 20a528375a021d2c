internal import Emulator

/// An open fact as it was read in a run.
package struct FactReading: Sendable, Hashable {
  /// `zendesk-json-escaping`
  package let fact: String
  /// `escaped`
  package let reading: String
  /// What the reading says, in a sentence.
  package let meaning: String

  /// In the order of the facts.
  static func all(_ readings: [OpenFact: String]) -> [FactReading] {
    OpenFact.allCases.flatMap { fact in
      fact.readings.filter { $0.name == readings[fact] }
        .map { FactReading(fact: fact.rawValue, reading: $0.name, meaning: $0.meaning) }
    }
  }
}
